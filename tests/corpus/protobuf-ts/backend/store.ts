const users = new Map<string, { name?: string }>();

export async function find({ id }: { id: string; caller: string }): Promise<{ name?: string }> {
  return users.get(id) ?? {};
}
