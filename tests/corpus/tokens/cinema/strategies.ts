import { Injectable, UnauthorizedException } from '@nestjs/common'
import { PassportStrategy } from '@nestjs/passport'
import { passportJwtSecret } from 'jwks-rsa'
import { ExtractJwt, Strategy } from 'passport-jwt'
import { Settings, secretOf } from './settings'

interface Claims { sub: string; iss?: string; exp: number }

/** Tokens of the company's identity provider. */
@Injectable()
export class EmployeeStrategy extends PassportStrategy(Strategy, 'employee') {
  constructor() {
    super({ // ✓
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKeyProvider: passportJwtSecret({ cache: true, rateLimit: true, jwksUri: 'https://id.cinema.example/.well-known/jwks.json' }),
      algorithms: ['RS256'], audience: 'tickets', issuer: 'https://id.cinema.example/',
    })
  }

  validate({ sub }: Claims) { return { id: sub } }
}

@Injectable()
export class BranchStrategy extends PassportStrategy(Strategy, 'branch') {
  constructor() {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKeyProvider: passportJwtSecret({ jwksUri: 'http://id.cinema.example/.well-known/jwks.json' }), // ✗ no-weak-token-verification
      algorithms: ['RS256'], issuer: 'https://id.cinema.example/',
    })
  }

  validate({ sub }: Claims) { return { id: sub } }
}

/** As the tutorial has it. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor() {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      ignoreExpiration: true, // ✗ no-weak-token-verification
      secretOrKey: process.env.JWT_SECRET || 'popcorn', // ✗ no-weak-token-verification
      issuer: 'cinema',
    })
  }

  validate({ sub }: Claims) { return { id: sub } }
}

@Injectable()
export class GuestStrategy extends PassportStrategy(Strategy, 'guest') {
  constructor(settings: Settings) {
    super({ jwtFromRequest: ExtractJwt.fromUrlQueryParameter('token'), ignoreExpiration: false, secretOrKey: settings.guestSecret }) // ✗ no-weak-token-verification neither who made it nor for whom is asked
  }

  validate({ sub }: Claims) { return { id: sub } }
}

/** What stands further in is written over by what the strategy itself is not given. */
@Injectable()
export class PartnerStrategy extends PassportStrategy(Strategy, 'partner') {
  constructor() {
    super({ // ✗ no-weak-token-verification
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: secretOf('partner'),
      jsonWebTokenOptions: { audience: 'tickets', issuer: 'partner', clockTolerance: 5 }, // ✗ no-ignored-security-option
    })
  }

  validate({ sub }: Claims) { return { id: sub } }
}

/** Who made it is compared by hand, and how old it is. */
@Injectable()
export class KioskStrategy extends PassportStrategy(Strategy, 'kiosk') {
  constructor() {
    super({ jwtFromRequest: ExtractJwt.fromHeader('x-kiosk'), secretOrKey: secretOf('kiosk'), ignoreExpiration: true }) // ✓ see below
  }

  validate({ sub, iss, exp }: Claims) {
    if (iss !== 'kiosk' || exp * 1000 < Date.now() - 3_600_000) throw new UnauthorizedException()
    return { id: sub }
  }
}
