import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { createHaberdasherServer } from '../gen/haberdasher.twirp';
import { authenticated, hopeful, sealed } from './auth';

const tls = { key: readFileSync('key.pem'), cert: readFileSync('cert.pem') };
const hats = () => createHaberdasherServer({ MakeHat: async (_ctx, size) => ({ inches: size.inches, color: 'red' }) });
/** What every request must bring before it is read. */
const isSmall = (length: string | undefined) => Number(length ?? Infinity) < 65_536;

const open = createHaberdasherServer({ MakeHat: async (_ctx, size) => ({ inches: size.inches, color: 'red' }) });
createServer(tls, open.httpHandler()).listen(8443, '0.0.0.0'); // ✗ require-client-authentication, no-unlimited-message, no-error-detail-leak

// use() changes the server, whatever becomes of what it returns
const guarded = createHaberdasherServer({ MakeHat: async (_ctx, size) => ({ inches: size.inches, color: 'red' }) });
guarded.use(authenticated); // ✓
guarded.use(sealed); // ✓
const handle = guarded.httpHandler();
createServer(tls, (request, response) => { // ✓
  if (!isSmall(request.headers['content-length'])) { response.writeHead(413).end(); return; }
  void handle(request, response);
}).listen(8444, '0.0.0.0');

// what looks at a token and refuses nobody may still be told from what it does not look at
const hopefully = createHaberdasherServer({ MakeHat: async (_ctx, size) => ({ inches: size.inches, color: 'red' }) });
hopefully.use(hopeful); // ✗ no-ineffective-guard
createServer(tls, hopefully.httpHandler()).listen(8445, '0.0.0.0'); // ✗ no-unlimited-message

// mutual TLS refuses strangers
createServer({ ...tls, ca: readFileSync('ca.pem'), requestCert: true, rejectUnauthorized: true }, hats().use(sealed).httpHandler()).listen(8446, '0.0.0.0'); // ✗ no-unlimited-message
