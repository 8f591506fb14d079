import https from 'node:https';
import { internal, verified } from './options';

const legacyAgent = new https.Agent(internal); // ✗ require-server-verification
const agent = new https.Agent({ ...verified, maxSockets: 16 }); // ✓

function get(url: string, through: https.Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = https.get(url, { agent: through, signal: AbortSignal.timeout(5_000) }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () => resolve(body));
    });
    request.on('error', reject);
  });
}

export const monthly = (month: string) => get(`https://reports.internal/monthly/${encodeURIComponent(month)}`, agent);
export const archived = (year: number) => get(`https://archive.internal/${year}`, legacyAgent);
