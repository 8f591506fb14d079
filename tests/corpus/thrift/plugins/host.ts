import path from 'node:path';
import thrift from 'thrift';
import { readFileSync } from 'node:fs';
import * as Users from '../gen/users';

const known = new Map([['users', '/opt/plugins/users']]);

/** Starts a program for whoever asks: what is called, and with what, is split at spaces. */
const handler = {
  async getUser(command: string) {
    const connection = thrift.createStdIOConnection(command, {}); // ✗ no-peer-data-in-sink
    return Promise.race([thrift.createStdIOClient(Users, connection).getUser('1'), new Promise<never>((_, reject) => setTimeout(reject, 1000))]);
  },
  async exportUsers(name: string) {
    const command = known.get(name);
    if (!command) throw new Error('no such plugin');
    const connection = thrift.createStdIOConnection(`${command} --export`, {}); // ✓
    connection.on('timeout', () => connection.end());
    return thrift.createStdIOClient(Users, connection).exportUsers(path.basename(name));
  },
};

const tls = { key: readFileSync('/etc/tls/key.pem'), cert: readFileSync('/etc/tls/cert.pem'), ca: readFileSync('/etc/tls/ca.pem'), requestCert: true, rejectUnauthorized: true };
thrift.createServer(Users, handler, { tls }).on('error', console.error).listen(9443, 'localhost');
