import { Injectable } from '@nestjs/common'

@Injectable()
export class Deployment {
  readonly forecastUrl = process.env.FORECAST_URL ?? 'forecast.example.com:50051'
  readonly alertUrl = process.env.ALERT_URL ?? 'alerts.example.com:50051'
}
