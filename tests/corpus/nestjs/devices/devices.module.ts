import { Controller, Module } from '@nestjs/common'
import { EventPattern, Payload } from '@nestjs/microservices'

const states = new Map<string, boolean>()

@Controller()
class DevicesController {
  @EventPattern('devices/kitchen/state')
  state(@Payload() state: { on: boolean }) {
    states.set('kitchen', state.on)
  }
}

@Module({ controllers: [DevicesController] })
export class DevicesModule {}
