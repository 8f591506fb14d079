import { Code, ConnectError, type ConnectRouter } from '@connectrpc/connect';
import { ElizaService } from '../gen/eliza_pb';

const admins = new Set(['ada']);

export default (router: ConnectRouter) =>
  router.service(ElizaService, {
    say(request, context) {
      const user = context.requestHeader.get('x-user-name') ?? ''; // ✗ no-null-session by its declared type
      if (!admins.has(user)) throw new ConnectError('not for you', Code.PermissionDenied);
      return { sentence: request.sentence };
    },
    async transcript(request) {
      try {
        return { sentence: await load(request.name) };
      } catch (error) {
        throw new ConnectError((error as Error).message, Code.Internal); // ✗ no-error-detail-leak
      }
    },
    async *introduce(request) {
      try {
        yield { sentence: await load(request.sentence) };
      } catch (error) {
        console.error(error);
        throw new ConnectError('nothing is known of that', Code.NotFound); // ✓
      }
    },
  });

async function load(name: string): Promise<string> {
  if (name.length > 100) throw new Error(`too long: ${name.length}`);
  return name;
}
