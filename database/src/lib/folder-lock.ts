import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseOpenError } from './open-error.ts';

/** The process that has a database folder open. */
export interface FolderHolder {
  readonly pid: number;
  readonly host: string;
  /** Tells two processes with the same pid apart; what it looks like depends on the platform. */
  readonly started: string;
  /** When the folder was opened, ISO 8601. */
  readonly since: string;
  /** Where the holder can be reached, for example `http://127.0.0.1:3000`, once it has said so. */
  readonly address?: string;
}

export interface FolderLock {
  describe(facts: { address?: string }): void;
  release(): void;
}

const BEAT = 5_000;
const SILENCE = 30_000;

/**
 * Takes the folder for this process, or throws a `DatabaseOpenError` (`occupied`) that names who has it. The lock of a
 * process that is gone is taken over.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'holder.json');
  const token = randomUUID();
  const facts: FolderHolder = {
    pid: process.pid,
    host: hostname(),
    started: startOf(process.pid) ?? 'unknown',
    since: new Date().toISOString(),
  };
  await take(folder, path, token, facts);
  const beat = setInterval(() => touch(path), BEAT);
  beat.unref();
  return {
    describe(more) {
      if (readHolder(path)?.token === token) replace(path, { ...facts, ...more, token });
    },
    release() {
      clearInterval(beat);
      if (readHolder(path)?.token === token) rmSync(path, { force: true });
    },
  };
}

/** Who has the database folder open now, if anyone; for a tool that would rather ask the running server. */
export function readFolderHolder(folder: string): FolderHolder | undefined {
  const path = join(folder, 'holder.json');
  const found = readHolder(path);
  if (!found || !isAlive(path, found)) return undefined;
  const { token: _, ...holder } = found;
  return holder;
}

type Held = FolderHolder & { readonly token: string };

async function take(folder: string, path: string, token: string, facts: FolderHolder): Promise<void> {
  const own = `${path}.${token}`;
  writeFileSync(own, JSON.stringify({ ...facts, token }));
  try {
    for (let round = 0; round < 20; round++) {
      if (tryLink(own, path)) {
        // Somebody who judged an older lock stale a moment ago may still be moving files: look again before trusting.
        await pause(round === 0 ? 0 : 50);
        if (readHolder(path)?.token === token) return;
        continue;
      }
      const held = readHolder(path);
      if (held && isAlive(path, held)) throw occupied(folder, held);
      moveAside(path, held?.token);
    }
    throw new DatabaseOpenError(
      'occupied',
      `Could not lock the database folder ${folder}: other processes keep taking it. Stop them and try again.`,
    );
  } finally {
    rmSync(own, { force: true });
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a stale lock, and puts back what it took if that was somebody else's fresh one. */
function moveAside(path: string, staleToken: string | undefined): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved && moved.token !== staleToken) tryLink(aside, path);
  rmSync(aside, { force: true });
}

function replace(path: string, held: Held): void {
  const next = `${path}.${randomUUID()}`;
  writeFileSync(next, JSON.stringify(held));
  renameSync(next, path);
}

function readHolder(path: string): Held | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Held;
  } catch {
    return undefined;
  }
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // The folder was removed under us; whoever did that has no database to protect.
  }
}

function isAlive(path: string, held: Held): boolean {
  // In another container or on another machine process ids mean nothing; a living holder touches the file.
  if (held.host !== hostname()) {
    try {
      return Date.now() - statSync(path).mtimeMs < SILENCE;
    } catch {
      return false;
    }
  }
  const started = startOf(held.pid);
  return started !== undefined && (started === held.started || held.started === 'unknown');
}

/** When a process started, in the platform's own words; `undefined` = there is none. */
function startOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
  }
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' ? undefined : `${readBootId()}:${fields[19]}`;
    }
    if (process.platform === 'darwin') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    }
  } catch {
    return 'unknown';
  }
  return 'unknown';
}

function readBootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

function occupied(folder: string, held: Held): DatabaseOpenError {
  const where = held.host === hostname() ? '' : ` on ${held.host}`;
  const address = held.address ? ` It answers at ${held.address}.` : '';
  return new DatabaseOpenError(
    'occupied',
    `The database folder ${folder} is open in process ${held.pid}${where} since ${held.since}.${address} ` +
      'An embedded database serves one process: stop that one, use another folder, or set DATABASE_URL to a PostgreSQL server.',
  );
}
