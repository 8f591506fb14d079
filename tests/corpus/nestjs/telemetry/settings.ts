import { readFileSync } from 'node:fs'
import { Injectable } from '@nestjs/common'
import { type TcpOptions, Transport } from '@nestjs/microservices'

@Injectable()
export class Settings {
  private readonly keyFile = process.env.TLS_KEY_FILE

  /** How calls come in; with TLS where there is a key. */
  listener(): TcpOptions {
    const tlsOptions = this.keyFile ? { key: readFileSync(this.keyFile), cert: readFileSync('/etc/telemetry/tls.crt') } : undefined
    return { transport: Transport.TCP, options: { host: '0.0.0.0', port: 4020, tlsOptions } }
  }
}
