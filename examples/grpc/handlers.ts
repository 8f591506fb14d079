import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { credentials, status, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js'
import { isFromOffice, userOf } from './auth.js'
import { archiveCredentials } from './credentials.js'
import {
  Notes,
  type Document,
  type Note,
  type NoteRef,
  type RenderRequest,
  type ShareReply,
  type ShareRequest,
  type ThumbnailRequest,
} from './notes.js'

const root = resolve(process.env.NOTES_DIR ?? 'notes')
const archive = new Notes('archive.example.com:443', archiveCredentials())

const links = new Map<string, string>()
const bodies = new Map<string, string>()

const formats: Record<string, (note: Note) => string> = {
  text: (note) => note.body,
  html: (note) => `<h1>${escape(note.title)}</h1><p>${escape(note.body)}</p>`,
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
}

export async function get(call: ServerUnaryCall<NoteRef, Note>, callback: sendUnaryData<Note>): Promise<void> {
  const text = await readFile(join(root, call.request.id), 'utf8')
  callback(null, JSON.parse(text) as Note)
}

export async function save(call: ServerUnaryCall<Note, NoteRef>, callback: sendUnaryData<NoteRef>): Promise<void> {
  try {
    const id = randomUUID()
    const { title, body } = call.request
    if (title.length > 200 || body.length > 100_000) {
      callback({ code: status.INVALID_ARGUMENT, details: 'the note is too long' })
      return
    }
    await writeFile(join(root, id), JSON.stringify({ id, title, body }))
    bodies.set(id, body)
    callback(null, { id })
  } catch (error) {
    console.error(error)
    callback({ code: status.INTERNAL, details: 'could not save the note' })
  }
}

export async function render(
  call: ServerUnaryCall<RenderRequest, Document>,
  callback: sendUnaryData<Document>,
): Promise<void> {
  try {
    const file = resolve(root, call.request.id)
    if (!file.startsWith(root + sep)) {
      callback({ code: status.INVALID_ARGUMENT, details: 'no such note' })
      return
    }
    const note = JSON.parse(await readFile(file, 'utf8')) as Note
    callback(null, { content: Buffer.from(formats[call.request.format](note)) })
  } catch (error) {
    callback({ code: status.INTERNAL, details: (error as Error).stack })
  }
}

export function thumbnail(
  call: ServerUnaryCall<ThumbnailRequest, Document>,
  callback: sendUnaryData<Document>,
): void {
  const { width, height } = call.request
  callback(null, { content: Buffer.alloc(width * height * 4) })
}

export function share(call: ServerUnaryCall<ShareRequest, ShareReply>, callback: sendUnaryData<ShareReply>): void {
  const link = Math.random().toString(36).slice(2)
  links.set(link, `${userOf(call)}/${call.request.id}`)

  const friend = new Notes(call.request.notify, credentials.createSsl())
  friend.save({ id: call.request.id, title: 'Shared with you', body: link }, (error) => {
    if (error) console.warn('could not notify', error.code)
  })
  callback(null, { link })
}

export function archiveNote(call: ServerUnaryCall<NoteRef, NoteRef>, callback: sendUnaryData<NoteRef>): void {
  if (!isFromOffice(call)) {
    callback({ code: status.PERMISSION_DENIED, details: 'only from the office' })
    return
  }
  archive.archive({ id: call.request.id }, call.metadata, { deadline: Date.now() + 5_000 }, callback)
}
