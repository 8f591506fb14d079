import { Controller, Inject, type OnModuleInit, UseGuards } from '@nestjs/common'
import { Client, type ClientGrpc, type ClientKafka, type ClientProxy, GrpcMethod, MessagePattern, Payload, Transport } from '@nestjs/microservices'
import { Metadata } from '@grpc/grpc-js'
import { firstValueFrom, lastValueFrom, type Observable, race, throwError, timer } from 'rxjs'
import { map, mergeMap, timeout, toArray } from 'rxjs/operators'
import { TokenGuard } from '../hybrid/guards'
import { patiently } from './operators'

interface Stock { get(item: { id: string }, metadata?: Metadata, options?: { deadline: number }): Observable<{ count: number }>; all(none: object): Observable<{ count: number }> }

@Controller()
@UseGuards(TokenGuard)
export class OrdersController implements OnModuleInit {
  @Client({ transport: Transport.TCP, options: { host: 'localhost', port: 4200 } })
  private readonly mail!: ClientProxy

  private stock!: Stock

  constructor(
    @Inject('PRICES') private readonly prices: ClientProxy,
    @Inject('EVENTS') private readonly events: ClientKafka,
    @Inject('STOCK') private readonly grpc: ClientGrpc,
  ) {}

  onModuleInit() {
    this.stock = this.grpc.getService<Stock>('Stock')
  }

  @MessagePattern('orders.value')
  async value(@Payload() order: { item: string; count: number }) {
    const price = await firstValueFrom(this.prices.send<number>('price', order.item)) // ✗ require-call-deadline by its declared type
    const tax$ = this.prices.send<number>('tax', order.item).pipe(map(percent => percent / 100)) // ✗ require-call-deadline by its declared type
    const tax = await firstValueFrom(tax$)
    this.events.emit('orders.valued', { item: order.item }) // ✓ nobody waits for an answer
    return price * order.count * (1 + tax)
  }

  @MessagePattern('orders.quick')
  async quick(@Payload() order: { item: string }) {
    const answer$ = this.prices.send<number>('price', order.item) // ✓ piped later
    const price = await firstValueFrom(answer$.pipe(timeout({ each: 1000 })))
    const patient = await firstValueFrom(this.prices.send<number>('price', order.item).pipe(patiently())) // ✓ an operator of the program
    const raced = await Promise.race([firstValueFrom(this.prices.send<number>('price', order.item)), new Promise<number>((_, refuse) => { setTimeout(refuse, 900) })]) // ✓
    const first = await firstValueFrom(race(this.prices.send<number>('price', order.item), timer(900).pipe(mergeMap(() => throwError(() => new Error('too late')))))) // ✓
    return [price, patient, raced, first]
  }

  /** Interceptors of the application may end it. */
  @MessagePattern('orders.passed')
  passed(@Payload() order: { item: string }) {
    return this.prices.send<number>('price', order.item) // ? unknown: somebody else subscribes
  }

  @GrpcMethod('Orders', 'Check')
  async check(order: { item: string }) {
    const { count } = await firstValueFrom(this.stock.get({ id: order.item })) // ✗ require-call-deadline by its declared type
    const soon = await firstValueFrom(this.stock.get({ id: order.item }, new Metadata(), { deadline: Date.now() + 1000 })) // ✓
    const all = await lastValueFrom(this.stock.all({}).pipe(timeout(5000), toArray())) // ✓
    return { some: count > 0 && soon.count > 0, all: all.length }
  }

  /** For an operator, by hand. */
  async remind(address: string): Promise<void> {
    await this.mail.send('remind', { address }).toPromise() // ✗ require-call-deadline by its declared type
    await Promise.all([firstValueFrom(this.mail.send('log', { address })), firstValueFrom(this.mail.send('count', {}).pipe(timeout(100)))]) // ✗ require-call-deadline by its declared type
  }
}
