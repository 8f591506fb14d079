import { Server, ServerCredentials } from '@grpc/grpc-js';
import { RoomsService } from '../gen/chat';
import { say } from './say';

const HOST = process.env.CHAT_HOST ?? '127.0.0.1';
const SOCKET = process.env.CHAT_SOCKET ?? '/run/chat/chat.sock';

function serve(address: string): void {
  const server = new Server();
  server.addService(RoomsService, { say });
  server.bindAsync(address, ServerCredentials.createInsecure(), (error, port) => { // ✓ this machine unless configured
    if (error) throw error;
    console.log('chat on', address, port);
  });
}

serve(`${HOST}:50051`);
serve(`unix://${SOCKET}`);
