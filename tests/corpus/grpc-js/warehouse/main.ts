import { JobQueue, ordersAt, StockService, Warehouse } from './channel';
import { serve } from './serving';

export const orders = ordersAt('orders.acme.example:50051', true); // ✗ require-encryption
export const local = ordersAt('localhost:50051', true); // ✓
export const secured = ordersAt('orders.acme.example:50051', false); // ✓

export const warehouse = new Warehouse({ address: 'warehouse.acme.example:50051', plaintext: true }); // ✗ require-encryption
export const spare = Warehouse.create({ address: 'spare.acme.example:50051', plaintext: true }); // ✗ require-encryption
export const bulk = new Warehouse({ address: 'bulk.acme.example:50051', maxMessage: -1 }); // ✗ no-unlimited-message
export const closed = Warehouse.create({ address: 'closed.acme.example:50051' }); // ✓

const queue = new JobQueue({ address: 'jobs.acme.example:50051', plaintext: true }); // ✓ reported where it connects
queue.connect(); // ✗ require-encryption
queue.close(); // ✓
const quiet = new JobQueue({ address: 'jobs.acme.example:50051' });
quiet.connect(); // ✓

export class OrdersStock extends StockService { // ✗ require-encryption
  protected readonly address = 'orders.acme.example:50051';
  protected override readonly plaintext = true;
}

export class PartsStock extends StockService { // ✓
  protected readonly address = 'parts.acme.example:50051';
}

export class DeskStock extends StockService { // ✓
  protected readonly address = 'localhost:50051';
  protected override readonly plaintext = true;
}

if (process.env.NODE_ENV === 'development') {
  ordersAt('orders.dev.example:50051', true); // ✓
}

serve({ getOrder: () => undefined }, { port: 50051, insecure: true }); // ✗ require-encryption
serve({ getOrder: () => undefined }, { port: 50052 }); // ✓
