import { Client, Pool } from 'pg';
import type { Engine } from './engine.ts';
import type { Logger } from './log.ts';
import { DatabaseOpenError } from './open-error.ts';
import { preparedClient } from './prepared-client.ts';
import { valueParsers } from './value-parsers.ts';

/** Connects to a PostgreSQL server, after one connection has shown that it answers and is new enough. */
export async function openPostgres(
  url: string,
  { connections, logger }: { connections: number; logger: Logger },
): Promise<Engine> {
  const place = parseUrl(url);
  await probe(url, place);
  const connection = { connectionString: url, application_name: 'vitrine', types: valueParsers };
  const pool = new Pool({
    ...connection,
    Client: preparedClient(),
    pipeline: true,
    max: connections,
    connectionTimeoutMillis: 30_000,
    keepAlive: true,
    allowExitOnIdle: true,
  });
  // A connection that breaks between two statements of a transaction fails the next one; unheard, it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', (error) => logger.warn({ error }, 'An idle database connection was lost.'));
  return {
    kind: 'postgres',
    pool,
    openListener: () => new Client({ ...connection, connectionTimeoutMillis: 10_000, keepAlive: true }),
    describeHolder() {},
    async close() {},
  };
}

async function probe(url: string, place: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw explain(error, place);
  }
  try {
    const { rows } = await client.query('show server_version_num');
    const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
    if (version < 15) {
      throw new DatabaseOpenError(
        'old-server',
        `${place} runs PostgreSQL ${version}; version 15 or newer is needed. Upgrade the server or name another one in DATABASE_URL.`,
      );
    }
  } finally {
    await client.end();
  }
}

/** @returns the address without user and password, for messages. */
function parseUrl(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw new DatabaseOpenError(
      'bad-options',
      'The database URL cannot be read. Expected postgres://user:password@host:5432/name; ' +
        'characters such as @ or / in the password must be percent-encoded.',
    );
  }
  if (parsed.protocol !== 'postgres:' && parsed.protocol !== 'postgresql:') {
    throw new DatabaseOpenError(
      'bad-options',
      `The database URL must begin with postgres://, but it begins with ${parsed.protocol}//. ` +
        'Name a PostgreSQL server, or leave DATABASE_URL empty to use the embedded database.',
    );
  }
  return `postgres://${parsed.host || 'localhost'}${parsed.pathname}`;
}

function explain(error: unknown, place: string): DatabaseOpenError {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === '28P01' || code === '28000') {
    return new DatabaseOpenError(
      'refused',
      `The server at ${place} refuses this user or password. Check DATABASE_URL.`,
      {
        cause: error,
      },
    );
  }
  if (code === '3D000') {
    return new DatabaseOpenError(
      'refused',
      `The server answers, but there is no database ${place}. Create it (createdb) or correct DATABASE_URL.`,
      { cause: error },
    );
  }
  return new DatabaseOpenError(
    'unreachable',
    `No PostgreSQL server answers at ${place} (${code ?? message}). Is it running, and is DATABASE_URL right?`,
    { cause: error },
  );
}
