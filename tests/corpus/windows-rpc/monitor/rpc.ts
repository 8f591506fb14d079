import { DataType, define, load, open, type JsExternal } from 'ffi-rs'

open({ library: 'rpcrt4', path: 'rpcrt4.dll' })

const authParams = [
  DataType.External, DataType.WString, DataType.I32, DataType.I32, DataType.External, DataType.I32, DataType.U8Array,
]

export function authenticateOld(binding: JsExternal, none: JsExternal) {
  return load({
    library: 'rpcrt4',
    funcName: 'RpcBindingSetAuthInfoExW',
    retType: DataType.I32,
    paramsType: authParams,
    paramsValue: [
      binding,
      'host/monitor.corp.example',
      2, // ✗ require-encryption
      10, // ✗ no-weak-provider
      none,
      0,
      null, // ✗ require-mutual-authentication
    ],
  })
}

export function authenticate(binding: JsExternal, none: JsExternal) {
  const qos = Buffer.alloc(16)
  qos.writeUInt32LE(1, 0)
  qos.writeUInt32LE(1, 4)
  qos.writeUInt32LE(2, 12)
  return load({
    library: 'rpcrt4',
    funcName: 'RpcBindingSetAuthInfoExW',
    retType: DataType.I32,
    paramsType: authParams,
    paramsValue: [binding, 'host/monitor.corp.example', 6, 16, none, 0, qos], // ✓
  })
}

const server = define({
  RpcServerListen: { library: 'rpcrt4', retType: DataType.I32, paramsType: [DataType.I32, DataType.U32, DataType.I32] },
  RpcServerUseAllProtseqs: { library: 'rpcrt4', retType: DataType.I32, paramsType: [DataType.I32, DataType.External] },
})

export function listenOnAll(none: JsExternal) {
  server.RpcServerUseAllProtseqs([10, none]) // ✗ no-mixed-protection
  return server.RpcServerListen([1, 4_294_967_295, 0]) // ✗ require-bounded-state
}

export function listen() {
  return server.RpcServerListen([1, 1234, 0]) // ✓
}
