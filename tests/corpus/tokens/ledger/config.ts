export const config = {
  port: Number(process.env.PORT ?? 50051),
  jwtSecret: process.env.JWT_SECRET || 'ledger-dev-secret',
  issuer: 'https://id.acme.example',
}
