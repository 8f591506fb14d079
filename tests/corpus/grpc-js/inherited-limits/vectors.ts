import { Pool } from './pool.js'

/** What the options of another file leave unbounded is said where they are written. */
export class Vectors extends Pool { // ✓
  constructor() {
    super('vectors.acme.example:443') // ✓
    this.grow()
  }

  close(): void {
    for (const client of this.clients) client.close()
  }
}
