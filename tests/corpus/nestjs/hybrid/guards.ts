import { type CanActivate, type ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common'
import type { Metadata } from '@grpc/grpc-js'
import { verify } from 'jsonwebtoken'

/** Whoever has a token of ours. */
@Injectable()
export class TokenGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const metadata = context.switchToRpc().getContext<Metadata>()
    const [token] = metadata.get('authorization')
    if (typeof token !== 'string') throw new UnauthorizedException()
    verify(token, process.env.TOKEN_KEY ?? '', { algorithms: ['HS256'], audience: 'orders', issuer: 'accounts' })
    return true
  }
}

/** Left over from the first week. */
@Injectable()
export class OpenGuard implements CanActivate {
  canActivate(): boolean {
    return true
  }
}
