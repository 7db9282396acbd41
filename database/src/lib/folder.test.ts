import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { lockFolder, readFolderHolder } from './folder-lock.ts';
import { openDatabase } from './open-database.ts';

const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-folder-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function startWriter(folder: string): { child: ChildProcess; lines: AsyncIterableIterator<string> } {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('./fixtures/write-until-killed.ts', import.meta.url)), folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  children.push(child);
  return { child, lines: createInterface({ input: child.stdout! })[Symbol.asyncIterator]() };
}

async function readUntil(lines: AsyncIterableIterator<string>, wanted: string): Promise<void> {
  for (let line = await lines.next(); !line.done; line = await lines.next())
    if (line.value === wanted) return;
  throw new Error(`The writer ended before it said "${wanted}".`);
}

test('[DB-1] [DB-2] a folder is refused while another process holds it, and is whole after that one is killed', async () => {
  const folder = makeFolder();
  const { child, lines } = startWriter(folder);
  await readUntil(lines, '25');

  const second = openDatabase({ folder, migrations: [] });
  await expect(second).rejects.toMatchObject({ name: 'DatabaseOpenError', reason: 'occupied' });
  await expect(second).rejects.toThrow(
    new RegExp(`open in process ${child.pid}.*http://127\\.0\\.0\\.1:4711`),
  );
  expect(readFolderHolder(folder)).toMatchObject({ pid: child.pid, address: 'http://127.0.0.1:4711' });

  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(readFolderHolder(folder)).toBeUndefined();
  const database = await openDatabase({ folder, migrations: [] });
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n, max(n) as last from written`.execute(database.tables());
  expect(rows[0]!.n).toBeGreaterThanOrEqual(25);
  expect(rows[0]).toEqual({ n: rows[0]!.n, last: rows[0]!.n });
  await database.close();
  expect(readdirSync(folder)).toEqual(['data']);
});

test('[DB-1] the same process cannot open a folder twice, and can after closing it', async () => {
  const folder = makeFolder();
  const lock = await lockFolder(folder);
  await expect(lockFolder(folder)).rejects.toThrow(`open in process ${process.pid}`);
  lock.release();
  (await lockFolder(folder)).release();
});

test('[DB-1] of many that find a stale lock at once, one gets the folder', async () => {
  const folder = makeFolder();
  const stale = await lockFolder(folder);
  const path = join(folder, 'holder.json');
  writeFileSync(
    path,
    JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), pid: 2 ** 22 + 1, token: 'gone' }),
  );
  const taken = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
  expect(taken.map(({ status }) => status).sort((left, right) => (left < right ? -1 : 1))).toEqual([
    'fulfilled',
    ...Array(7).fill('rejected'),
  ]);
  stale.release();
});

test('[DB-1] a lock file that cannot be read is no lock', async () => {
  const folder = makeFolder();
  writeFileSync(join(folder, 'holder.json'), '{"pid":');
  (await lockFolder(folder)).release();
});

test('[DB-1] a holder on another machine counts as long as it gives signs of life', async () => {
  const folder = makeFolder();
  const path = join(folder, 'holder.json');
  const other = { pid: 1, host: 'elsewhere', started: 'x', since: '2026-01-01T00:00:00Z', token: 't' };
  writeFileSync(path, JSON.stringify(other));
  await expect(lockFolder(folder)).rejects.toThrow('process 1 on elsewhere');
  const minuteAgo = new Date(Date.now() - 60_000);
  utimesSync(path, minuteAgo, minuteAgo);
  (await lockFolder(folder)).release();
});

test('[DB-3] a folder that cannot be one is named', async () => {
  const file = join(makeFolder(), 'a-file');
  writeFileSync(file, '');
  const wrong = openDatabase({ folder: file, migrations: [] });
  await expect(wrong).rejects.toMatchObject({ name: 'DatabaseOpenError', reason: 'bad-options' });
  await expect(wrong).rejects.toThrow(file);
});

test('[DB-3] a folder whose database is damaged says so and is freed', async () => {
  const folder = makeFolder();
  const first = await openDatabase({ folder, migrations: [] });
  await first.close();
  rmSync(join(folder, 'data', 'global'), { recursive: true });
  const broken = openDatabase({ folder, migrations: [] });
  await expect(broken).rejects.toMatchObject({ reason: 'damaged' });
  await expect(broken).rejects.toThrow(folder);
  expect(readFolderHolder(folder)).toBeUndefined();
});
