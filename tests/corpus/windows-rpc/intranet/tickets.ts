import { checkPassword, GSS_C_DELEG_FLAG, GSS_C_MUTUAL_FLAG, GSS_C_SEQUENCE_FLAG, initializeClient, initializeServer } from 'kerberos'

const SERVICE = 'HTTP@reports.corp.example'

export const start = () => initializeClient(SERVICE) // ✓ mutual by itself
export const startInOrder = () => initializeClient(SERVICE, { flags: GSS_C_MUTUAL_FLAG | GSS_C_SEQUENCE_FLAG }) // ✓

export const startUnordered = () =>
  initializeClient(SERVICE, {
    flags: GSS_C_SEQUENCE_FLAG, // ✗ require-mutual-authentication
  })

export const startForOthers = () =>
  initializeClient(SERVICE, {
    flags: GSS_C_MUTUAL_FLAG | GSS_C_DELEG_FLAG, // ✗ no-excess-impersonation
  })

export const startAsTyped = () =>
  initializeClient(SERVICE, {
    gssFlag: GSS_C_MUTUAL_FLAG, // ✗ no-ignored-security-option
  })

export async function login(user: string, password: string) {
  await checkPassword(user, password, SERVICE) // ✗ require-mutual-authentication
  return user
}

export async function loginByTicket(ticket: string) {
  const server = await initializeServer(SERVICE) // ✓
  return (await server.step(ticket)).username
}
