import { join } from 'node:path'
import {
  loadPackageDefinition,
  type Client,
  type GrpcObject,
  type ServiceClientConstructor,
  type ServiceDefinition,
} from '@grpc/grpc-js'
import type { CallOptions, ClientUnaryCall, Metadata, requestCallback } from '@grpc/grpc-js'
import { loadSync } from '@grpc/proto-loader'

export interface NoteRef {
  id: string
}

export interface Note extends NoteRef {
  title: string
  body: string
}

export interface RenderRequest extends NoteRef {
  format: string
}

export interface ThumbnailRequest extends NoteRef {
  width: number
  height: number
}

export interface ShareRequest extends NoteRef {
  notify: string
}

export interface ShareReply {
  link: string
}

export interface Document {
  content: Buffer
}

interface Unary<Request, Reply> {
  (request: Request, callback: requestCallback<Reply>): ClientUnaryCall
  (request: Request, options: CallOptions, callback: requestCallback<Reply>): ClientUnaryCall
  (request: Request, metadata: Metadata, callback: requestCallback<Reply>): ClientUnaryCall
  (request: Request, metadata: Metadata, options: CallOptions, callback: requestCallback<Reply>): ClientUnaryCall
}

export interface NotesClient extends Client {
  get: Unary<NoteRef, Note>
  save: Unary<Note, NoteRef>
  render: Unary<RenderRequest, Document>
  thumbnail: Unary<ThumbnailRequest, Document>
  share: Unary<ShareRequest, ShareReply>
  archive: Unary<NoteRef, NoteRef>
}

interface NotesConstructor extends ServiceClientConstructor {
  new (...args: ConstructorParameters<typeof Client>): NotesClient
  service: ServiceDefinition
}

const protoDir = process.env.NOTES_PROTO_DIR ?? 'examples/grpc'

export const definition = loadSync(join(protoDir, 'notes.proto'), { keepCase: true, defaults: true })

const loaded = loadPackageDefinition(definition)

export const Notes = (loaded.notes as GrpcObject & { v1: { Notes: NotesConstructor } }).v1.Notes
