import { credentials } from '@grpc/grpc-js';
import { PubSub } from '@google-cloud/pubsub';

export const usual = new PubSub({ projectId: 'orders' }); // ✓
export const regional = new PubSub({ projectId: 'orders', apiEndpoint: 'europe-west1-pubsub.googleapis.com:443' }); // ✓
export const slashed = new PubSub({ projectId: 'orders', apiEndpoint: 'https://pubsub.googleapis.com/' }); // ✓

// the scheme is cut off, and what is left is taken for an emulator
export const corporate = new PubSub({ projectId: 'orders', apiEndpoint: 'https://pubsub.corp.example.com:443' }); // ✗ require-encryption
export const lookalike = new PubSub({ projectId: 'orders', apiEndpoint: 'pubsub-googleapis.com' }); // ✗ require-encryption
export const told = new PubSub({ projectId: 'orders', apiEndpoint: 'https://pubsub.corp.example.com:443', emulatorMode: false }); // ✓
export const universe = new PubSub({ projectId: 'orders', apiEndpoint: 'pubsub.corp.example.com', universeDomain: 'corp.example.com' }); // ✓
export const forced = new PubSub({ projectId: 'orders', apiEndpoint: 'pubsub.googleapis.com', emulatorMode: true }); // ✗ require-encryption

export const local = new PubSub({ projectId: 'orders', apiEndpoint: 'localhost:8085' }); // ✓
export const region = (name: string) => new PubSub({ apiEndpoint: `${name}-pubsub.googleapis.com` }); // ? unknown: what is known does not end it
export const configured = new PubSub({ apiEndpoint: process.env.PUBSUB_ENDPOINT }); // ? unknown: whoever sets it says

export const inClear = new PubSub({ projectId: 'orders', sslCreds: credentials.createInsecure() }); // ✗ require-encryption
