import * as grpc from 'grpc'; // ✗ prefer-mainstream-transport
import { GreeterService, greet } from './greet';

const server = new grpc.Server();
server.addService(GreeterService, { greet });

server.bind('0.0.0.0:50051', grpc.ServerCredentials.createInsecure()); // ✗ require-encryption
server.bind('unix:/run/greeter.sock', grpc.ServerCredentials.createInsecure()); // ✓ this machine
server.start();
