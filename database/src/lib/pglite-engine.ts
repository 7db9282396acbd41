import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { Pool } from 'pg';
import type { Engine } from './engine.ts';
import { lockFolder } from './folder-lock.ts';
import { HoldingClient } from './holding-client.ts';
import { DatabaseOpenError } from './open-error.ts';
import { valueParsers } from './value-parsers.ts';

/** Opens the embedded PostgreSQL that keeps its files in a folder, which this process then holds alone. */
export async function openPgliteFolder(folder: string): Promise<Engine> {
  const lock = await lockFolder(folder).catch((error: unknown) => {
    if (error instanceof DatabaseOpenError) throw error;
    throw new DatabaseOpenError(
      'bad-options',
      `The database folder ${folder} cannot be used: ${messageOf(error)}. Name a folder this process may write to.`,
      { cause: error },
    );
  });
  try {
    const data = join(folder, 'data');
    // An empty or half made cluster has no version file; PGlite makes a new one in an empty folder only.
    if (!existsSync(data)) mkdirSync(data);
    const pglite = await startPglite({ dataDir: data });
    return wrapPglite(pglite, {
      describe: (facts) => lock.describe(facts),
      released: () => lock.release(),
    });
  } catch (error) {
    lock.release();
    throw new DatabaseOpenError(
      'damaged',
      `The embedded database in ${folder} does not start: ${messageOf(error)}. ` +
        'If the folder holds nothing you need, remove it and start again; otherwise restore it from a backup.',
      { cause: error },
    );
  }
}

/** Starts PGlite with the extensions the shop's schema uses. */
export async function startPglite(options: PGliteOptions): Promise<PGlite> {
  return await PGlite.create({ ...options, extensions: { pg_trgm, unaccent } });
}

/** An engine over a PGlite that is already running; closing the engine closes it. */
export function wrapPglite(
  pglite: PGlite,
  holder: { describe(facts: { address?: string }): void; released(): void },
): Engine {
  // One connection is all PGlite has: a second one in the pool would mix up the answers of the first.
  const pool = new Pool({
    ...createPgConfig(pglite),
    Client: HoldingClient,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 60_000,
    types: valueParsers,
  });
  return {
    kind: 'pglite',
    pool,
    describeHolder: holder.describe,
    async close() {
      await pglite.close();
      holder.released();
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
