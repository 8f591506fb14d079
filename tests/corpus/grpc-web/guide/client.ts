import { EchoRequest } from '../gen/echo_pb';
import { EchoServiceClient } from '../gen/EchoServiceClientPb';

const echoService = new EchoServiceClient('http://localhost:8080'); // ✓
const deployed = new EchoServiceClient('http://echo.example.com:80', null, null); // ✗ require-encryption
const sealed = new EchoServiceClient('https://echo.example.com'); // ✓
export const own = new EchoServiceClient(window.location.origin); // ✓

const request = new EchoRequest().setMessage('Hello World!');

echoService.echo(request, { 'custom-header-1': 'value1' }, (err, response) => { // ✗ require-call-deadline
  console.log(err?.code, response.getMessage());
});

export async function say(text: string) {
  const one = await sealed.echo(new EchoRequest().setMessage(text)); // ✗ require-call-deadline
  const two = await sealed.echo(new EchoRequest().setMessage(text), { deadline: String(Date.now() + 5000) }); // ✓
  // what has passed counts for nothing: this waits for ever
  const three = await sealed.echo(new EchoRequest().setMessage(text), { deadline: '5000' }); // ✗ require-call-deadline
  return [one, two, three].map(one => one.getMessage());
}

export function watch(show: (text: string) => void) {
  const stream = deployed.watch(request, { 'custom-header-1': 'value1' }); // ✓
  stream.on('data', response => show(response.getMessage()));
  return () => stream.cancel();
}
