import { arg, framework, type Ref, type TokenRow } from './describe.js'

/** The settings of a module hold for every token that its services verify. */
const settings = (at: Ref): TokenRow => ({
  key: at.option('secret').or(at.option('publicKey')).or(at.option('secretOrPrivateKey')).text(),
  algorithms: at.option('verifyOptions.algorithms').each(), expires: at.option('verifyOptions.ignoreExpiration').unless(true),
})
const options = arg(1)
const verified: TokenRow = {
  token: arg(0), key: options.option('secret').or(options.option('publicKey')).text(), algorithms: options.option('algorithms').each(), expires: options.option('ignoreExpiration').unless(true),
}

const anywhere = (name: string): Ref[] => [options.option(name), arg(0).option(`verifyOptions.${name}`), arg(0).option('useFactory').returned().option(`verifyOptions.${name}`)]

/** The tokens of jsonwebtoken, as a service of NestJS. */
export const nestjsJwt = framework({
  module: '@nestjs/jwt', tested: '12.0', docs: 'https://github.com/nestjs/jwt#readme',
  things: { JwtService: { is: ['new JwtService()'], type: ['JwtService'] } },
  tokens: {
    'JwtService.verify()': verified, 'JwtService.verifyAsync()': { ...verified, later: true },
    'JwtModule.register()': settings(arg(0)), 'JwtModule.registerAsync()': settings(arg(0).option('useFactory').returned()), 'new JwtService()': settings(arg(0)),
  },
  decodes: { 'JwtService.decode()': { token: arg(0), under: 'payload' } },
  signs: ['JwtService.sign()', 'JwtService.signAsync()'],
  remedies: {
    proof: 'Use `verifyAsync()`',
    key: 'Take it from the configuration, and throw when it is not there', algorithms: 'Name only those with which your tokens are signed',
    expires: 'Leave `ignoreExpiration` out, and have a refresh token where a session goes on',
  },
  edits: {
    algorithms: anywhere('algorithms').map(all => ({ remove: all.each(), says: 'Leave `none` out' })),
    expires: anywhere('ignoreExpiration').map(remove => ({ remove, says: 'Leave `ignoreExpiration` out' })),
  },
})
