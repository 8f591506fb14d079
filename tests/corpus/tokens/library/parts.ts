export function parts(token: string): { head: string; body: string; signature: string } {
  const [head = '', body = '', signature = ''] = token.split('.')
  return { head, body, signature }
}
