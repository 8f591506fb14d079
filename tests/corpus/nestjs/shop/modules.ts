import { Module } from '@nestjs/common'

@Module({})
export class BasketModule {}

@Module({})
export class CheckoutModule {}

@Module({})
export class CatalogModule {}
