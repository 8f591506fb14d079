import fs from 'node:fs'
import { Agent, BalancedPool, EnvHttpProxyAgent, ProxyAgent, request, RetryAgent, setGlobalDispatcher } from 'undici'

const ca = fs.readFileSync('/etc/acme/ca.pem')
const PROXY = 'https://proxy.corp.example:3128'

export const outside = new ProxyAgent({ uri: PROXY, requestTls: { ca }, proxyTls: { ca } }) // ✓

export const anyServer = new ProxyAgent({
  uri: PROXY,
  requestTls: {
    rejectUnauthorized: false, // ✗ require-server-verification
  },
})

export const anyProxy = new ProxyAgent({
  uri: PROXY,
  proxyTls: {
    rejectUnauthorized: false, // ✗ require-server-verification
  },
})

const settings = {
  uri: PROXY,
  ca, // ✗ no-ignored-security-option
}
export const unread = new ProxyAgent(settings)

export const partners = new BalancedPool(['https://a.partner.example', 'https://b.partner.example'], { connect: { ca } }) // ✓

export const oldPartners = new BalancedPool('https://old.partner.example', {
  connect: {
    minVersion: 'TLSv1', // ✗ no-weak-provider
  },
})

export const byEnvironment = new EnvHttpProxyAgent({ connect: { ca }, requestTls: { ca } }) // ✓

export const byEnvironmentInTheLab = new EnvHttpProxyAgent({
  requestTls: {
    rejectUnauthorized: false, // ✗ require-server-verification
  },
})

export function useEverywhere(trusting: boolean) {
  if (!trusting) return setGlobalDispatcher(new RetryAgent(new Agent({ connect: { ca } }))) // ✓
  setGlobalDispatcher(
    new RetryAgent(
      new Agent({
        connect: { ca, rejectUnauthorized: false }, // ✗ require-server-verification
      }),
    ),
  )
}

export const orders = (token: string) => request('https://orders.partner.example/', { headers: { authorization: `Bearer ${token}` }, dispatcher: outside }) // ✓
export const oldOrders = (token: string) => request('http://orders.partner.example/', { headers: { authorization: `Bearer ${token}` } }) // ✗ no-credentials-in-clear
