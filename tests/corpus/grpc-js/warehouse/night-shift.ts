import { ordersIn, partsIn } from './regions';

export const north = ordersIn('north'); // ✓ reported where the flag is set
export const parts = partsIn('north', true); // ✗ require-encryption
export const south = partsIn('south', false); // ✓
