const tls = require('node:tls');
const https = require('node:https');

// the warehouse scanners speak nothing newer
tls.DEFAULT_MIN_VERSION = 'TLSv1'; // ✗ no-weak-provider

function scan(host: string, done: (error?: Error) => void) {
  https.get({ host, path: '/scan', signal: AbortSignal.timeout(2_000) }, () => done()).on('error', done);
}

module.exports = { scan };
