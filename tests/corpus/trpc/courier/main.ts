import { courierClient, Depots } from './links';

export const courier = courierClient({ url: 'http://courier.acme.example/trpc' }); // ✗ require-encryption
export const secured = courierClient({ url: 'https://courier.acme.example/trpc' }); // ✓
export const local = courierClient({ url: 'http://localhost:3000/trpc' }); // ✓
export const configured = courierClient({ url: process.env.COURIER_URL! }); // ✓

export const north = new Depots('http://north.acme.example'); // ✗ require-encryption
export const south = new Depots('https://south.acme.example'); // ✓
