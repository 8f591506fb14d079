import type { TRPCError, TRPCDefaultErrorShape } from '@trpc/server'

interface Failure {
  shape: TRPCDefaultErrorShape
  error: TRPCError
}

export const verbose = ({ shape, error }: Failure) => ({
  ...shape,
  data: { ...shape.data, reason: error.cause?.message },
})

export const inDevelopment = ({ shape, error }: Failure) => ({
  ...shape,
  data: { ...shape.data, ...(process.env.NODE_ENV === 'development' && { stack: error.stack }) },
})
