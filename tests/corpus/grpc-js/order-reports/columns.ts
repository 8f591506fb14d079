import type { Pool } from 'pg';

export const columns = ['id', 'customer', 'total', 'status'].join(', ');

export async function total(pool: Pool, customer: string): Promise<number> {
  const { rows } = await pool.query<{ sum: number }>('SELECT sum(total) AS sum FROM orders WHERE customer = $1', [customer]); // ✓
  return rows[0]?.sum ?? 0;
}
