/** Functions that peers invoke: what approves them, what their input must look like, and what they do with it. */
import type { Contract, Guard, Procedure } from '../model/program.js'
import type { Ends } from './ends.js'
import type { Reading } from './read.js'

export interface Procedures { read(): { procedures: Procedure[]; guards: Guard[]; contracts: Contract[] } }

export function createProcedures(_reading: Reading, _ends: Ends): Procedures {
  return { read: () => ({ procedures: [], guards: [], contracts: [] }) }
}
