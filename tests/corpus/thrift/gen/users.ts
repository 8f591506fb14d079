import type { TProtocol, TTransport } from 'thrift';

export interface User { id: string; name: string }
type Answer<T> = (error: Error | null, result?: T) => void;

/** In the shape of what `thrift --gen js:node,ts` writes. */
export class Client {
  constructor(readonly output: TTransport, readonly pClass: new (transport: TTransport) => TProtocol) {}
  getUser(id: string): Promise<User>;
  getUser(id: string, callback: Answer<User>): void;
  getUser(_id: string, _callback?: Answer<User>): unknown { return undefined; }
  exportUsers(path: string): Promise<string>;
  exportUsers(path: string, callback: Answer<string>): void;
  exportUsers(_path: string, _callback?: Answer<string>): unknown { return undefined; }
}

export interface Handler {
  getUser(id: string, result?: Answer<User>): unknown;
  exportUsers(path: string, result?: Answer<string>): unknown;
}

export class Processor {
  constructor(readonly handler: Partial<Handler>) {}
  process(_input: TProtocol, _output: TProtocol): void {}
}
