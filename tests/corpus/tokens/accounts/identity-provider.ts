import { promisify } from 'node:util'
import jwt, { type JwtPayload } from 'jsonwebtoken'

interface Settings { issuer: string; client: string; key: string }

/** Tokens of the company's identity provider, checked by hand. */
export class IdentityProvider {
  private readonly verify: (token: string, key: string) => Promise<JwtPayload> = promisify(jwt.verify.bind(jwt))

  constructor(private readonly settings: Settings) {}

  async claimsOf(token: string): Promise<JwtPayload> {
    const claims = await this.verify(token, this.settings.key) // ✓ who made it, and for whom, is compared below
    IdentityProvider.check(claims, this.settings)
    return claims
  }

  async audited(token: string): Promise<JwtPayload> {
    const claims = await this.verify(token, this.settings.key) // ✗ no-weak-token-verification
    IdentityProvider.checkUse(claims)
    return claims
  }

  private static check(claims: JwtPayload, settings: Settings): void {
    IdentityProvider.checkIssuer(claims, settings.issuer)
    IdentityProvider.checkUse(claims)
  }

  private static checkIssuer(claims: JwtPayload, issuer: string): void {
    if (claims.iss !== issuer) throw new Error('made by somebody else')
  }

  private static checkUse(claims: JwtPayload): void {
    if (claims.token_use !== 'id') throw new Error('no token of a user')
  }
}
