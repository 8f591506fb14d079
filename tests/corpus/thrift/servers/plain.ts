import { createServer, TBufferedTransport, TFramedTransport } from 'thrift';
import * as Users from '../gen/users';
import type { User } from '../gen/users';
import { calledBack, load, UsersHandler } from './handlers';

TBufferedTransport.DEFAULT_MAX_LENGTH = 0; // ✗ no-unlimited-message

createServer(Users, calledBack, { transport: TFramedTransport }).listen(9090); // ✗ require-encryption, no-crash-on-bad-call

const server = createServer(Users, new UsersHandler(), { transport: TFramedTransport, maxLength: 0 }); // ✗ no-unlimited-message, no-peer-data-in-sink
server.on('error', error => console.error(error));
server.listen(9091, '0.0.0.0'); // ✗ require-encryption

/** Nobody waits for what it returns: it answers by its callback. */
const promising = {
  async getUser(id: string, result: (error: Error | null, user?: User) => void) { // ✗ no-crash-on-bad-call
    result(null, await load(id));
  },
  async exportUsers(name: string) { // ✓ what it returns is the answer
    await load(name);
    return name;
  },
};
const local = createServer(Users, promising, { maxLength: 1_000_000 }); // ✓
local.listen(9092, '127.0.0.1'); // ✓
