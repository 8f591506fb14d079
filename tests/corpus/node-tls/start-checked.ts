import { spawn } from 'node:child_process';

// somebody's shell profile switches the checks off
delete process.env.NODE_TLS_REJECT_UNAUTHORIZED; // ✓
process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '1'; // ✓

if (process.env.NODE_TLS_REJECT_UNAUTHORIZED === '0') { // ✓ only a question
  throw new Error('refusing to run without certificate checks');
}

spawn(process.execPath, ['dist/main.js'], { stdio: 'inherit' }).on('exit', (code) => process.exit(code ?? 0));
