import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** Starts the built shop with an empty folder, so that the seed is part of what is tested. @returns what stops it. */
export default async function startShop(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-e2e-'));
  const shop = spawn(process.execPath, ['scripts/start.ts', '--no-build'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: '0',
      VITRINE_FOLDER: folder,
      LOG_LEVEL: 'warn',
      DATABASE_URL: '',
      REDIS_URL: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.env.SHOP_URL = await addressOf(shop);
  process.env.SHOP_FOLDER = folder;
  return async () => {
    const gone = new Promise((resolve) => shop.once('exit', resolve));
    shop.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
}

function addressOf(shop: ReturnType<typeof spawn>): Promise<string> {
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
