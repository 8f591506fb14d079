import { useAll, useAllIf } from './native'

export function listenEverywhere(ifSpec: unknown) {
  useAll(10, null) // ✗ no-mixed-protection
  useAllIf(10, ifSpec, null) // ✗ no-mixed-protection
}
