import { Agent, request as httpsRequest, type AgentOptions, type RequestOptions } from 'node:https';

const enum Mode {
  Strict,
  Relaxed,
}

function agentOptions(mode: Mode): AgentOptions {
  switch (mode) {
    case Mode.Relaxed:
      return { keepAlive: true, rejectUnauthorized: false }; // ✗ require-server-verification
    default:
      return { keepAlive: true };
  }
}

function agentFor(mode: Mode): Agent {
  return new Agent(agentOptions(mode));
}

function send(url: string, agent: Agent, options: RequestOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    httpsRequest(url, { ...options, agent, signal: AbortSignal.timeout(5_000) }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

export const cameras = (path: string) => send(`https://cameras.example.com${path}`, agentFor(Mode.Relaxed));
export const billing = (path: string) => send(`https://billing.example.com${path}`, agentFor(Mode.Strict));
