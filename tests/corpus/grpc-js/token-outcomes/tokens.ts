import type { Metadata } from '@grpc/grpc-js'

export const key = new TextEncoder().encode(process.env.JWT_SECRET)

export const tokenOf = (metadata: Metadata): string => String(metadata.get('authorization')[0] ?? '').replace(/^Bearer /, '')
