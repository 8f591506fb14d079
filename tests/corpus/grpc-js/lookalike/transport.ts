/** An in-process bus with the shape of the RPC library that it replaced. */
type Handler = (request: unknown) => unknown;

export class Server {
  private readonly handlers = new Map<string, Handler>();

  addService(name: string, implementation: Record<string, Handler>): void {
    for (const [method, handler] of Object.entries(implementation)) this.handlers.set(`${name}/${method}`, handler);
  }

  bindAsync(name: string, _link: Link, done: (error: Error | null) => void): void {
    queueMicrotask(() => done(name ? null : new Error('no name')));
  }
}

export interface Link {
  kind: 'memory';
}

export const credentials = {
  createInsecure: (): Link => ({ kind: 'memory' }),
};

export class Client {
  constructor(
    readonly name: string,
    readonly link: Link,
    readonly options: Record<string, unknown> = {},
  ) {}

  greet(request: { name: string }, done: (error: Error | null, reply?: string) => void): void {
    queueMicrotask(() => done(null, `hello ${request.name}`));
  }
}
