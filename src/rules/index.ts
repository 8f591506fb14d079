/** Every rule by its name. Written by scripts/tables.mjs when the plugin is built. */
import type { SecureRpcRule } from '../rule.js'
import noCrashOnBadCall from './no-crash-on-bad-call.js'
import noCredentialsInClear from './no-credentials-in-clear.js'
import noDynamicDispatch from './no-dynamic-dispatch.js'
import noEndpointSecurity from './no-endpoint-security.js'
import noErrorDetailLeak from './no-error-detail-leak.js'
import noExcessImpersonation from './no-excess-impersonation.js'
import noExposedAdminService from './no-exposed-admin-service.js'
import noGuessableHandle from './no-guessable-handle.js'
import noIgnoredSecurityOption from './no-ignored-security-option.js'
import noIneffectiveGuard from './no-ineffective-guard.js'
import noMixedProtection from './no-mixed-protection.js'
import noNullSession from './no-null-session.js'
import noOpenOrigin from './no-open-origin.js'
import noOptionalAuthentication from './no-optional-authentication.js'
import noPeerDataInSink from './no-peer-data-in-sink.js'
import noPeerSizedAllocation from './no-peer-sized-allocation.js'
import noPeerSuppliedEndpoint from './no-peer-supplied-endpoint.js'
import noPlaintextFallback from './no-plaintext-fallback.js'
import noSelfAssertedPrincipal from './no-self-asserted-principal.js'
import noUnlimitedMessage from './no-unlimited-message.js'
import noUnverifiedToken from './no-unverified-token.js'
import noWeakProvider from './no-weak-provider.js'
import noWeakTokenVerification from './no-weak-token-verification.js'
import preferMainstreamTransport from './prefer-mainstream-transport.js'
import requireArgumentValidation from './require-argument-validation.js'
import requireAuthorizedMutation from './require-authorized-mutation.js'
import requireBoundedInput from './require-bounded-input.js'
import requireBoundedState from './require-bounded-state.js'
import requireCallDeadline from './require-call-deadline.js'
import requireClientAuthentication from './require-client-authentication.js'
import requireEncryption from './require-encryption.js'
import requireHandleOwner from './require-handle-owner.js'
import requireMutualAuthentication from './require-mutual-authentication.js'
import requireOneDoor from './require-one-door.js'
import requireServerVerification from './require-server-verification.js'

export const rules: Record<string, SecureRpcRule> = {
  'no-crash-on-bad-call': noCrashOnBadCall,
  'no-credentials-in-clear': noCredentialsInClear,
  'no-dynamic-dispatch': noDynamicDispatch,
  'no-endpoint-security': noEndpointSecurity,
  'no-error-detail-leak': noErrorDetailLeak,
  'no-excess-impersonation': noExcessImpersonation,
  'no-exposed-admin-service': noExposedAdminService,
  'no-guessable-handle': noGuessableHandle,
  'no-ignored-security-option': noIgnoredSecurityOption,
  'no-ineffective-guard': noIneffectiveGuard,
  'no-mixed-protection': noMixedProtection,
  'no-null-session': noNullSession,
  'no-open-origin': noOpenOrigin,
  'no-optional-authentication': noOptionalAuthentication,
  'no-peer-data-in-sink': noPeerDataInSink,
  'no-peer-sized-allocation': noPeerSizedAllocation,
  'no-peer-supplied-endpoint': noPeerSuppliedEndpoint,
  'no-plaintext-fallback': noPlaintextFallback,
  'no-self-asserted-principal': noSelfAssertedPrincipal,
  'no-unlimited-message': noUnlimitedMessage,
  'no-unverified-token': noUnverifiedToken,
  'no-weak-provider': noWeakProvider,
  'no-weak-token-verification': noWeakTokenVerification,
  'prefer-mainstream-transport': preferMainstreamTransport,
  'require-argument-validation': requireArgumentValidation,
  'require-authorized-mutation': requireAuthorizedMutation,
  'require-bounded-input': requireBoundedInput,
  'require-bounded-state': requireBoundedState,
  'require-call-deadline': requireCallDeadline,
  'require-client-authentication': requireClientAuthentication,
  'require-encryption': requireEncryption,
  'require-handle-owner': requireHandleOwner,
  'require-mutual-authentication': requireMutualAuthentication,
  'require-one-door': requireOneDoor,
  'require-server-verification': requireServerVerification,
}
