import { Controller, Inject } from '@nestjs/common'
import { type ClientProxy, MessagePattern, Payload } from '@nestjs/microservices'
import { firstValueFrom, timeout } from 'rxjs'

@Controller()
export class InventoryController {
  constructor(@Inject('PRICES') private readonly prices: ClientProxy) {}

  @MessagePattern('inventory.value')
  async value(@Payload() item: { id: string; count: number }) {
    const price = await firstValueFrom(this.prices.send<number>('price', item.id).pipe(timeout(2000)))
    return price * item.count
  }
}
