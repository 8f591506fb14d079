import { Inject, Injectable, type OnModuleInit } from '@nestjs/common'
import { ClientGrpc } from '@nestjs/microservices'
import { firstValueFrom, timeout } from 'rxjs'
import { AUTH_SERVICE_NAME, type AuthServiceClient, type ValidateResponse } from './auth.pb'

@Injectable()
export class AuthService implements OnModuleInit {
  private remote!: AuthServiceClient

  @Inject(AUTH_SERVICE_NAME)
  private readonly client!: ClientGrpc

  onModuleInit(): void {
    this.remote = this.client.getService<AuthServiceClient>(AUTH_SERVICE_NAME)
  }

  validate(token: string): Promise<ValidateResponse> {
    return firstValueFrom(this.remote.validate({ token }).pipe(timeout(3000)))
  }
}
