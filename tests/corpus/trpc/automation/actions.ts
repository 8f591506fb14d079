export type Action = (args: Record<string, string>) => Promise<string>

export const actions: Record<string, Action> = {
  greet: async ({ name }) => `Hello ${name ?? 'you'}`,
  ping: async () => 'pong',
  shout: async ({ text }) => (text ?? '').toUpperCase(),
}

export const registry = new Map<string, Action>(Object.entries(actions))
