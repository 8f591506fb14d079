import https from 'node:https'

const agent = new https.Agent({ keepAlive: true })

/** A gateway on the machine of the OPC server speaks DCOM for us. */
export function read(tag: string, done: (answer: NodeJS.ReadableStream) => void) {
  https.get(`https://opc.plant.example/tags/${encodeURIComponent(tag)}`, { agent }, done) // ✓
}
