import { LedgerClient } from './client';
import { parseSecurity } from './security';

const ledger = new LedgerClient({
  address: process.env.LEDGER_ADDR ?? 'ledger.internal:50051',
  security: parseSecurity(process.env.LEDGER_SECURITY), // ✓ TLS unless told otherwise
  certDir: '/etc/ledger/tls',
});

const customer = process.argv[2] ?? 'c-1';
const { orders } = await ledger.list(customer);
console.table(orders);
