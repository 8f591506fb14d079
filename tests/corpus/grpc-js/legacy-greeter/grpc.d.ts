// the part of the old package's own typings that is used here
declare module 'grpc' {
  export class ChannelCredentials {
    private constructor();
  }
  export class Client {
    constructor(address: string, credentials: ChannelCredentials, options?: object);
    close(): void;
  }
  export const credentials: {
    createInsecure(): ChannelCredentials;
    createSsl(rootCerts?: Buffer, privateKey?: Buffer, certChain?: Buffer): ChannelCredentials;
  };
  export function loadPackageDefinition(definition: object): any;
}
