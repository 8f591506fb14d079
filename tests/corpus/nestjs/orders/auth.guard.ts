import { type CanActivate, type ExecutionContext, Inject, Injectable, Logger, UnauthorizedException } from '@nestjs/common'
import { type ClientProxy } from '@nestjs/microservices'
import { catchError, firstValueFrom, map, type Observable, of, tap, timeout } from 'rxjs'

interface User { id: string; roles: string[] }

/** Asks the service that knows who somebody is. */
@Injectable()
export class AuthGuard implements CanActivate {
  private readonly logger = new Logger(AuthGuard.name)

  constructor(@Inject('AUTH') private readonly auth: ClientProxy) {}

  canActivate(context: ExecutionContext): boolean | Observable<boolean> {
    const request = context.switchToHttp().getRequest<{ cookies?: Record<string, string>; user?: User }>()
    const token = request.cookies?.['Authentication']
    if (!token) return false
    return this.auth
      .send<User>('authenticate', { token }) // ✗ require-call-deadline by its declared type
      .pipe(
        tap(user => { request.user = user }),
        map(user => user.roles.includes('orders')),
        catchError((error: unknown) => { this.logger.error(error); return of(false) }),
      )
  }
}

/** The same, and whoever asks in vain is refused. */
@Injectable()
export class PatientGuard implements CanActivate {
  @Inject('AUTH') private readonly auth!: ClientProxy

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const token = context.switchToRpc().getData<{ token: string }>().token
    const answer$ = this.auth.send<User>('authenticate', { token }).pipe(timeout({ first: 2000 }), map(user => user.id)) // ✓
    if (!(await firstValueFrom(answer$))) throw new UnauthorizedException()
    return true
  }
}
