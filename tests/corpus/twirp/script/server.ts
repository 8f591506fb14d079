import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { createTwirpServer, TwirpError } from 'twirpscript';
import { createHaberdasher } from './gen.pb';

const tls = { key: readFileSync('key.pem'), cert: readFileSync('cert.pem') };
const haberdasher = createHaberdasher({ MakeHat: size => ({ inches: size.inches, color: 'red' }) });

const app = createTwirpServer([haberdasher], { debug: false }); // ✗ no-crash-on-bad-call
createServer(app).listen(8080); // ✗ require-encryption, no-unlimited-message

const open = createTwirpServer([haberdasher]); // ✗ no-crash-on-bad-call
createSecureServer(tls, open).listen(8443, '0.0.0.0'); // ✗ require-client-authentication, no-unlimited-message

const guarded = createTwirpServer([haberdasher]);
guarded.use(async (request, _context, next) => { // ✓
  if (request.headers['authorization'] !== `Bearer ${process.env.HATS_TOKEN}`) throw new TwirpError({ code: 'unauthenticated', msg: 'a token is needed' });
  return next();
});
createSecureServer(tls, (request, response) => { // ✓
  if (Number(request.headers['content-length'] ?? Infinity) > 65_536) { response.writeHead(413).end(); return; }
  void Promise.resolve(guarded(request, response)).catch(() => response.destroy());
}).listen(8444, '0.0.0.0');

const told = createTwirpServer([haberdasher]);
told.on('requestReceived', (_context, request) => {
  if (!request.headers['authorization']) throw new TwirpError({ code: 'unauthenticated', msg: 'a token is needed' }); // ✗ no-crash-on-bad-call
});

const late = createTwirpServer([haberdasher]).use(async (request, _context, next) => { // ✗ no-ineffective-guard
  if (!request.headers['authorization']) console.warn('no token');
  return next();
});
export const servers = [told, late];
