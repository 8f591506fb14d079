import { createServer, Metadata, ServerError, Status, type CallContext } from 'nice-grpc';
import { UsersDefinition, type UsersServiceImplementation } from '../gen/users';
import { requireToken, type AuthContext } from '../tokens/auth';
import { patient, timed, users } from './clients';

const gateway: UsersServiceImplementation<AuthContext> = {
  async getUser(request, context) {
    console.log('for %s', context.subject);
    return users.getUser({ id: request.id }); // ✗ require-call-deadline
  },
  async updateUser(request, { metadata, signal }) {
    if (request.user.role === 'owner') throw new ServerError(Status.PERMISSION_DENIED, 'owners are made by hand');
    await patient.getUser({ id: request.user.id }); // ✓
    return users.updateUser(request, { metadata, signal }); // ✗ no-excess-impersonation
  },
  async *watchUsers(request, context: CallContext) {
    const trace = Metadata().set('x-request-id', context.metadata.get('x-request-id') ?? '');
    for (const id of request.ids) {
      yield await users.getUser({ id }, { metadata: trace, signal: AbortSignal.any([context.signal, AbortSignal.timeout(2000)]) }); // ✓
      await timed.getUser({ id }, { deadline: Date.now() + 5000 }); // ✗ require-call-deadline
      await timed.getUser({ id }, { deadline: 5000 }); // ✓
      await users.getUser({ id }, { signal: undefined }); // ✗ require-call-deadline
    }
  },
};

const server = createServer().use(requireToken);
server.add(UsersDefinition, gateway);
await server.listen('127.0.0.1:8081'); // ✓
