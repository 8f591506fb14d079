import { Client, credentials } from '@grpc/grpc-js'
import { Connection } from './base.js'

export class Pool extends Connection { // ✓
  protected clients: Client[] = []

  grow(): Client {
    const client = new Client(this.address, credentials.createSsl(), this.options) // ✓
    this.clients.push(client)
    return client
  }
}
