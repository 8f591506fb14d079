/** State between calls: the program's own maps of handles. */
import type { Session, Use } from '../model/program.js'
import type { Procedures } from './procedures.js'
import type { Reading } from './read.js'

export interface Sessions { read(): { sessions: Session[]; uses: Use[] } }

export function createSessions(_reading: Reading, _procedures: Procedures): Sessions {
  return { read: () => ({ sessions: [], uses: [] }) }
}
