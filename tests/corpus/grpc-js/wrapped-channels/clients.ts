import { readFileSync } from 'node:fs';
import { JobsClient } from '../gen/jobs';
import { OrdersClient } from '../gen/orders';
import { connect } from './factory';

export const orders = connect(OrdersClient, 'orders'); // ✓ reported where the credentials are made
export const jobs = connect(JobsClient, 'jobs', { ca: readFileSync('/etc/ssl/internal-ca.pem') }); // ✓
