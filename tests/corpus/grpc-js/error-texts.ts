if (process.env.NODE_ENV === 'development') process.env.GRPC_NODE_DEBUG_SEND_ERROR_DETAILS = 'true' // ✓ here only

export function debug() {
  process.env.GRPC_NODE_DEBUG_SEND_ERROR_DETAILS = 'true' // ✗ no-error-detail-leak
}

export function stop() {
  process.env.GRPC_NODE_DEBUG_SEND_ERROR_DETAILS = 'false' // ✓
}
