import { ChannelCredentials } from '@grpc/grpc-js';
import { GrpcTransport } from '@protobuf-ts/grpc-transport';
import { GrpcWebFetchTransport } from '@protobuf-ts/grpcweb-transport';
import { TwirpFetchTransport } from '@protobuf-ts/twirp-transport';
import { UsersClient } from '../gen/users.client';

const channelCredentials = ChannelCredentials.createSsl();
const users = new UsersClient(new GrpcTransport({ host: 'users.example.com:443', channelCredentials }));
const patient = new UsersClient(new GrpcTransport({ host: 'users.example.com:443', channelCredentials, timeout: 5000 }));
const web = new UsersClient(new GrpcWebFetchTransport({ baseUrl: 'https://users.example.com', timeout: 5000 }));
const twirp = new UsersClient(new TwirpFetchTransport({ baseUrl: 'https://users.example.com/twirp' }));

export async function names(id: string) {
  const { response: one } = await users.getUser({ id }); // ✗ require-call-deadline
  const two = await users.getUser({ id }).response; // ✗ require-call-deadline
  const { response: three } = await users.getUser({ id }, { timeout: 2000 }); // ✓
  const { response: four } = await users.getUser({ id }, { timeout: new Date(Date.now() + 2000) }); // ✓
  const { response: five } = await users.getUser({ id }, { timeout: Date.now() + 2000 }); // ✗ require-call-deadline
  const { response: six } = await users.getUser({ id }, { abort: AbortSignal.timeout(2000) }); // ✓
  const { response: seven } = await users.getUser({ id }, { timeout: 2000, callOptions: { propagate_flags: 0 } }); // ✗ require-call-deadline
  const { response: eight } = await users.getUser({ id }, { callOptions: { deadline: Date.now() + 2000 } }); // ✓
  const { response: nine } = await patient.getUser({ id }); // ✓
  return [one, two, three, four, five, six, seven, eight, nine].map(({ name }) => name);
}

// over fetch, a timeout is told to the server at most: nobody here gives up
export async function overHttp(id: string) {
  const { response: one } = await web.getUser({ id }); // ✗ require-call-deadline
  const { response: two } = await web.getUser({ id }, { timeout: 2000 }); // ✗ require-call-deadline
  const { response: three } = await twirp.getUser({ id }, { timeout: 2000 }); // ✗ require-call-deadline
  const { response: four } = await web.getUser({ id }, { abort: AbortSignal.timeout(2000) }); // ✓
  const { response: five } = await twirp.getUser({ id }, { abort: AbortSignal.timeout(2000) }); // ✓
  return [one, two, three, four, five];
}

export async function streams(id: string, chunks: Uint8Array[]) {
  for await (const user of users.listUsers({ id }).responses) console.log(user.name); // ✓
  const call = users.import({ timeout: 60_000 }); // ✓
  for (const data of chunks) await call.requests.send({ data });
  await call.requests.complete();
  return call.response;
}
