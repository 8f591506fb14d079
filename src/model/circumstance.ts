/** A condition under which something holds, in the words that security advice needs. */
export interface Circumstance {
  /**
   * `missing`: a file, certificate or variable is not there. `otherwise`: no case of a switch fits. `development`: the
   * program asked where it runs. `local`: it asked whether the address is this machine. `scheme`: it asked which
   * scheme an address has, so that whoever wrote that has chosen. `chosen`: somebody asked for
   * exactly this. `other`: cannot be told.
   */
  readonly kind: 'missing' | 'present' | 'otherwise' | 'development' | 'local' | 'scheme' | 'chosen' | 'other'
  /** What is missing, present or asked: a name of the program, such as `process.env.TLS_CERT`. */
  readonly subject: string
}
