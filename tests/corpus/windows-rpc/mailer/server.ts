import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const ifSpec = koffi.load('mailer_s.dll').symbol('Mailer_v1_0_s_ifspec')

const RpcServerRegisterAuthInfoW = rpcrt4.func('RpcServerRegisterAuthInfoW', 'int32', ['str16', 'uint32', 'void *', 'void *'])
const RpcServerRegisterIf2 = rpcrt4.func('RpcServerRegisterIf2', 'int32', ['void *', 'void *', 'void *', 'uint32', 'uint32', 'uint32', 'void *'])
const RpcServerUseProtseqEpW = rpcrt4.func('RpcServerUseProtseqEpW', 'int32', ['str16', 'uint32', 'str16', 'void *'])
const RpcServerListen = rpcrt4.func('RpcServerListen', 'int32', ['uint32', 'uint32', 'uint32'])

const KERBEROS = 16

RpcServerUseProtseqEpW('ncacn_ip_tcp', 10, '49200', null) // ✓
RpcServerRegisterAuthInfoW('host/mailer.corp.example', KERBEROS, null, null) // ✗ no-optional-authentication
RpcServerRegisterIf2(ifSpec, null, null, 0, 1234, 32_768, null) // ✓ said where the provider is registered
RpcServerListen(1, 1234, 0)
