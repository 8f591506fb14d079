import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';

const token = process.env.PARTNER_TOKEN ?? '';

export function ship(order: string): http.ClientRequest {
  return http.request('http://partner.example.com/v1/orders', { // ✗ no-credentials-in-clear
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'x-order': order },
  });
}

export function status(): http.ClientRequest {
  return http.get({ hostname: 'partner.example.com', path: '/v1/status', auth: `shop:${token}` }); // ✗ no-credentials-in-clear
}

export function probe(): http.ClientRequest {
  return http.get('http://partner.example.com/healthz', { headers: { 'x-request-id': 'probe' } }); // ✓ no secret
}

export function viaSidecar(order: string): http.ClientRequest {
  return http.request({ host: '127.0.0.1', port: 3500, headers: { authorization: `Bearer ${token}`, 'x-order': order } }); // ✓ the sidecar adds TLS
}

export function shipSecured(order: string) {
  return https.request('https://partner.example.com/v1/orders', { headers: { authorization: `Bearer ${token}`, 'x-order': order } }); // ✓
}

export async function track(id: string): Promise<Response> {
  const headers = new Headers({ accept: 'application/json' });
  headers.set('x-api-key', token);
  return fetch(`http://tracking.example.com/v2/parcels/${id}`, { headers, signal: AbortSignal.timeout(5_000) }); // ✗ no-credentials-in-clear
}

const warehouse = http2.connect('http://warehouse.internal:8080'); // ✗ no-credentials-in-clear

export function stock(sku: string) {
  return warehouse.request({ ':path': `/v1/stock/${sku}`, cookie: `session=${token}` });
}
