import { PubSub } from '@google-cloud/pubsub';

process.env.PUBSUB_EMULATOR_HOST = 'emulators.example.com:8085'; // ✗ require-encryption
process.env.SPANNER_EMULATOR_HOST = 'localhost:9010'; // ✓
process.env['FIRESTORE_EMULATOR_HOST'] ??= '127.0.0.1:8080'; // ✓

export const publisher = new PubSub({ projectId: 'orders' });
