import { createCallerFactory, createTRPCRouter } from '@/server/trpc'
import { feedbackRouter } from '@/server/routers/feedback'

export const appRouter = createTRPCRouter({
  feedback: feedbackRouter,
})

export type AppRouter = typeof appRouter
export const createCaller = createCallerFactory(appRouter)
