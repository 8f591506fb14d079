import { Clsid, ComServer, Session } from 'node-dcom'

const OPC_SERVER = 'F8582CF2-88FB-11D0-B850-00C0F0104305'

export async function connect(host: string, domain: string, user: string, password: string) {
  const session = new Session().createSession(domain, user, password)
  const server = new ComServer(new Clsid(OPC_SERVER), host, session) // ✗ require-encryption
  await server.init()
  return server.createInstance()
}
