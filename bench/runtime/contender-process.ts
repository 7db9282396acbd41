import { fork } from 'node:child_process';
import { request } from 'node:http';
import autocannon from 'autocannon';

/** A contender in a process of its own. */
export interface ContenderProcess {
  readonly gzip: boolean;
  /** The page once, as the load asks for it. */
  probe(): Promise<{ readonly status: number; readonly body: Buffer }>;
  /** CPU seconds of the process so far, and its memory in bytes. */
  cost(): Promise<{ readonly cpu: number; readonly memory: number }>;
  /** Asks for the page over and over for a second or more of the clock. */
  load(options: LoadOptions): Promise<autocannon.Result>;
  stop(): void;
}

export interface LoadOptions {
  readonly connections: number;
  readonly seconds: number;
  /** Requests per second altogether. Default: as many as are answered. */
  readonly rate?: number;
}

interface Ready {
  readonly port: number;
  readonly gzip: boolean;
  readonly cookie?: string;
}

/** Starts one of the bundled contenders. */
export async function startContender(entry: string, id: string): Promise<ContenderProcess> {
  const child = fork(entry, [id], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const { port, gzip, cookie } = await new Promise<Ready>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Ready));
    child.once('exit', (code) => reject(new Error(`Contender "${id}" ended with code ${code}.`)));
  });
  const headers: Record<string, string> = { 'accept-encoding': gzip ? 'gzip' : 'identity' };
  if (cookie) headers.cookie = cookie;
  return {
    gzip,
    probe: () => get(port, '/', headers),
    cost: async () => JSON.parse((await get(port, '/__cpu', {})).body.toString()),
    load: ({ connections, seconds, rate }) =>
      autocannon({
        url: `http://127.0.0.1:${port}/`,
        connections,
        duration: seconds,
        headers,
        ...(rate !== undefined && { overallRate: rate }),
      }),
    stop() {
      child.removeAllListeners('exit');
      child.kill('SIGKILL');
    },
  };
}

function get(
  port: number,
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
    })
      .on('error', reject)
      .end();
  });
}
