import { ordersAt } from './channel';

/** A wrapper of the wrapper: the flag that it sets is its own. */
export function ordersIn(region: string) {
  return ordersAt(`orders.${region}.acme.example:50051`, true); // ✗ require-encryption
}

/** The flag is its caller's. */
export function partsIn(region: string, plaintext: boolean) {
  return ordersAt(`parts.${region}.acme.example:50051`, plaintext);
}
