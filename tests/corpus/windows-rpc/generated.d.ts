// Generated bindings that are published elsewhere.
declare module '@bun-win32/rpcrt4' {
  export enum RpcAuthnLevel {
    RPC_C_AUTHN_LEVEL_DEFAULT = 0,
    RPC_C_AUTHN_LEVEL_NONE = 1,
    RPC_C_AUTHN_LEVEL_CONNECT = 2,
    RPC_C_AUTHN_LEVEL_CALL = 3,
    RPC_C_AUTHN_LEVEL_PKT = 4,
    RPC_C_AUTHN_LEVEL_PKT_INTEGRITY = 5,
    RPC_C_AUTHN_LEVEL_PKT_PRIVACY = 6,
  }
  export enum RpcAuthnService {
    RPC_C_AUTHN_NONE = 0,
    RPC_C_AUTHN_GSS_NEGOTIATE = 9,
    RPC_C_AUTHN_WINNT = 10,
    RPC_C_AUTHN_GSS_KERBEROS = 16,
  }
  type Text = string | Buffer | null
  export default class Rpcrt4 {
    static RpcBindingFromStringBindingW(text: Text, binding: unknown[] | BigUint64Array): number
    static RpcBindingSetOption(binding: unknown, option: number, value: number | bigint): number
    static RpcMgmtStopServerListening(binding: bigint | null): number
    static RpcServerListen(minCalls: number, maxCalls: number, dontWait: number): number
    static RpcServerRegisterAuthInfoW(principal: Text, service: number, getKey: bigint | null, arg: bigint | null): number
    static RpcServerRegisterIf3(
      ifSpec: bigint, type: bigint | null, epv: bigint | null, flags: number, maxCalls: number, maxSize: number, callback: bigint | null, descriptor: bigint | null,
    ): number
    static RpcServerUseProtseqEpW(sequence: Text, maxCalls: number, endpoint: Text, descriptor: bigint | null): number
    static RpcStringBindingComposeW(uuid: Text, sequence: Text, address: Text, endpoint: Text, options: Text, text: unknown[]): number
    static RpcBindingSetAuthInfoExW(
      binding: bigint, spn: Buffer | null, level: number, service: number, identity: bigint | null, authz: number, qos: Uint32Array | null,
    ): number
    static RpcServerRegisterIf(ifSpec: bigint, type: bigint | null, epv: bigint | null): number
    static RpcServerRegisterIf2(
      ifSpec: bigint, type: bigint | null, epv: bigint | null, flags: number, maxCalls: number, maxSize: number, callback: bigint | null,
    ): number
  }
}

declare module 'https://win32.deno.dev/0.4.1/System.Rpc' {
  export const RPC_C_AUTHN_WINNT: number
  export const RPC_C_AUTHN_GSS_NEGOTIATE: number
  export const RPC_C_QOS_CAPABILITIES_MUTUAL_AUTH: number
  export const RPC_C_QOS_CAPABILITIES_DEFAULT: number
  interface SecurityQos { Version: number; Capabilities: number; IdentityTracking: number; ImpersonationType: number }
  export function allocRPC_SECURITY_QOS(data: Partial<SecurityQos>): Uint8Array
  export function RpcBindingSetAuthInfoExW(
    Binding: object, ServerPrincName: string | null, AuthnLevel: number, AuthnSvc: number, AuthIdentity: object | null, AuthzSvc: number, SecurityQos: Uint8Array | null,
  ): number
}

declare module 'https://win32.deno.dev/0.4.1/System.Com' {
  export const RPC_C_AUTHN_LEVEL_PKT: number
  export const RPC_C_AUTHN_LEVEL_PKT_PRIVACY: number
  export const RPC_C_IMP_LEVEL_IDENTIFY: number
  export const RPC_C_IMP_LEVEL_DELEGATE: number
}

declare module '@bun-win32/ole32' {
  export default class Ole32 {
    static CoInitializeSecurity(
      descriptor: bigint | null, count: number, services: bigint | null, reserved: null, level: number, impersonation: number, list: bigint | null, capabilities: number, last: null,
    ): number
    static CoRegisterClassObject(clsid: Buffer, factory: bigint, context: number, flags: number, register: number[] | Uint32Array): number
  }
}
