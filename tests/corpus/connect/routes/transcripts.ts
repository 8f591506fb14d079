import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Code, ConnectError, type ConnectRouter, type HandlerContext, type ServiceImpl } from '@connectrpc/connect';
import { ElizaService, type SayRequest, type TranscriptRequest } from '../gen/eliza_pb';
import { kClaims } from '../interceptors/auth';

const root = '/srv/transcripts';

export class Transcripts implements Partial<ServiceImpl<typeof ElizaService>> {
  async transcript(request: TranscriptRequest) {
    return { sentence: await readFile(path.join(root, request.name), 'utf8') }; // ✗ no-peer-data-in-sink by its declared type
  }

  async *introduce(request: SayRequest, context: HandlerContext) {
    const claims = context.values.get(kClaims);
    if (!claims) throw new ConnectError('token required', Code.Unauthenticated);
    yield { sentence: `${claims.sub}, you said: ${request.sentence}` };
  }
}

function inside(name: string): string {
  const target = path.resolve(root, name);
  if (!target.startsWith(`${root}/`)) throw new ConnectError('no such transcript', Code.InvalidArgument);
  return target;
}

export default (router: ConnectRouter) => {
  router.rpc(ElizaService.method.transcript, async ({ name }) => ({ sentence: await readFile(inside(name), 'utf8') })); // ✓
  router.rpc(ElizaService.method.say, async (request, context) => {
    const answer = await fetch(`http://localhost:9200/${request.sentence}`, { signal: context.signal }); // ✗ no-peer-data-in-sink by its declared type
    return { sentence: await answer.text() };
  });
  router.rpc(ElizaService.method.converse, async function* (requests) {
    for await (const { sentence } of requests) yield { sentence: await readFile(`${root}/${sentence}`, 'utf8') }; // ✗ no-peer-data-in-sink by its declared type
  });
};
