import { loadSync } from '@grpc/proto-loader';
import * as grpc from 'grpc'; // ✗ prefer-mainstream-transport

const { greeter } = grpc.loadPackageDefinition(loadSync('protos/greeter.proto'));

const client = new greeter.v1.Greeter('greeter.prod.internal:443', grpc.credentials.createSsl());

client.greet({ name: 'world' }, { deadline: Date.now() + 1_000 }, (error: Error | null, reply: { message: string }) => {
  if (error) console.error('greeter did not answer');
  else console.log(reply.message);
  client.close();
});
