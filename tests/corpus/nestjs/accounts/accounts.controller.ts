import { Controller } from '@nestjs/common'
import { EventPattern, MessagePattern, Payload } from '@nestjs/microservices'

const balances = new Map<string, number>()

@Controller()
export class AccountsController {
  @MessagePattern({ cmd: 'balance' })
  balance(@Payload() id: string) {
    return balances.get(id) ?? 0
  }

  @EventPattern('account.closed')
  close(@Payload() id: string) {
    balances.delete(id)
  }
}
