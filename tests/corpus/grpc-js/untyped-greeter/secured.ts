import path from 'path';
import { promisify } from 'util';
import grpc from '@grpc/grpc-js';
import protoLoader from '@grpc/proto-loader';

const PROTO = path.join(__dirname, '../protos/greeter.proto');

const definition = protoLoader.loadSync(PROTO, { keepCase: true, longs: String, enums: String, defaults: true, oneofs: true });
const { greeter } = grpc.loadPackageDefinition(definition) as any;

const client = new greeter.v1.Greeter('greeter.prod.internal:443', grpc.credentials.createSsl()); // ✓

const greet = promisify(client.greet).bind(client);
const soon = () => ({ deadline: Date.now() + 3_000 });

async function main() {
  const name = process.argv[2] ?? 'world';
  const hello = await greet({ name }, soon()); // ✓
  console.log(hello.message);

  client.farewell({ name }, soon(), (error: grpc.ServiceError | null, reply: any) => { // ✓
    if (error) console.error(error.details);
    else console.log(reply.message);
    client.close();
  });
}

main();
