/** What the credentials of another file do wrong is said there, and not at each use. */
import { Client, Server } from '@grpc/grpc-js'
import { choose, forPartners, forServices, toArchive, toBilling, toStaging } from './credentials.js'

const services = new Server()
services.bindAsync('0.0.0.0:50051', forServices(), () => {})

const partners = new Server()
partners.bindAsync('0.0.0.0:50052', forPartners(), () => {}) // ✓
partners.bindAsync('0.0.0.0:50053', forPartners(), () => {}) // ✓

export const archive = new Client('archive.acme.example:443', toArchive()) // ✓
export const staging = new Client('staging.acme.example:443', toStaging()) // ✓
export const billing = new Client('billing.acme.example:443', toBilling()) // ✓

const chosen = new Server()
chosen.bindAsync('0.0.0.0:50054', choose(false), () => {}) // ✓
