import * as httpntlm from 'httpntlm'
import { request } from 'ntlm-client'
import { Client } from 'node-smb2'

interface Login { domain: string; username: string; password: string }

export function report(login: Login, done: (text: string) => void) {
  httpntlm.get({ ...login, url: 'http://reports.corp.example/daily' }, (_error, { body }) => done(body)) // ✗ require-encryption
}

export function reportOverTls(login: Login, done: (text: string) => void) {
  httpntlm.get({ ...login, url: 'https://reports.corp.example/daily' }, (_error, { body }) => done(body)) // ✓
}

export function upload(login: Login, url: string, body: string, done: () => void) {
  httpntlm.post({ ...login, url, body }, done) // ? unknown: the URL
}

export const wiki = (login: Login) => request({ ...login, method: 'GET', uri: 'http://wiki.corp.example/start' }) // ✗ require-encryption
export const board = (login: Login) => request({ ...login, method: 'GET', uri: 'https://wiki.corp.example/board' }) // ✓

export async function share(login: Login) {
  const session = await new Client('files.corp.example').authenticate({ ...login, forceNtlmVersion: 'v2' }) // ✓
  return session.connectTree('\\\\files.corp.example\\reports')
}

export async function oldShare(login: Login) {
  const session = await new Client('nas.corp.example').authenticate({
    ...login,
    forceNtlmVersion: 'v1', // ✗ no-weak-provider
  })
  return session.connectTree('\\\\nas.corp.example\\scans')
}
