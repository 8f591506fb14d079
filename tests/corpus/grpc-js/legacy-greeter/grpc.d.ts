// the part of the old package's own typings that is used here
declare module 'grpc' {
  export class CallCredentials {
    private constructor();
  }
  export class ChannelCredentials {
    private constructor();
    compose(credentials: CallCredentials): ChannelCredentials;
  }
  export class Metadata {
    add(key: string, value: string | Buffer): void;
    set(key: string, value: string | Buffer): void;
    remove(key: string): void;
    get(key: string): (string | Buffer)[];
    clone(): Metadata;
  }
  export interface CallOptions {
    deadline?: Date | number;
    parent?: object;
    credentials?: CallCredentials;
  }
  export class Client {
    constructor(address: string, credentials: ChannelCredentials, options?: object);
    close(): void;
    getChannel(): object;
    waitForReady(deadline: Date | number, callback: (error: Error | null) => void): void;
  }
  export const credentials: {
    createInsecure(): ChannelCredentials;
    createSsl(rootCerts?: Buffer | null, privateKey?: Buffer | null, certChain?: Buffer | null): ChannelCredentials;
    createFromMetadataGenerator(generator: (options: object, callback: (error: Error | null, metadata?: Metadata) => void) => void): CallCredentials;
    createFromGoogleCredential(credential: object): CallCredentials;
  };
  export class ServerCredentials {
    static createInsecure(): ServerCredentials;
    static createSsl(rootCerts: Buffer | null, keyCertPairs: { private_key: Buffer; cert_chain: Buffer }[], checkClientCertificate?: boolean): ServerCredentials;
  }
  export class Server {
    constructor(options?: object);
    bind(address: string, credentials: ServerCredentials): number;
    bindAsync(address: string, credentials: ServerCredentials, callback: (error: Error | null, port: number) => void): void;
    addService(service: object, implementation: object): void;
    start(): void;
  }
  export function loadPackageDefinition(definition: object): any;
}
