import { hasRole, sameOrg } from './guards'
import { t } from './init'

export { createContext } from './init'
export const router = t.router
export const mergeRouters = t.mergeRouters

export const memberProcedure = t.procedure.use(hasRole('member', 'admin')) // ✓
export const adminProcedure = t.procedure.use(hasRole('admin')) // ✓
export const orgProcedure = t.procedure.use(sameOrg((ctx) => ctx.session?.user.orgId))
