import { readFileSync } from 'node:fs';
import * as grpc from '@grpc/grpc-js';
import { Connection } from '@temporalio/client';

const pem = (name: string) => readFileSync(`/etc/temporal/${name}`);

export const local = () => Connection.connect(); // ✓
export const named = () => Connection.connect({ address: 'localhost:7233' }); // ✓
export const remote = () => Connection.connect({ address: 'temporal.example.com:7233' }); // ✗ require-encryption
export const lazy = Connection.lazy({ address: 'temporal.example.com:7233', tls: null }); // ✗ require-encryption

export const keyed = () => Connection.connect({ address: 'eu.temporal.example.com:7233', apiKey: process.env.TEMPORAL_API_KEY }); // ✓ a key turns TLS on
export const keyInClear = () => Connection.connect({ address: 'eu.temporal.example.com:7233', apiKey: process.env.TEMPORAL_API_KEY, tls: false }); // ✗ no-credentials-in-clear
export const headerInClear = () => Connection.connect({ address: 'temporal.example.com:7233', metadata: { Authorization: `Bearer ${process.env.TOKEN}` } }); // ✗ no-credentials-in-clear
export const header = () => Connection.connect({ address: 'temporal.example.com:7233', tls: true, metadata: { Authorization: `Bearer ${process.env.TOKEN}` } }); // ✓

export const authority = () => Connection.connect({ address: 'temporal.example.com:7233', tls: { serverRootCACertificate: pem('ca.pem'), serverNameOverride: 'temporal' } }); // ✓
export const mutual = () => Connection.connect({ address: 'temporal.example.com:7233', tls: { clientCertPair: { crt: pem('client.crt'), key: pem('client.key') } } }); // ✓
export const swapped = () => Connection.connect({ address: 'temporal.example.com:7233', tls: { clientCertPair: { crt: pem('client.key'), key: pem('client.crt') } } }); // ✗ require-mutual-authentication

export const given = () => Connection.connect({ address: 'temporal.example.com:7233', credentials: grpc.credentials.createSsl() }); // ✓
export const givenPlain = () => Connection.connect({ address: 'temporal.example.com:7233', credentials: grpc.credentials.createInsecure() }); // ✗ require-encryption

export const large = () => Connection.connect({ tls: true, channelArgs: { max_receive_message_length: 64 * 1024 * 1024 } }); // ✗ no-unlimited-message
export const endless = () => Connection.connect({ tls: true, channelArgs: { 'grpc.max_receive_message_length': -1 } }); // ✗ no-unlimited-message
export const patient = () => Connection.connect({ tls: true, channelArgs: { 'grpc.keepalive_time': 10_000 } }); // ✗ no-ignored-security-option
export const bounded = () => Connection.connect({ tls: true, channelArgs: { 'grpc.max_receive_message_length': 64 * 1024 * 1024 } }); // ✓

const material = { address: 'temporal.example.com:7233', tls: true, serverRootCACertificate: pem('ca.pem') }; // ✗ no-ignored-security-option
export const beside = () => Connection.connect(material); // ✓ with the authorities of this machine
