import * as c from './constants'
import { setAuthInfoEx } from './native'

// The branch offices still run the old domain.
export function authenticateBranch(binding: unknown, host: string): number {
  return setAuthInfoEx(
    binding,
    `host/${host}`,
    c.RPC_C_AUTHN_LEVEL_CALL, // ✗ require-encryption
    c.RPC_C_AUTHN_GSS_NEGOTIATE, // ✓
    null,
    0,
    {
      Version: 1,
      Capabilities: c.RPC_C_QOS_CAPABILITIES_DEFAULT, // ✗ require-mutual-authentication
      IdentityTracking: c.RPC_C_QOS_IDENTITY_STATIC,
      ImpersonationType: c.RPC_C_IMP_LEVEL_DELEGATE, // ✗ no-excess-impersonation
    },
  )
}
