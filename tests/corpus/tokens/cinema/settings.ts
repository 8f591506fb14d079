import { Injectable } from '@nestjs/common'

export function secretOf(name: string): string {
  const secret = process.env[`${name.toUpperCase()}_SECRET`]
  if (!secret) throw new Error(`${name} has no secret`)
  return secret
}

@Injectable()
export class Settings {
  get guestSecret(): string { return secretOf('guest') }
}
