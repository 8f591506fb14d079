import { Metadata, credentials, type ServiceError } from '@grpc/grpc-js';
import { NoticesClient, type Delivery } from '../gen/notices';
import { apiToken, bearer } from './token';

const token = bearer(apiToken);
const client = new NoticesClient('notices.example.com:50051', credentials.createInsecure()); // ✗ no-credentials-in-clear

function print(error: ServiceError | null, delivery: Delivery): void {
  if (error) console.error('push failed', error.code);
  else console.log('pushed', delivery.id);
}

export function push(subject: string, body: string): void {
  const deadline = Date.now() + 2_000;
  client.push({ subject, body }, new Metadata(), { deadline, credentials: token }, print); // ✓ said at the channel
}
