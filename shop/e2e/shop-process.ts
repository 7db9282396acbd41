import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** A built shop in a process of its own. */
export interface ShopProcess {
  readonly url: string;
  stop(): Promise<void>;
  /** Ends it at once, as a lack of memory or of power would. */
  kill(): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..');

/** Starts the built shop on a free port. @throws with everything it said when it does not come up. */
export async function startShopProcess(env: Record<string, string>): Promise<ShopProcess> {
  const shop = spawn(process.execPath, ['scripts/start.ts', '--no-build'], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: '',
      REDIS_URL: '',
      LOG_LEVEL: 'warn',
      PORT: '0',
      API_REQUESTS_PER_MINUTE: '100000',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await addressOf(shop);
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (shop.exitCode !== null || shop.signalCode !== null) return;
    const gone = new Promise((resolve) => shop.once('exit', resolve));
    shop.kill(signal);
    await gone;
  };
  return { url, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

function addressOf(shop: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /Shop\s+(http:\/\/\S+?)\/\s/.exec(said)?.[1];
      if (address) resolve(address);
    };
    shop.stdout?.on('data', hear);
    shop.stderr?.on('data', hear);
    shop.once('exit', (code) => reject(new Error(`The shop did not start (exit code ${code}):\n${said}`)));
  });
}
