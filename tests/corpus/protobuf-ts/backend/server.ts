import { readFileSync } from 'node:fs';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { adaptService } from '@protobuf-ts/grpc-backend';
import { Users } from '../gen/users';
import { UsersService } from './service';

const server = new Server();
server.addService(...adaptService(Users, new UsersService()));

const pairs = [{ private_key: readFileSync('server.key'), cert_chain: readFileSync('server.pem') }];
server.bindAsync('0.0.0.0:50051', ServerCredentials.createInsecure(), error => { if (error) throw error; }); // ✗ no-mixed-protection
server.bindAsync('0.0.0.0:50052', ServerCredentials.createSsl(readFileSync('ca.pem'), pairs, true), error => { if (error) throw error; }); // ✓
