import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';
import { stderrLogger } from '../log.ts';
import type { MigrationSet } from '../migrate.ts';
import { openOver } from '../open-database.ts';
import { startPglite, wrapPglite } from '../pglite-engine.ts';
import { hashMigrations } from './migration-hash.ts';

const ABANDONED = 60_000;
const DAY = 86_400_000;

/** A PGlite in memory with the migrations applied, started from a snapshot on disk that is made when it is missing. */
export async function startMigratedPglite(migrations: readonly MigrationSet[]): Promise<PGlite> {
  const snapshot = await ensureSnapshot(migrations);
  return await startPglite({ loadDataDir: new Blob([readFileSync(snapshot)]) });
}

async function ensureSnapshot(migrations: readonly MigrationSet[]): Promise<string> {
  const folder = join(tmpdir(), 'vitrine-test-snapshots');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${await hashMigrations(migrations, pgliteVersion())}.tar`);
  const lock = `${file}.lock`;
  while (!existsSync(file)) {
    if (takeLock(lock)) {
      try {
        await makeSnapshot(migrations, file);
      } finally {
        rmSync(lock, { recursive: true, force: true });
      }
    } else {
      await pause(50);
    }
  }
  utimesSync(file, new Date(), new Date());
  return file;
}

async function makeSnapshot(migrations: readonly MigrationSet[], file: string): Promise<void> {
  // Making a cluster takes seconds, migrating one does not: every snapshot but the first starts from the empty one.
  const pglite = migrations.length === 0 ? await startPglite({}) : await startMigratedPglite([]);
  const dump: { taken?: Blob } = {};
  const database = await openOver(
    {
      ...wrapPglite(pglite, { describe() {}, released() {} }),
      async close() {
        dump.taken = await pglite.dumpDataDir('none');
        await pglite.close();
      },
    },
    { migrations, logger: stderrLogger },
  );
  await database.close();
  dropUnused(dirname(file));
  const part = `${file}.${process.pid}`;
  writeFileSync(part, Buffer.from(await dump.taken!.arrayBuffer()));
  renameSync(part, file);
}

function dropUnused(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    try {
      if (Date.now() - statSync(path).mtimeMs > DAY) rmSync(path, { recursive: true, force: true });
    } catch {
      // Another run was quicker.
    }
  }
}

function takeLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    try {
      if (Date.now() - statSync(lock).mtimeMs > ABANDONED) rmSync(lock, { recursive: true, force: true });
    } catch {
      // It was released a moment ago.
    }
    return false;
  }
}

function pgliteVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  return JSON.parse(readFileSync(join(entry, '../../package.json'), 'utf8')).version;
}
