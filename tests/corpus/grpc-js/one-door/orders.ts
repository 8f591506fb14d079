import { clientOf } from './index'

export const orders = clientOf('orders.internal:443') // ✓
