import { Controller, Module, UseGuards } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import { MessagePattern, Payload } from '@nestjs/microservices'
import { CountingGuard, MemberGuard, SayingGuard } from './lax.guards'

@Controller()
export class ArchiveController {
  @UseGuards(SayingGuard) // ✗ no-ineffective-guard
  @MessagePattern('archive.find')
  find(@Payload() month: string) { return { month } }

  @UseGuards(MemberGuard) // ✓
  @MessagePattern('archive.list')
  list() { return [] }
}

@Module({ controllers: [ArchiveController], providers: [{ provide: APP_GUARD, useClass: MemberGuard }] }) // ✓
export class ArchiveModule {}

@Module({
  imports: [ArchiveModule],
  providers: [
    CountingGuard, // ✓ nothing says yet that it guards
    { provide: APP_GUARD, useClass: CountingGuard }, // ✗ no-ineffective-guard by its declared type
    { provide: 'COUNTER', useClass: CountingGuard }, // ✓ no guard
  ],
})
export class LaxModule {}
