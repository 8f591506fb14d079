import type { Server } from 'node:https';

interface Material {
  key: string;
  cert: string;
  ca?: string;
}

export async function serve(port: number, material: Material): Promise<Server> {
  const { createServer } = await import('node:https');
  const options = {
    ...material,
    ...(material.ca ? { requestCert: true, rejectUnauthorized: true } : {}), // ✓
  };
  const server = createServer(options, (_request, response) => response.end('ok'));
  return server.listen(port);
}

export async function serveOld(port: number, material: Material): Promise<Server> {
  const { createServer } = await import('node:https');
  const server = createServer({
    ...material,
    ciphers: 'RC4-SHA:DES-CBC3-SHA', // ✗ no-weak-provider
  });
  server.on('request', (_request, response) => response.end('ok'));
  return server.listen(port);
}
