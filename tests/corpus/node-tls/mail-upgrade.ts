import net from 'node:net';
import tls from 'node:tls';

export interface Upgrade {
  socket: net.Socket;
  host: string;
}

export function upgrade({ socket, host }: Upgrade): Promise<tls.TLSSocket> {
  return new Promise((resolve, reject) => {
    const secure = tls.connect({ socket, servername: host }, () => resolve(secure)); // ✓
    secure.once('error', reject);
  });
}

export function upgradeOpportunistic({ socket, host }: Upgrade): Promise<tls.TLSSocket> {
  return new Promise((resolve, reject) => {
    const secure = tls.connect({ socket, servername: host, rejectUnauthorized: false }, () => resolve(secure)); // ✗ require-server-verification
    secure.once('error', reject);
  });
}

export function upgradeChecked({ socket, host }: Upgrade): Promise<tls.TLSSocket> {
  return new Promise((resolve, reject) => {
    const secure = tls.connect({ socket, servername: host, rejectUnauthorized: false }); // ✓ destroyed below unless it verified
    secure.once('secureConnect', () => {
      if (!secure.authorized) {
        secure.destroy(new Error(`certificate of ${host}: ${secure.authorizationError}`));
        return;
      }
      resolve(secure);
    });
    secure.once('error', reject);
  });
}
