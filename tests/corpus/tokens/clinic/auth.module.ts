import { Module } from '@nestjs/common'
import { JwtModule } from '@nestjs/jwt'
import { Settings } from './settings.js'
import { TokenService } from './token.service.js'

@Module({
  imports: [
    JwtModule.register({ secret: process.env.JWT_SECRET || 'clinic', signOptions: { expiresIn: '1h' } }), // ✗ no-weak-token-verification
    JwtModule.registerAsync({
      inject: [Settings],
      useFactory: (settings: Settings) => ({
        secret: settings.get('JWT_SECRET') ?? 'clinic', // ✗ no-weak-token-verification
        verifyOptions: { issuer: 'clinic', ignoreExpiration: true }, // ✗ no-weak-token-verification
      }),
    }),
    JwtModule.registerAsync({
      inject: [Settings],
      useFactory: async (settings: Settings) => ({ secret: settings.must('JWT_SECRET'), signOptions: { expiresIn: '1h' } }), // ✓
    }),
  ],
  providers: [TokenService],
})
export class AuthModule {}
