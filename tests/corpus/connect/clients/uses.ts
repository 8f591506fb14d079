import { createClient } from '@connectrpc/connect';
import { createConnectTransport } from '@connectrpc/connect-node';
import { ElizaService } from '../gen/eliza_pb';
import { Clients, transportTo } from './factory';

export const near = new Clients({ url: 'http://localhost:8080' }); // ✓
export const far = new Clients({ url: 'http://eliza.prod.example.com' }); // ✗ no-credentials-in-clear
export const sealed = new Clients({ url: 'https://eliza.prod.example.com' }); // ✓
export const other = transportTo('http://other.prod.example.com'); // ✗ no-credentials-in-clear

const eliza = createClient(ElizaService, createConnectTransport({ httpVersion: '2', baseUrl: 'http://eliza.prod.example.com' })); // ✗ no-credentials-in-clear

export function say(sentence: string, key: string) {
  return eliza.say({ sentence }, { headers: { 'x-api-key': key }, timeoutMs: 2000 });
}
