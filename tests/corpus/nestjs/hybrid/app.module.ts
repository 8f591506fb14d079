import { Module } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import { TokenGuard } from './guards'
import { OrdersController } from './orders.controller'

@Module({ controllers: [OrdersController] })
export class AppModule {}

@Module({ imports: [AppModule], providers: [{ provide: APP_GUARD, useClass: TokenGuard }] })
export class GuardedModule {}
