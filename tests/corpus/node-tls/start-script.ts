import { spawn } from 'node:child_process';

const { CI, CORP_PROXY_CA } = process.env;

if (CORP_PROXY_CA) {
  process.env.NODE_EXTRA_CA_CERTS = CORP_PROXY_CA; // ✓ adds a root
}

process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; // ✗ require-server-verification

const child = spawn(process.execPath, ['dist/main.js'], { stdio: 'inherit' });
child.on('exit', (code) => process.exit(code ?? (CI ? 1 : 0)));
