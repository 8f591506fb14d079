import { createClient, type Interceptor, type Transport } from '@connectrpc/connect';
import { createGrpcTransport } from '@connectrpc/connect-node';
import { ElizaService } from '../gen/eliza_pb';

/** Adds what the server knows this service by. */
const withToken: Interceptor = (next) => (req) => {
  req.header.set('Authorization', `Bearer ${process.env.SERVICE_TOKEN}`);
  return next(req);
};

export function transportTo(baseUrl: string): Transport {
  return createGrpcTransport({ baseUrl, interceptors: [withToken] });
}

export class Clients {
  private readonly transport: Transport;

  constructor(options: { url: string }) {
    this.transport = transportTo(options.url);
  }

  eliza() {
    return createClient(ElizaService, this.transport);
  }
}
