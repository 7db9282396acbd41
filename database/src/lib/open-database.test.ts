import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { openDatabase } from './open-database.ts';

const secret = 'hunter2';

async function failure(url: string | undefined): Promise<{ reason: string; message: string }> {
  try {
    await openDatabase({ url, migrations: [] });
  } catch (error) {
    const { reason, message, stack } = error as { reason: string; message: string; stack: string };
    expect(`${message} ${stack}`).not.toContain(secret);
    return { reason, message };
  }
  throw new Error('The database opened although it must not.');
}

test('[DB-3] without a URL or folder it says what to give', async () => {
  expect(await failure(undefined)).toMatchObject({ reason: 'bad-options' });
});

test('[DB-3] a URL of another kind of database is refused by name', async () => {
  const { reason, message } = await failure(`mysql://me:${secret}@db.test/shop`);
  expect([reason, message]).toEqual(['bad-options', expect.stringContaining('begins with mysql://')]);
});

test('[DB-3] a URL that cannot be read is refused without showing it', async () => {
  expect(await failure(`postgres://me:${secret}@@db.test:port/shop`)).toMatchObject({
    reason: 'bad-options',
  });
});

test('[DB-3] a server that is not there is named', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const { reason, message } = await failure(`postgres://me:${secret}@127.0.0.1:${port}/shop`);
  expect([reason, message]).toEqual([
    'unreachable',
    expect.stringContaining(`postgres://127.0.0.1:${port}/shop (ECONNREFUSED)`),
  ]);
});

describe.skipIf(!process.env.TEST_DATABASE_URL)('a PostgreSQL server', () => {
  test('[DB-3] says when the database does not exist on it', async () => {
    const url = new URL(process.env.TEST_DATABASE_URL!);
    url.pathname = '/no_such_database';
    const { reason, message } = await failure(url.href);
    expect([reason, message]).toEqual([
      'refused',
      expect.stringContaining('there is no database postgres://'),
    ]);
  });
});
