export class EchoRequest {
  setMessage(value: string): EchoRequest;
  static deserializeBinary(bytes: Uint8Array): EchoRequest;
  serializeBinary(): Uint8Array;
}
export class EchoResponse {
  getMessage(): string;
  static deserializeBinary(bytes: Uint8Array): EchoResponse;
  serializeBinary(): Uint8Array;
}
