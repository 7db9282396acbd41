import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@vitrine/database';
import { requester, variantIds } from './requests.ts';
import vitrine from './vitrine.adapter.mjs';

// npm run bench:commerce [-- --ms 3000 --only checkout --out results.json]
// Our engine over its HTTP API on PostgreSQL, as a client sees it: operations a second, latencies, CPU and statements for each.

const option = (name: string, otherwise: string) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1]!;
};
const milliseconds = Number(option('ms', '3000'));
const only = option('only', '').split(',').filter(Boolean);
const server = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

type Prepared = { count: number; prepare(n: number): Promise<unknown>; run(item: unknown): Promise<void> };
type Operation = ((n: number) => Promise<void>) | Prepared;

const name = `vitrine_bench_${process.pid}`;
const admin = await openDatabase({ url: server, migrations: [] });
await admin.execute(`create database ${name}`);
const url = new URL(server);
url.pathname = `/${name}`;
let child: ChildProcess | undefined;
try {
  // Filled by a first process, so that the one that is measured starts like any other.
  await stop((await start()).process);
  const running = await start();
  child = running.process;
  console.log(`boot ${running.bootMilliseconds} ms, ${memory(child.pid!)} MB at rest`);
  const { cells, races } = await measure(running.url, child);
  console.log(`${memory(child.pid!)} MB afterwards`);
  const out = option('out', '');
  if (out) writeFileSync(out, JSON.stringify({ date: new Date().toISOString(), cells, races }, null, 1));
} finally {
  if (child) await stop(child);
  await admin.execute(`drop database ${name} with (force)`);
  await admin.close();
}

async function start() {
  const process_ = fork(fileURLToPath(new URL('./serve-one.ts', import.meta.url)), {
    env: { ...process.env, NODE_ENV: 'production', BENCH_DATABASE_URL: url.href },
  });
  const [ready] = (await once(process_, 'message')) as [{ url: string; bootMilliseconds: number }];
  return { process: process_, ...ready };
}

async function stop(running: ChildProcess): Promise<void> {
  const gone = once(running, 'exit');
  running.kill();
  await gone;
}

async function measure(base: string, running: ChildProcess) {
  const { send, close } = requester(base);
  const adapter = await vitrine({ req: send, ids: { variants: await variantIds(send) } });
  const cells: Record<string, Record<number, unknown>> = {};
  for (const [title, operation] of Object.entries(adapter.ops as Record<string, Operation>)) {
    if (only.length > 0 && !only.includes(title)) continue;
    cells[title] = {};
    let seed = 0;
    for (const lanes of [1, 8, 32]) {
      const pool = typeof operation === 'function' ? undefined : await prepared(operation, seed);
      const run = async (n: number) =>
        typeof operation === 'function' ? operation(n) : operation.run(pool![n % pool!.length]);
      // A warm-up, then what counts.
      if (!pool) await closedLoop(run, lanes, { from: seed, most: 3 * lanes, milliseconds: 1500 });
      const cell = await accounted(running, () =>
        closedLoop(run, lanes, { from: seed + 100_000, most: pool?.length ?? 100_000, milliseconds }),
      );
      seed += 10_000;
      cells[title][lanes] = cell;
      console.log(title.padEnd(11), `c=${String(lanes).padEnd(3)}`, describe(cell));
    }
  }
  const races: Record<string, unknown> = {};
  for (const [title, race] of Object.entries(
    adapter.races as Record<string, (k: number, n: number) => Promise<unknown>>,
  )) {
    if (only.length > 0 && !only.includes(title)) continue;
    races[title] = [await race(0, 500), await race(1, 501), await race(2, 502)];
    console.log(title, JSON.stringify(races[title]));
  }
  close();
  return { cells, races };
}

async function prepared(operation: Prepared, seed: number): Promise<unknown[]> {
  const items: unknown[] = [];
  for (let n = 0; n < operation.count * 4; n += 1) items.push(await operation.prepare(seed + n));
  return items;
}

async function closedLoop(
  run: (n: number) => Promise<void>,
  lanes: number,
  { from, most, milliseconds: limit }: { from: number; most: number; milliseconds: number },
) {
  const latencies: number[] = [];
  let [next, errors, problem] = [0, 0, ''];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (next < most && performance.now() - began < limit) {
        const n = next++;
        const asked = performance.now();
        try {
          await run(from + n);
          latencies.push(performance.now() - asked);
        } catch (error) {
          errors += 1;
          problem ||= String(error);
        }
      }
    }),
  );
  latencies.sort((a, b) => a - b);
  return { latencies, errors, problem, seconds: (performance.now() - began) / 1000 };
}

async function accounted(running: ChildProcess, work: () => ReturnType<typeof closedLoop>) {
  const [cpu, database, statements] = [
    cpuOf([running.pid!]),
    cpuOf(databaseProcesses()),
    await statementsOf(running),
  ];
  const { latencies, errors, problem, seconds } = await work();
  const n = Math.max(1, latencies.length);
  const at = (share: number) => latencies[Math.min(n - 1, Math.ceil(n * share) - 1)] ?? Number.NaN;
  return {
    n: latencies.length,
    perSecond: latencies.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    cpu: (cpuOf([running.pid!]) - cpu) / n,
    database: (cpuOf(databaseProcesses()) - database) / n,
    statements: ((await statementsOf(running)) - statements) / n,
    errors,
    problem,
  };
}

function describe(cell: Awaited<ReturnType<typeof accounted>>): string {
  const { perSecond, p50, p99, cpu, database, statements, errors, problem } = cell;
  const figures = [
    `${perSecond.toFixed(1)}/s`,
    `p50 ${p50.toFixed(1)} ms`,
    `p99 ${p99.toFixed(1)} ms`,
    `CPU ${cpu.toFixed(1)} + ${database.toFixed(1)} ms`,
    `${statements.toFixed(1)} statements`,
  ];
  return figures.join(', ') + (errors > 0 ? `, ${errors} errors: ${problem}` : '');
}

async function statementsOf(running: ChildProcess): Promise<number> {
  running.send('count');
  const [{ statements }] = (await once(running, 'message')) as [{ statements: number }];
  return statements;
}

/** CPU milliseconds so far, from the kernel's own books (Linux). */
function cpuOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return sum + (Number(fields[11]) + Number(fields[12])) * 10;
    } catch {
      return sum;
    }
  }, 0);
}

function databaseProcesses(): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres');
      } catch {
        return false;
      }
    });
}

function memory(pid: number): number {
  const status = spawnSync('cat', [`/proc/${pid}/status`], { encoding: 'utf8' }).stdout;
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}
