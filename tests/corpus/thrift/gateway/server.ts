import thrift from 'thrift';
import { readFileSync } from 'node:fs';
import * as Users from '../gen/users';
import type { User } from '../gen/users';
import { patient, users } from './upstream';

const late = (after: number) => new Promise<never>((_, reject) => setTimeout(() => reject(new Error('late')), after));

const handler = {
  async getUser(id: string): Promise<User> {
    return users.getUser(id); // ✗ require-call-deadline
  },
  async exportUsers(name: string): Promise<string> {
    return Promise.race([users.exportUsers(name), late(5000)]); // ✓
  },
};

const careful = {
  getUser(id: string): Promise<User> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('late')), 5000);
      users.getUser(id, (error, user) => { // ✓
        clearTimeout(timer);
        if (error) reject(error);
        else resolve(user!);
      });
    });
  },
  exportUsers: (name: string) => patient.exportUsers(name), // ✓ said of nobody: the connection gives up
};

const tls = { key: readFileSync('/etc/tls/key.pem'), cert: readFileSync('/etc/tls/cert.pem'), ca: readFileSync('/etc/tls/ca.pem'), requestCert: true, rejectUnauthorized: true };
for (const [port, served] of [[9443, handler], [9444, careful]] as const) {
  const server = thrift.createServer(Users, served, { tls });
  server.on('error', console.error);
  server.listen(port);
}
