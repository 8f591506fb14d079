import { Server, ServerCredentials } from '@grpc/grpc-js'
import { ReflectionService } from '@grpc/reflection'
import { HealthImplementation } from 'grpc-health-check'
import { requireKnownClient, requireTicket } from './auth.js'
import { internalCredentials, partnerCredentials, publicCredentials } from './credentials.js'
import * as handlers from './handlers.js'
import { Notes, definition } from './notes.js'

const service = { ...handlers, archive: handlers.archiveNote }

function report(name: string) {
  return (error: Error | null, port: number) => {
    if (error) throw error
    console.log(`${name} on port ${port}`)
  }
}

/** For everyone, with a ticket. */
const server = new Server({
  interceptors: [requireTicket],
  'grpc.max_concurrent_streams': 200,
  'grpc.max_receive_message_length': -1,
})
server.addService(Notes.service, service)
new ReflectionService(definition).addToServer(server)
server.bindAsync('0.0.0.0:50051', publicCredentials(), report('public'))

/** For partners. */
const partners = new Server({ interceptors: [requireKnownClient], 'grpc.max_concurrent_streams': 50 })
partners.addService(Notes.service, service)
partners.bindAsync('0.0.0.0:50052', partnerCredentials(), report('partners'))
partners.bindAsync('0.0.0.0:50053', ServerCredentials.createInsecure(), report('partners, old clients'))

/** For our own services, and the probe of the machine itself. */
const internal = new Server({ 'grpc.max_concurrent_streams': 500, 'grpc.max_connection_idle_ms': 600_000 })
internal.addService(Notes.service, service)
internal.bindAsync('0.0.0.0:50054', internalCredentials(), report('internal'))

const probe = new Server()
new HealthImplementation({ '': 'SERVING' }).addToServer(probe)
probe.bindAsync('127.0.0.1:50055', ServerCredentials.createInsecure(), report('health probe'))
