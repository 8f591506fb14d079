import { createServer, ServerError, Status } from 'nice-grpc';
import { UsersDefinition } from './gen/users';
import { usersService } from './discarded/service';

export const server = createServer();
server.add(UsersDefinition, {
  ...usersService,
  async getUser(request) {
    try {
      return await load(request.id);
    } catch (error) {
      throw new ServerError(Status.INTERNAL, `loading failed: ${(error as Error).message}`); // ✗ no-error-detail-leak
    }
  },
  async updateUser(request) {
    try {
      return await load(request.user.id);
    } catch (error) {
      console.error(error);
      throw new ServerError(Status.INTERNAL, 'the user cannot be loaded'); // ✓
    }
  },
});

async function load(id: string) {
  const answer = await fetch(`http://localhost:9200/users/${encodeURIComponent(id)}`, { signal: AbortSignal.timeout(1000) });
  return await answer.json() as { id: string };
}
