import { Controller } from '@nestjs/common'
import { EventPattern, MessagePattern } from '@nestjs/microservices'

const balances = new Map<string, number>()

@Controller()
export class AccountsController {
  @MessagePattern({ cmd: 'balance' })
  balance(id: string) {
    return balances.get(id) ?? 0
  }

  @EventPattern('account.closed')
  close(id: string) {
    balances.delete(id)
  }
}
