// The part of winax's own declarations that these programs need, and the members of COM that they use.
declare class ActiveXObject {
  constructor(id: string, options?: { activate?: boolean; getobject?: boolean; type?: boolean })
  ConnectServer(server?: string, namespace?: string, user?: string, password?: string): ActiveXObject
  readonly Security_: { ImpersonationLevel: number; AuthenticationLevel: number };
  [member: string]: any
}

declare module 'winax' {
  export { ActiveXObject as Object }
}
