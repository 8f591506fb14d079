import { Client, Server, credentials } from './transport';

const server = new Server();
server.addService('greeter', {
  greet: async (request) => { // ✓ no RPC library here
    const { name } = request as { name: string };
    return `hello ${await Promise.resolve(name)}`;
  },
});

server.bindAsync('0.0.0.0:50051', credentials.createInsecure(), (error) => { // ✓
  if (error) throw error;
});

const client = new Client('greeter.prod.internal:50051', credentials.createInsecure(), { // ✓
  'grpc.max_receive_message_length': -1, // ✓
});

client.greet({ name: 'world' }, (error, reply) => { // ✓
  console.log(error ?? reply);
});
