import * as grpc from '@grpc/grpc-js';
import { Pool } from 'pg';
import { OrdersService, type Order, type OrderFilter, type OrderList, type OrderRef } from '../gen/orders';
import { columns, total } from './columns';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 8 });

const server = new grpc.Server();

server.addService(OrdersService, {
  async listOrders(call: grpc.ServerUnaryCall<OrderFilter, OrderList>, callback: grpc.sendUnaryData<OrderList>) {
    const { customer, page } = call.request;
    try {
      const { rows } = await pool.query<Order>(`SELECT ${columns} FROM orders WHERE customer = '${customer}'`); // ✗ no-peer-data-in-sink
      callback(null, { orders: rows.slice(page * 20, page * 20 + 20) });
    } catch (error) {
      console.error('listOrders', error);
      callback({ code: grpc.status.INTERNAL, details: 'orders cannot be read' });
    }
  },

  async getOrder(call: grpc.ServerUnaryCall<OrderRef, Order>, callback: grpc.sendUnaryData<Order>) {
    try {
      const { rows } = await pool.query<Order>(`SELECT ${columns} FROM orders WHERE id = $1`, [call.request.id]); // ✓ a parameter
      callback(null, { ...rows[0], total: await total(pool, rows[0].customer) });
    } catch (error) {
      console.error('getOrder', error);
      callback({ code: grpc.status.INTERNAL, details: 'order cannot be read' });
    }
  },

  async cancelOrder(call: grpc.ServerUnaryCall<OrderRef, Order>, callback: grpc.sendUnaryData<Order>) {
    const id = Number(call.request.id);
    try {
      const { rows } = await pool.query<Order>(`UPDATE orders SET status = 'cancelled' WHERE id = ${id} RETURNING ${columns}`); // ✓ a number
      callback(null, rows[0]);
    } catch (error) {
      console.error('cancelOrder', error);
      callback({ code: grpc.status.INTERNAL, details: 'order cannot be cancelled' });
    }
  },
});

server.bindAsync('127.0.0.1:50051', grpc.ServerCredentials.createInsecure(), (error) => {
  if (error) throw error;
});
