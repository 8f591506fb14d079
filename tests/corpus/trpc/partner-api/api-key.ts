import { createHash, timingSafeEqual } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'

const expected = createHash('sha256').update(process.env.PARTNER_KEY!).digest()

export function requireApiKey(req: Request, res: Response, next: NextFunction) {
  const given = createHash('sha256').update(req.get('x-api-key') ?? '').digest()
  if (!timingSafeEqual(given, expected)) {
    res.status(401).json({ error: 'api key' })
    return
  }
  next()
}

export function reportMissingKey(req: Request, res: Response, next: NextFunction) {
  if (!req.get('x-api-key')) {
    res.status(401)
    console.warn('no api key', req.path)
  }
  next()
}
