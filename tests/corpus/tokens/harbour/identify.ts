import type { NextFunction, Request, Response } from 'express'
import { jwtDecode } from 'jwt-decode'

export interface Skipper { sub: string; vessel: string }

export function identify(req: Request & { skipper?: Skipper }, res: Response, next: NextFunction): void {
  const token = req.get('authorization')?.replace('Bearer ', '')
  if (!token) {
    res.status(401).end()
    return
  }
  req.skipper = jwtDecode<Skipper>(token) // ? unknown: what runs before it is told where it is used
  next()
}
