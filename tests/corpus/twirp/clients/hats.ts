import { Agent } from 'node:https';
import { FetchRPC, NodeHttpRPC } from 'twirp-ts';
import { HaberdasherClientJSON, HaberdasherClientProtobuf } from '../gen/haberdasher.twirp';

const token = process.env.HATS_TOKEN ?? '';

const plain = new HaberdasherClientProtobuf(NodeHttpRPC({ baseUrl: 'http://hats.example.com/twirp' })); // ✗ require-encryption
const sealed = new HaberdasherClientProtobuf(NodeHttpRPC({ baseUrl: 'https://hats.example.com/twirp', timeout: 5000 })); // ✓
const nearby = new HaberdasherClientJSON(NodeHttpRPC({ baseUrl: 'http://localhost:8080/twirp' })); // ✓

export const signed = new HaberdasherClientJSON(FetchRPC({ baseUrl: 'http://hats.example.com/twirp', headers: { authorization: `Bearer ${token}` } })); // ✗ no-credentials-in-clear
// its declarations know no options of TLS, and hand them on all the same
const lax = {
  rejectUnauthorized: false, // ✗ require-server-verification
};
export const anybody = new HaberdasherClientProtobuf(NodeHttpRPC({ baseUrl: 'https://hats.example.com/twirp', ...lax }));
export const agent = NodeHttpRPC({ baseUrl: 'https://hats.example.com/twirp', agent: new Agent({ rejectUnauthorized: false }) }); // ✗ require-server-verification

export async function order(inches: number) {
  const label = 'mine';
  // a timeout of the transport tells that it is late, to nobody
  const hat = await sealed.MakeHat({ inches, label }); // ✗ require-call-deadline
  const other = await Promise.race([nearby.MakeHat({ inches, label }), new Promise<never>((_, reject) => setTimeout(reject, 5000))]); // ✓
  return [hat, other, await plain.MakeHat({ inches, label })]; // ✗ require-call-deadline
}
