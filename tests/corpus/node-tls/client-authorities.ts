import { readFileSync } from 'node:fs';
import https from 'node:https';

const key = readFileSync('/run/tls/tls.key');
const cert = readFileSync('/run/tls/tls.crt');

export const partners = https.createServer({ key, cert, requestCert: true }, (_request, response) => response.end('ok')); // ✗ require-client-authentication
export const agents = https.createServer({ key, cert, requestCert: true, ca: readFileSync('/run/tls/agents.crt') }, (_request, response) => response.end('ok')); // ✓
export const bundled = https.createServer({ pfx: readFileSync('/run/tls/all.pfx'), requestCert: true }, (_request, response) => response.end('ok')); // ? unknown: the file may name authorities
export const anybody = https.createServer({ key, cert }, (_request, response) => response.end('ok')); // ✓ no client certificates at all
