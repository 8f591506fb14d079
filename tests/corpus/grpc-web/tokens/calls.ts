import { EchoRequest } from '../gen/echo_pb';
import { EchoServiceClient } from '../gen/EchoServiceClientPb';

/** A store as applications write one: the client in a field, the token with every call. */
export class EchoStore {
  private readonly client = new EchoServiceClient('http://api.example.com'); // ✗ no-credentials-in-clear
  private readonly logged = new EchoServiceClient('https://api.example.com', null, { suppressCorsPreflight: true }); // ✗ no-credentials-in-clear

  constructor(private readonly token: string) {}

  async say(text: string) {
    const metadata = { authorization: `Bearer ${this.token}`, deadline: String(Date.now() + 3000) };
    const response = await this.client.echo(new EchoRequest().setMessage(text), metadata);
    return response.getMessage();
  }

  async shout(text: string) {
    const response = await this.logged.echo(new EchoRequest().setMessage(text.toUpperCase()), { authorization: `Bearer ${this.token}`, deadline: String(Date.now() + 3000) });
    return response.getMessage();
  }
}
