import { createChannel, createClient, type Channel, type Client } from 'nice-grpc';
import { UsersDefinition } from './api';

const channel: Channel = createChannel('localhost:8080'); // ✓
const client: Client<typeof UsersDefinition> = createClient(UsersDefinition, channel);

const user = await client.getUser({ id: 'u-1' }); // ✗ require-call-deadline
console.log(user.name);

for await (const changed of client.watchUsers({ ids: ['u-1'] })) console.log(changed.name); // ✓
channel.close();
