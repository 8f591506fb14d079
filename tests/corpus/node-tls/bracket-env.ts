import https from 'node:https';

function relax(): void {
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'; // ✗ require-server-verification
}

export function probe(host: string, done: (ok: boolean) => void): void {
  relax();
  https
    .get({ host, path: '/healthz', signal: AbortSignal.timeout(2_000) }, (response) => done(response.statusCode === 200))
    .on('error', () => done(false));
}
