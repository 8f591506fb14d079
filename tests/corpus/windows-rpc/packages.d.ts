// The parts of these packages that the programs need, as they are when they run.
declare module 'node-dcom' {
  export class Clsid { constructor(id: string) }
  export class Session {
    createSession(domain: string, user: string, password: string): Session
  }
  export class ComServer {
    constructor(clsid: Clsid, address: string, session: Session)
    init(): Promise<void>
    createInstance(): Promise<unknown>
  }
}

declare module 'node-dcom/dcom/core/comserver' {
  export { ComServer as default } from 'node-dcom'
}

declare module 'httpntlm' {
  interface Options { url: string; username: string; password: string; domain?: string; workstation?: string; body?: string; headers?: Record<string, string> }
  type Done = (error: Error | null, answer: { statusCode: number; body: string }) => void
  export function get(options: Options, done: Done): void
  export function put(options: Options, done: Done): void
  export function patch(options: Options, done: Done): void
  export function post(options: Options, done: Done): void
  export function options(options: Options, done: Done): void
  function remove(options: Options, done: Done): void
  export { remove as delete }
}

declare module 'ntlm-client' {
  export function request(options: { uri: string; method: string; username: string; password: string; domain?: string; workstation?: string }): Promise<{ body: string }>
}

declare module 'node-smb2' {
  export class Client {
    constructor(host: string)
    authenticate(options: { domain: string; username: string; password: string; forceNtlmVersion?: 'v1' | 'v2' }): Promise<{ connectTree(path: string): Promise<unknown> }>
  }
}

declare module 'kerberos' {
  export const GSS_C_DELEG_FLAG: number
  export const GSS_C_MUTUAL_FLAG: number
  export const GSS_C_SEQUENCE_FLAG: number
  export const GSS_C_ANON_FLAG: number
  export interface KerberosClient { step(challenge: string): Promise<string> }
  export interface KerberosServer { step(challenge: string): Promise<KerberosServer>; readonly username: string }
  export function initializeClient(service: string, options?: { principal?: string; flags?: number; gssFlag?: number; mechOID?: number }): Promise<KerberosClient>
  export function initializeServer(service: string): Promise<KerberosServer>
  export function checkPassword(name: string, password: string, service: string, realm?: string): Promise<void>
}

declare module 'execa' {
  export function execa(file: string, args?: readonly string[]): Promise<{ exitCode: number }>
  export function execaSync(file: string, args?: readonly string[]): { exitCode: number }
  export function execaCommand(command: string): Promise<{ exitCode: number }>
  export function execaCommandSync(command: string): { exitCode: number }
}

declare module 'cross-spawn' {
  function spawn(command: string, args?: readonly string[]): import('node:child_process').ChildProcess
  namespace spawn {
    function sync(command: string, args?: readonly string[]): import('node:child_process').SpawnSyncReturns<Buffer>
  }
  export default spawn
}
