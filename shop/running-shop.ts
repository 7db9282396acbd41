import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Settings } from './settings.ts';

/** A server on this machine, as its own commands reach it. */
export interface RunningShop {
  readonly url: string;
  /** An API token that allows imports. */
  readonly token: string;
}

const shape = z.object({ url: z.url(), token: z.string().min(1) });
const fileOf = (settings: Settings) => join(settings.folder, 'running.json');

/** Leaves word for commands on this machine, in a file only this user can read. @returns a function that takes it back. */
export function announceRunning(settings: Settings, shop: RunningShop): () => void {
  mkdirSync(settings.folder, { recursive: true });
  writeFileSync(fileOf(settings), JSON.stringify(shop), { mode: 0o600 });
  return () => rmSync(fileOf(settings), { force: true });
}

/** Whether the last server of this folder ended without taking its word back: it was killed. */
export function wasCutOff(settings: Settings): boolean {
  return existsSync(fileOf(settings));
}

/** The server that has this shop open on this machine, when there is one and it answers. */
export async function findRunning(settings: Settings): Promise<RunningShop | undefined> {
  let shop: RunningShop;
  try {
    shop = shape.parse(JSON.parse(readFileSync(fileOf(settings), 'utf8')));
  } catch {
    return undefined;
  }
  try {
    const answer = await fetch(`${shop.url}/healthz`, { signal: AbortSignal.timeout(2000) });
    return answer.ok ? shop : undefined;
  } catch {
    return undefined;
  }
}
