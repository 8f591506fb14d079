import { CellarInterface, RPC_IF_ALLOW_SECURE_ONLY } from './binding'
import { ifSpecs } from './specs'

const open = new CellarInterface(0, null) // ✗ require-client-authentication
open.register(ifSpecs.stock, 64 * 1024) // ✓

const guarded = new CellarInterface(RPC_IF_ALLOW_SECURE_ONLY, null)
guarded.register(ifSpecs.orders, 64 * 1024) // ✓
guarded.register(ifSpecs.archive, 0xffffffff) // ✗ no-unlimited-message
