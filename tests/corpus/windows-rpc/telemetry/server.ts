import { useProtseqEp } from './native'

const SEQUENCES = { current: 'ncacn_ip_tcp', netbios: 'ncacn_nb_tcp' } as const

export function listen(compatible: boolean) {
  if (compatible) {
    useProtseqEp(SEQUENCES.netbios, 10, '33', null) // ✗ prefer-mainstream-transport
  } else {
    useProtseqEp(SEQUENCES.current, 10, '5001', null) // ✓
  }
}
