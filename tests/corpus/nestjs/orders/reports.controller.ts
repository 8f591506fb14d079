import { Controller, Inject, UseGuards } from '@nestjs/common'
import { Client, type ClientGrpc, MessagePattern, Payload, Transport } from '@nestjs/microservices'
import { credentials } from '@grpc/grpc-js'
import { firstValueFrom, forkJoin, type Observable, timeout } from 'rxjs'
import { TokenGuard } from '../hybrid/guards'

interface Report { text: string }
interface Reports { of(month: { name: string }): Observable<Report> }

@Controller()
@UseGuards(TokenGuard)
export class ReportsController {
  @Inject('REPORTS') private readonly reports!: ClientGrpc

  @Client({ transport: Transport.GRPC, options: { url: 'archive.internal:50062', package: 'archive', protoPath: 'proto/archive.proto', credentials: credentials.createSsl() } })
  private readonly archive!: ClientGrpc

  constructor(@Inject('LEDGER') private readonly ledger: ClientGrpc) {}

  @MessagePattern('reports.month')
  async month(@Payload() name: string) {
    const report = await firstValueFrom(this.reports.getService<Reports>('Reports').of({ name })) // ✓ an interceptor of its client gives it up
    const old = await firstValueFrom(this.archive.getService<Reports>('Archive').of({ name })) // ✗ require-call-deadline by its declared type
    const booked = await firstValueFrom(this.ledger.getService<Reports>('Ledger').of({ name })) // ? unknown: where that client is registered
    return [report.text, old.text, booked.text]
  }

  @MessagePattern('reports.both')
  async both(@Payload() names: string[]) {
    const archive = this.archive.getService<Reports>('Archive')
    const [first, second] = await firstValueFrom(forkJoin([
      archive.of({ name: names[0]! }), // ✗ require-call-deadline by its declared type
      archive.of({ name: names[1]! }).pipe(timeout(1000)), // ✓
    ]))
    const soon = await firstValueFrom(forkJoin({ first: archive.of({ name: names[0]! }), second: archive.of({ name: names[1]! }) }).pipe(timeout(1000))) // ✓ both are given up
    return [first.text, second.text, soon.first.text]
  }
}
