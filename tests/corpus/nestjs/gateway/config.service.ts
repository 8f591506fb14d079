import { readFileSync } from 'node:fs'
import { Injectable } from '@nestjs/common'

/** What the deployment says, and what it is when it says nothing. */
@Injectable()
export class ConfigService {
  get(name: string): string {
    const value = process.env[name]
    if (value === undefined) throw new Error(`${name} is not set`)
    return value
  }

  get certificateAuthority(): Buffer { return readFileSync(this.get('CA_FILE')) }
}
