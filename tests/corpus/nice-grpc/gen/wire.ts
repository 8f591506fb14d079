// What ts-proto writes for every message, in short.
export interface MessageType<T> {
  encode(message: T): { finish(): Uint8Array };
  decode(input: Uint8Array): T;
  fromPartial(object: Partial<T>): T;
}

export function message<T>(): MessageType<T> {
  return {
    encode: (value) => ({ finish: () => Buffer.from(JSON.stringify(value)) }),
    decode: (input) => JSON.parse(Buffer.from(input).toString('utf8')) as T,
    fromPartial: (object) => object as T,
  };
}
