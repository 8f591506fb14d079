import { createServer, ServerError, Status, type CallContext } from 'nice-grpc';
import { UsersDefinition, type DeepPartial, type GetUserRequest, type User, type UsersServiceImplementation } from './api';

const users = new Map<string, User>([['u-1', { id: 'u-1', name: 'Ada', role: 'admin' }]]);

const usersServiceImpl: Pick<UsersServiceImplementation, 'getUser'> & Partial<UsersServiceImplementation> = {
  async getUser(request: GetUserRequest, _context: CallContext): Promise<DeepPartial<User>> {
    const user = users.get(request.id);
    if (!user) throw new ServerError(Status.NOT_FOUND, 'no such user');
    return user;
  },
};

const server = createServer();

server.add(UsersDefinition, usersServiceImpl as UsersServiceImplementation);

await server.listen('0.0.0.0:8080'); // ✗ require-encryption

process.on('SIGTERM', () => void server.shutdown());
