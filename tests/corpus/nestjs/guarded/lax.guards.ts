import { type CanActivate, type ExecutionContext, Injectable, Logger, UnauthorizedException } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { Metadata } from '@grpc/grpc-js'
import { verify } from 'jsonwebtoken'

const tokenOf = (context: ExecutionContext): string => String(context.switchToRpc().getContext<Metadata>().get('authorization')[0])

/** Says that a token is bad, and goes on. */
@Injectable()
export class SayingGuard implements CanActivate {
  private readonly logger = new Logger(SayingGuard.name)

  canActivate(context: ExecutionContext): boolean {
    try {
      verify(tokenOf(context), process.env.TOKEN_KEY ?? '', { algorithms: ['HS256'], audience: 'reports', issuer: 'accounts' })
    } catch (error) {
      this.logger.warn(String(error))
    }
    return true
  }
}

/** Counts who comes. */
@Injectable()
export class CountingGuard implements CanActivate {
  private readonly seen = new Map<string, number>()

  canActivate(context: ExecutionContext): boolean {
    const handler = context.getHandler().name
    this.seen.set(handler, (this.seen.get(handler) ?? 0) + 1)
    return true
  }
}

/** What is public is for everybody, and the rest for members. */
@Injectable()
export class MemberGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.reflector.getAllAndOverride<boolean>('public', [context.getHandler(), context.getClass()])) return true
    const token = tokenOf(context)
    if (!token) throw new UnauthorizedException()
    verify(token, process.env.TOKEN_KEY ?? '', { algorithms: ['HS256'], audience: 'reports', issuer: 'accounts' })
    return true
  }
}
