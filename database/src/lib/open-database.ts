import { AsyncLocalStorage } from 'node:async_hooks';
import { type Kysely, Kysely as KyselyOver, PostgresDialect } from 'kysely';
import { openChangeFeed } from './change-feed.ts';
import type { Database } from './database.ts';
import { createDelivery } from './delivery.ts';
import type { Engine } from './engine.ts';
import type { HoldingClient, ToldOfStatements } from './holding-client.ts';
import { type Logger, stderrLogger } from './log.ts';
import { type MigrationSet, migrate } from './migrate.ts';
import { newId } from './new-id.ts';
import { DatabaseOpenError } from './open-error.ts';
import { databaseMigrations, type OutboxTables, pruneOutbox } from './outbox.tables.ts';
import { openPgliteFolder } from './pglite-engine.ts';
import { openPostgres } from './postgres-engine.ts';
import { type InsideTransaction, refuseInside, runTransaction } from './transaction.ts';

export interface OpenOptions {
  /** A PostgreSQL server: `postgres://user:password@host:port/name`. Goes before `folder`. */
  url?: string;
  /** Where the embedded PostgreSQL keeps its files; made when it is not there. One process at a time. */
  folder?: string;
  /** Most connections to a server at a time; each listening process has one more. Default 10. */
  connections?: number;
  /** Every room's migrations, in the order they build on each other. */
  migrations: readonly MigrationSet[];
  /** Default: warnings and errors to standard error. */
  logger?: Logger;
  /** Told the text of each statement as it is sent, begin and commit too: for figures and tests. */
  onStatement?: ToldOfStatements;
}

/**
 * Opens the database and brings its schema up to date.
 * @throws DatabaseOpenError with a sentence for an operator when it cannot be opened.
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const logger = options.logger ?? stderrLogger;
  const engine = await openEngine(options, logger);
  return await openOver(engine, { ...options, logger });
}

async function openEngine({ url, folder, connections = 10 }: OpenOptions, logger: Logger): Promise<Engine> {
  if (url) return await openPostgres(url, { connections, logger });
  if (folder) return await openPgliteFolder(folder);
  throw new DatabaseOpenError(
    'bad-options',
    'No database was named. Give `url` (a postgres:// address) or `folder` (for the embedded database).',
  );
}

/** The database over an engine that is running; what goes wrong closes the engine. */
export async function openOver(
  engine: Engine,
  { migrations, logger, onStatement }: Pick<OpenOptions, 'migrations' | 'onStatement'> & { logger: Logger },
): Promise<Database> {
  if (onStatement)
    engine.pool.on('connect', (client) => {
      (client as HoldingClient & typeof client).onStatement = onStatement;
    });
  const inside: InsideTransaction = new AsyncLocalStorage();
  const db = new KyselyOver<unknown>({ dialect: new PostgresDialect({ pool: guardPool(engine, inside) }) });
  try {
    const applied = await migrate(db, [databaseMigrations, ...migrations]);
    await pruneOutbox(db as Kysely<OutboxTables>);
    return await assemble(engine, db, { inside, logger, applied });
  } catch (error) {
    await db.destroy();
    await engine.close();
    throw error;
  }
}

async function assemble(
  engine: Engine,
  db: Kysely<unknown>,
  { inside, logger, applied }: { inside: InsideTransaction; logger: Logger; applied: readonly string[] },
): Promise<Database> {
  const source = newId();
  const delivery = createDelivery({ logger });
  const feed =
    engine.openListener &&
    (await openChangeFeed({
      db: db as Kysely<OutboxTables>,
      source,
      openListener: engine.openListener,
      delivery,
      logger,
    }));
  let closing: Promise<void> | undefined;

  async function closeAll(): Promise<void> {
    await feed?.close();
    await db.destroy();
    await engine.close();
  }

  return {
    engine: engine.kind,
    applied,
    tables: <Tables>() => db as unknown as Kysely<Tables>,
    async execute(text, values) {
      refuseInside(inside);
      return await executeOn(engine, text, values);
    },
    async transaction(work, transactionOptions) {
      const { result, events } = await runTransaction(
        { db, inside, source, onUncertain: (ids) => feed?.checkLater(ids) },
        work,
        transactionOptions,
      );
      if (events.length > 0) feed?.announce(events.map(({ id }) => id));
      await delivery.deliver(events);
      return result;
    },
    subscribe(handler) {
      const end = delivery.add(handler);
      feed?.start();
      return end;
    },
    keepHouse: async () => ({ events: await pruneOutbox(db as Kysely<OutboxTables>) }),
    describeHolder: engine.describeHolder,
    close: () => {
      closing ??= closeAll();
      return closing;
    },
  };
}

function guardPool(engine: Engine, inside: InsideTransaction) {
  return {
    options: engine.pool.options,
    async connect() {
      refuseInside(inside);
      return (await engine.pool.connect()) as never;
    },
    end: () => engine.pool.end(),
  };
}

async function executeOn(
  { pool }: Engine,
  text: string,
  values?: readonly unknown[],
): Promise<{ rows: Record<string, unknown>[] }> {
  const client = await pool.connect();
  try {
    // Several statements come back as an array, which node-postgres' own documentation types as one result.
    const result: unknown = await client.query(text, values);
    const results = (Array.isArray(result) ? result : [result]) as { rows?: Record<string, unknown>[] }[];
    return { rows: results.flatMap(({ rows }) => rows ?? []) };
  } catch (error) {
    // A script that failed between its own BEGIN and COMMIT must not leave the connection in that state.
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
