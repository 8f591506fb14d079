import { readFileSync } from 'node:fs';
import thrift from 'thrift';
import * as Users from '../gen/users';
import { calledBack, UsersHandler } from '../servers/handlers';

/** Every service of it is called on each port that serves it. */
const processor = new thrift.MultiplexedProcessor();
processor.registerProcessor('Users', new Users.Processor(calledBack));
processor.registerProcessor('Admin', new Users.Processor(new UsersHandler())); // ✗ no-peer-data-in-sink

const tls = { key: readFileSync('/etc/tls/key.pem'), cert: readFileSync('/etc/tls/cert.pem'), ca: readFileSync('/etc/tls/ca.pem'), requestCert: true, rejectUnauthorized: true };

const outside = thrift.createMultiplexServer(processor, { tls });
outside.on('error', console.error);
outside.listen(9443); // ✓

const old = thrift.createMultiplexServer(processor);
old.on('error', console.error);
old.listen(9090); // ✗ no-mixed-protection

const inside = thrift.createMultiplexServer(processor);
inside.on('error', console.error);
inside.listen(9091, 'localhost'); // ✓
