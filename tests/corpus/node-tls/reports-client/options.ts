import { readFileSync } from 'node:fs';

export const internal = {
  rejectUnauthorized: false,
  keepAlive: true,
};

export const verified = {
  ca: readFileSync('/etc/ssl/internal-ca.pem'),
  keepAlive: true,
};
