import { createClient } from '@connectrpc/connect';
import { createConnectTransport } from '@connectrpc/connect-node';
import { ElizaService } from '../gen/eliza_pb';

const transport = createConnectTransport({ httpVersion: '1.1', baseUrl: 'http://localhost:8080' }); // ✓

async function main() {
  const client = createClient(ElizaService, transport);
  const res = await client.say({ sentence: 'I feel happy.' }); // ✗ require-call-deadline
  console.log(res);
}
void main();
