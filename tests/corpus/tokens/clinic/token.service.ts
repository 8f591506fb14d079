import { Injectable } from '@nestjs/common'
import { JwtService } from '@nestjs/jwt'

interface Claims { sub: string }

@Injectable()
export class TokenService {
  constructor(private readonly jwt: JwtService) {}

  verify(token: string) { return this.jwt.verifyAsync<Claims>(token) } // ✓ as the module says

  ofPartner(token: string) { return this.jwt.verify<Claims>(token, { secret: 'clinic-partner' }) } // ✗ no-weak-token-verification by its declared type

  ofOldApp(token: string) {
    return this.jwt.verifyAsync<Claims>(token, {
      secret: process.env.OLD_SECRET!,
      ignoreExpiration: true, // ✗ no-weak-token-verification by its declared type
    })
  }
}
