import { z } from 'zod'

export const postId = z.object({ id: z.uuid() })

export const createPost = z.object({
  title: z.string().min(1).max(200),
  body: z.string().max(50_000),
  tags: z.array(z.string().max(40)).max(20).default([]),
})

export const updatePost = createPost.partial().extend({ id: z.uuid() })

// Comments were added in a hurry.
export const addComment = z.object({
  postId: z.uuid(),
  text: z.string().min(1),
  mentions: z.array(z.uuid()),
})

export const credentials = z.object({
  email: z.email().max(254),
  password: z.string().min(8).max(128),
})
