import { createPromiseClient, type PromiseClient } from '@bufbuild/connect';
import { createGrpcWebTransport } from '@bufbuild/connect-web';
import { ElizaService } from '../gen/eliza_pb';

const transport = createGrpcWebTransport({ baseUrl: 'http://home-cloud.example.net', credentials: 'include' }); // ✗ no-credentials-in-clear

export const eliza: PromiseClient<typeof ElizaService> = createPromiseClient(ElizaService, transport);
export const other = createPromiseClient(ElizaService, createGrpcWebTransport({ baseUrl: 'https://home-cloud.example.net' })); // ✓

export const say = (sentence: string) => other.say({ sentence }); // ✗ require-call-deadline
