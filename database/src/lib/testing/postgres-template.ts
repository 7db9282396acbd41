import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { MigrationSet } from '../migrate.ts';
import { openDatabase } from '../open-database.ts';
import { hashMigrations } from './migration-hash.ts';

const HOUR = 3_600_000;

/** A new database on the test server with the migrations applied, copied from a template that is made when missing. */
export async function createMigratedDatabase(
  server: string,
  migrations: readonly MigrationSet[],
): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `vitrine_test_${Date.now().toString(36)}_${randomBytes(4).toString('hex')}`;
  await withServer(server, async (client) => {
    const template = await ensureTemplate(client, server, migrations);
    await client.query(`create database ${name} template ${template}`);
  });
  return {
    url: urlOf(server, name),
    drop: () =>
      withServer(server, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

async function ensureTemplate(
  client: Client,
  server: string,
  migrations: readonly MigrationSet[],
): Promise<string> {
  const hash = await hashMigrations(migrations, 'postgres');
  const found = await findTemplate(client, hash);
  if (found) return found;
  await client.query('select pg_advisory_lock(hashtext($1))', [hash]);
  try {
    const foundNow = await findTemplate(client, hash);
    if (foundNow) return foundNow;
    await dropLeftovers(client);
    const made = Date.now().toString(36);
    const draft = `vitrine_draft_${made}_${hash}`;
    await client.query(`create database ${draft}`);
    const database = await openDatabase({ url: urlOf(server, draft), migrations });
    await database.close();
    // Renamed only now, so that a template that exists is a template that is whole.
    const template = `vitrine_template_${made}_${hash}`;
    await client.query(`alter database ${draft} rename to ${template}`);
    return template;
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', [hash]);
  }
}

/** Databases of runs that crashed, and templates made more than a day ago: making one again takes a second. */
async function dropLeftovers(client: Client): Promise<void> {
  const { rows } = await client.query(
    `select datname as name from pg_database where datname like 'vitrine\\_%\\_%\\_%'`,
  );
  for (const { name } of rows as { name: string }[]) {
    const [, role, made] = /^vitrine_(test|draft|template)_([0-9a-z]+)_/.exec(name) ?? [];
    if (!made || Date.now() - Number.parseInt(made, 36) < (role === 'template' ? 24 * HOUR : HOUR)) continue;
    // Refused while somebody is connected, which is right.
    await client.query(`drop database if exists ${name}`).catch(() => {});
  }
}

async function findTemplate(client: Client, hash: string): Promise<string | undefined> {
  const { rows } = await client.query('select datname as name from pg_database where datname like $1', [
    `vitrine\\_template\\_%\\_${hash}`,
  ]);
  return rows[0]?.name as string | undefined;
}

async function withServer<T>(server: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: server, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
