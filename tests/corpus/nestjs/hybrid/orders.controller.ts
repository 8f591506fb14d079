import { Controller, Get, Param } from '@nestjs/common'
import { GrpcMethod, MessagePattern, Payload } from '@nestjs/microservices'
import { IsUUID } from 'class-validator'

/** What a `ValidationPipe` checks. */
class OrderRequest {
  @IsUUID() id!: string
}

const orders = new Map<string, string>()

@Controller('orders')
export class OrdersController {
  @Get(':id')
  show(@Param('id') id: string) {
    return { id, state: orders.get(id) }
  }

  @GrpcMethod('Orders', 'Find')
  find(request: OrderRequest) {
    return { id: request.id, state: orders.get(request.id) }
  }

  @MessagePattern('orders.cancel')
  cancel(@Payload() request: OrderRequest) {
    return orders.delete(request.id)
  }
}
