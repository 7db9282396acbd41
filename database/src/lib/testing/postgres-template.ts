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
  const template = `vitrine_template_${hash}`;
  if (await exists(client, template)) return template;
  await client.query('select pg_advisory_lock(hashtext($1))', [template]);
  try {
    if (await exists(client, template)) return template;
    await dropLeftovers(client);
    const draft = `vitrine_draft_${Date.now().toString(36)}_${hash}`;
    await client.query(`create database ${draft}`);
    const database = await openDatabase({ url: urlOf(server, draft), migrations });
    await database.close();
    // Renamed only now, so that a template that exists is a template that is whole.
    await client.query(`alter database ${draft} rename to ${template}`);
    return template;
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', [template]);
  }
}

/** Databases of runs that crashed, and templates of a schema nobody has asked for since a day. */
async function dropLeftovers(client: Client): Promise<void> {
  const { rows } = await client.query(
    `select datname, (pg_stat_file('base/' || oid || '/PG_VERSION')).modification as made from pg_database
     where datname like 'vitrine\\_test\\_%' or datname like 'vitrine\\_draft\\_%' or datname like 'vitrine\\_template\\_%'`,
  );
  for (const { datname, made } of rows as { datname: string; made: Date }[]) {
    const age = Date.now() - made.getTime();
    if (age < (datname.startsWith('vitrine_template_') ? 24 * HOUR : HOUR)) continue;
    // Refused while somebody is connected, which is right.
    await client.query(`drop database if exists ${datname}`).catch(() => {});
  }
}

async function exists(client: Client, name: string): Promise<boolean> {
  const { rows } = await client.query('select 1 from pg_database where datname = $1', [name]);
  return rows.length > 0;
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
