import { fork } from 'node:child_process';
import { request } from 'node:http';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import autocannon from 'autocannon';
import { buildContenders } from './build-contenders.ts';
import { goals } from './goals.ts';
import { installPeers } from './install-peers.ts';

// All contenders take turns, each in a process of its own; what counts is responses per second of that process's CPU, and the
// ratios inside one run: both survive busy neighbours.
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '16' },
    only: { type: 'string', default: '' },
  },
});
const ids = [
  'constant',
  'constant-gzip',
  'react',
  'gzip-middleware',
  'puck',
  'builder',
  'ours-full',
  'ours-full-identity',
  'ours-holes',
  'ours-react3',
  'ours-cold',
].filter((id) => !values.only || new RegExp(values.only).test(id));

interface Sample {
  readonly perCpu: number;
  readonly p99: number;
  readonly memory: number;
}

await installPeers();
const entry = await buildContenders();
const samples = new Map<string, Sample[]>(ids.map((id) => [id, []]));
const sizes = new Map<string, string>();
for (let round = 0; round < Number(values.rounds); round++) {
  for (const id of ids) {
    const { sample, size } = await measure(id);
    samples.get(id)!.push(sample);
    sizes.set(id, size);
    process.stdout.write(`round ${round + 1} ${id}: ${sample.perCpu.toFixed(0)}\n`);
  }
}
report();

async function measure(id: string): Promise<{ sample: Sample; size: string }> {
  const child = fork(entry, [id], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  try {
    const ready = await new Promise<{ port: number; gzip: boolean; cookie?: string }>((resolve, reject) => {
      child.once('message', (message) =>
        resolve(message as { port: number; gzip: boolean; cookie?: string }),
      );
      child.once('exit', (code) => reject(new Error(`Contender "${id}" ended with code ${code}.`)));
    });
    const headers: Record<string, string> = { 'accept-encoding': ready.gzip ? 'gzip' : 'identity' };
    if (ready.cookie) headers.cookie = ready.cookie;
    const probe = await get(ready.port, '/', headers);
    if (probe.status !== 200) throw new Error(`Contender "${id}" answered ${probe.status}.`);
    const html = ready.gzip ? gunzipSync(probe.body).toString() : probe.body.toString();
    if (!html.includes('</html>') || (html.match(/<article/g) ?? []).length !== 24) {
      throw new Error(`Contender "${id}" did not serve the bench page.`);
    }
    const load = (duration: number) =>
      autocannon({
        url: `http://127.0.0.1:${ready.port}/`,
        connections: Number(values.connections),
        duration,
        headers,
      });
    await load(2);
    const before = await cpuOf(ready.port);
    const result = await load(Number(values.seconds));
    const after = await cpuOf(ready.port);
    if (result.non2xx > 0 || result.errors > 0) {
      throw new Error(`Contender "${id}" failed ${result.non2xx + result.errors} requests.`);
    }
    return {
      sample: {
        perCpu: result['2xx'] / (after.cpu - before.cpu),
        p99: result.latency.p99,
        memory: after.memory,
      },
      size: `${probe.body.length}${ready.gzip ? ' gz' : ''}`,
    };
  } finally {
    child.removeAllListeners('exit');
    child.kill('SIGKILL');
  }
}

async function cpuOf(port: number): Promise<{ cpu: number; memory: number }> {
  return JSON.parse((await get(port, '/__cpu', {})).body.toString()) as { cpu: number; memory: number };
}

function get(
  port: number,
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
    })
      .on('error', reject)
      .end();
  });
}

function report(): void {
  const median = (numbers: number[]) =>
    [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
  const figure = (id: string) => median((samples.get(id) ?? []).map((sample) => sample.perCpu));
  console.log(
    `\nNode ${process.version}, ${values.rounds} rounds of ${values.seconds} s, ${values.connections} connections, load ${loadavg()[0]?.toFixed(1)}`,
  );
  console.log('contender                  bytes   responses/CPU-s   ×react   p99 ms   MB');
  for (const id of ids) {
    const own = samples.get(id) ?? [];
    console.log(
      id.padEnd(22) +
        (sizes.get(id) ?? '').padStart(10) +
        figure(id).toFixed(0).padStart(18) +
        (figure(id) / figure('react')).toFixed(2).padStart(9) +
        median(own.map((sample) => sample.p99))
          .toFixed(0)
          .padStart(9) +
        (median(own.map((sample) => sample.memory)) / 1e6).toFixed(0).padStart(5),
    );
  }
  console.log('');
  for (const goal of goals) {
    const ratio = figure(goal.of) / figure(goal.beside);
    if (Number.isNaN(ratio)) continue;
    console.log(
      `${ratio >= goal.least ? 'met   ' : 'MISSED'} goal ${goal.number}: ${goal.of} / ${goal.beside} = ${ratio.toFixed(2)} (at least ${goal.least})`,
    );
  }
}
