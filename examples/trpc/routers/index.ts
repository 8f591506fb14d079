import { router } from '../trpc.js'
import { adminRouter } from './admin.js'
import { postsRouter } from './posts.js'

export const appRouter = router({ posts: postsRouter, admin: adminRouter })

export type AppRouter = typeof appRouter
