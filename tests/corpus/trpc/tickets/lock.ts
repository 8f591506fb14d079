export class NotYours extends Error {
  override message = 'Somebody else works on this ticket'
}

const locks = new WeakMap<object, string>()
const known = new Map<string, object>()

export async function release(id: string, userId: string): Promise<void> {
  const key = known.get(id)
  if (key && locks.get(key) !== userId) throw new NotYours()
}
