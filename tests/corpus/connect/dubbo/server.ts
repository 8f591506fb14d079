import { createServer } from 'node:http2';
import { readFile } from 'node:fs/promises';
import { Code, DubboError, type DubboRouter } from '@apachedubbo/dubbo'; // ✗ prefer-mainstream-transport
import { dubboNodeAdapter } from '@apachedubbo/dubbo-node'; // ✗ prefer-mainstream-transport
import { ElizaService } from '../gen/eliza_pb';

const routes = (router: DubboRouter) => {
  router.service(ElizaService, {
    async say(request, context) {
      const user = context.requestHeader.get('x-user-id'); // ✗ no-null-session by its declared type
      try {
        return { sentence: await transcript({ user, name: request.sentence }) };
      } catch (error) {
        throw new DubboError((error as Error).message, Code.Internal); // ✗ no-error-detail-leak
      }
    },
    converse: async request => ({ sentence: await readFile(`/srv/eliza/${request.sentence}`, 'utf8') }), // ✗ no-peer-data-in-sink by its declared type
  });
};

async function transcript({ user, name }: { user: string | null; name: string }) {
  return `${user ?? 'somebody'}: ${name}`;
}

createServer(dubboNodeAdapter({ routes })).listen(8080); // ✗ require-encryption, no-unlimited-message
createServer(dubboNodeAdapter({ routes, readMaxBytes: 4_194_304 })).listen(8081, '127.0.0.1'); // ✓
