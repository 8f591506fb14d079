// The part of winax's own declarations that these programs need.
declare module 'winax' {
  class ActiveObject {
    constructor(id: string, options?: { activate?: boolean; getobject?: boolean; type?: boolean })
    [member: string]: any
  }
  export { ActiveObject as Object }
}

declare class ActiveXObject {
  constructor(id: string, options?: { activate?: boolean; getobject?: boolean; type?: boolean })
  [member: string]: any
}
