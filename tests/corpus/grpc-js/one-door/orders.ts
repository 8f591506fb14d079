import { clientOf } from '.'

export const orders = clientOf('orders.internal:443') // ✓
