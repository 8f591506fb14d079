import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Handler, User } from '../gen/users';

const folder = '/srv/exports';

export async function load(id: string): Promise<User> {
  return JSON.parse(await readFile(path.join('/srv/users', path.basename(id)), 'utf8')) as User;
}

/** Answers by its callback. */
export const calledBack = {
  getUser(id: string, result: (error: Error | null, user?: User) => void) { // ✓
    load(id).then(user => result(null, user), () => result(new Error('no such user')));
  },
  async exportUsers(name: string, result: (error: Error | null, text?: string) => void) { // ✓
    try {
      await writeFile(path.join(folder, path.basename(name)), 'users');
      result(null, name);
    } catch {
      result(new Error('not exported'));
    }
  },
};

/** Answers by what it returns. */
export class UsersHandler implements Partial<Handler> {
  async getUser(id: string): Promise<User> { // ✓
    return load(id);
  }

  async exportUsers(name: string): Promise<string> {
    await writeFile(path.join(folder, name), 'users'); // ✓ said where it is served
    return name;
  }
}
