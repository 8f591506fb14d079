import { grpc } from '@improbable-eng/grpc-web'; // ✗ prefer-mainstream-transport
import { GetBookRequest, type Book } from '../gen/library_pb';
import { LibraryClient, LibraryGetBook } from '../gen/library_pb_service';

const token = sessionStorage.getItem('token') ?? '';
const request = new GetBookRequest();

export function book(done: (title: string) => void) {
  grpc.unary(LibraryGetBook as never, { // ✗ require-call-deadline
    host: 'http://books.example.com', // ✗ require-encryption
    request: request as never,
    onEnd: ({ message }) => done((message as unknown as Book).getTitle()),
  });
}

export function signed(done: (title: string) => void) {
  const metadata = new grpc.Metadata({ authorization: `Bearer ${token}` });
  const call = grpc.unary(LibraryGetBook as never, {
    host: 'http://books.example.com', // ✗ no-credentials-in-clear
    request: request as never,
    metadata,
    onEnd: ({ message }) => done((message as unknown as Book).getTitle()),
  });
  setTimeout(() => call.close(), 5000);
}

export function withCookies(show: (book: unknown) => void) {
  const call = grpc.invoke(LibraryGetBook as never, {
    host: 'http://books.example.com', // ✗ no-credentials-in-clear
    request: request as never,
    transport: grpc.CrossBrowserHttpTransport({ withCredentials: true }),
    onMessage: show,
    onEnd: () => {},
  });
  return () => call.close();
}

export const sealed = new LibraryClient('https://books.example.com'); // ✓
export const plain = new LibraryClient('http://books.example.com', { transport: grpc.CrossBrowserHttpTransport({ withCredentials: false }) }); // ✗ require-encryption

export function generated(show: (title: string | undefined) => void) {
  sealed.getBook(request, new grpc.Metadata(), (_error, found) => show(found?.getTitle())); // ✗ require-call-deadline
  const call = sealed.getBook(request, new grpc.Metadata(), (_error, found) => show(found?.getTitle())); // ✓
  return () => call.cancel();
}
