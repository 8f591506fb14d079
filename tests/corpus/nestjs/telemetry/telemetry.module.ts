import { Module } from '@nestjs/common'
import { Settings } from './settings'

@Module({ providers: [Settings] })
export class TelemetryModule {}
