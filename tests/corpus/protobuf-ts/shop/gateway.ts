import { ChannelCredentials } from '@grpc/grpc-js';
import { GrpcTransport } from '@protobuf-ts/grpc-transport';
import type { RpcTransport, ServerCallContext } from '@protobuf-ts/runtime-rpc';
import { UsersClient } from '../gen/users.client';
import type { GetUserRequest } from '../gen/users';
import type { IUsers } from '../gen/users.server';

/** Clients of everything that the shop calls. */
export class Clients {
  readonly users: UsersClient;
  constructor(transport: RpcTransport) { this.users = new UsersClient(transport); }

  static over(host: string, secure: boolean) {
    const channelCredentials = secure ? ChannelCredentials.createSsl() : ChannelCredentials.createInsecure();
    return new Clients(new GrpcTransport({ host, channelCredentials })); // ✓
  }

  // the transport may bring a deadline
  async user(id: string) { return (await this.users.getUser({ id })).response; } // ✓
}

const upstream = new UsersClient(new GrpcTransport({ host: 'users.internal:443', channelCredentials: ChannelCredentials.createSsl() }));

export class Gateway implements Pick<IUsers, 'getUser'> {
  async getUser(request: GetUserRequest, context: ServerCallContext) {
    const { response } = await upstream.getUser(request); // ✗ require-call-deadline
    const again = await upstream.getUser(request, { timeout: 1000, meta: context.headers }); // ✗ no-excess-impersonation by its declared type
    return again.response ?? response;
  }
}
