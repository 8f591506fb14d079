import { Module } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import { ClientsModule, Transport } from '@nestjs/microservices'
import { TokenGuard } from '../hybrid/guards'
import { AccountsController } from './accounts.controller'

@Module({
  imports: [ClientsModule.register([{ name: 'LOG', transport: Transport.TCP }])],
  controllers: [AccountsController],
})
export class AccountsModule {}

@Module({ imports: [AccountsModule], providers: [{ provide: APP_GUARD, useClass: TokenGuard }] })
export class MembersModule {}
