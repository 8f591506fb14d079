import { bindingFrom, compose, prepare, setAuth, setOption } from './native'

const HOST = 'telemetry.corp.example'
const QOS = { Version: 1, Capabilities: 1, IdentityTracking: 0, ImpersonationType: 2 }

export function openOverUdp() {
  const text: [string | null] = [null]
  compose(null, 'ncadg_ip_udp', HOST, '5001', null, text) // ✗ prefer-mainstream-transport
  const binding: [unknown] = [null]
  bindingFrom(text[0], binding)
  setAuth(binding[0], `telemetry/${HOST}`, 6, 9, null, 0, QOS)
  return binding[0]
}

export function openOverTcp() {
  const text: [string | null] = [null]
  compose(null, 'ncacn_ip_tcp', HOST, '5001', null, text) // ✓
  const binding: [unknown] = [null]
  bindingFrom(text[0], binding)
  prepare(binding[0], HOST)
  return binding[0]
}

export function openOverSpx() {
  const binding: [unknown] = [null]
  bindingFrom('ncacn_spx:telemetry[5001]', binding) // ✗ prefer-mainstream-transport
  prepare(binding[0], 'telemetry')
  return binding[0]
}

export function openOverPipe() {
  const text: [string | null] = [null]
  compose(null, 'ncacn_np', HOST, '\\pipe\\telemetry', 'Security=Identification Dynamic True', text) // ✓ says how far it may go
  const binding: [unknown] = [null]
  bindingFrom(text[0], binding)
  setOption(binding[0], 12, 5_000)
  setAuth(binding[0], `host/${HOST}`, 6, 9, null, 0, QOS)
  return binding[0]
}

export function openOverHttp() {
  const binding: [unknown] = [null]
  bindingFrom(`ncacn_http:${HOST}[593]`, binding) // ✓
  prepare(binding[0], HOST)
  return binding[0]
}
