import { router } from '../trpc'
import { accountRouter } from './account'
import { postRouter } from './post'

export const appRouter = router({
  account: accountRouter,
  post: postRouter,
})

export type AppRouter = typeof appRouter
