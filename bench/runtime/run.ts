import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { buildContenders } from './build-contenders.ts';
import { reportEngineCost } from './engine-cost.ts';
import { goals } from './goals.ts';
import { installPeers } from './install-peers.ts';
import { measureContender, type Sample } from './measure-contender.ts';
import { reportStallRun } from './stall-run.ts';

// All contenders take turns, each in a process of its own; what counts is responses per second of that process's CPU, and the
// ratios inside one run: both survive busy neighbours.
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    connections: { type: 'string', default: '16' },
    only: { type: 'string', default: '' },
  },
});
const ids = [
  'constant',
  'constant-gzip',
  'react',
  'react-gzip',
  'gzip-middleware',
  'puck',
  'builder',
  'ours-full',
  'ours-full-identity',
  'ours-holes',
  'ours-react3',
  'ours-cold',
  'ours-cold-gzip',
  'ours-fragments',
].filter((id) => !values.only || new RegExp(values.only).test(id));

await installPeers();
const entry = await buildContenders();
const samples = new Map<string, Sample[]>(ids.map((id) => [id, []]));
for (let round = 1; round <= Number(values.rounds); round++) {
  for (const id of ids) {
    const { connections, seconds } = values;
    const sample = await measureContender(id, {
      entry,
      connections: Number(connections),
      seconds: Number(seconds),
    });
    samples.get(id)!.push(sample);
    console.log(`round ${round} ${id}: ${sample.perCpu.toFixed(0)}`);
  }
}
report();
if (!values.only) {
  reportEngineCost();
  await reportStallRun(entry);
}

function report(): void {
  console.log(
    `\nNode ${process.version}, ${values.rounds} rounds of ${values.seconds} CPU-s, ${values.connections} connections, load ${loadavg()[0]?.toFixed(1)}`,
  );
  console.log('contender                  bytes   responses/CPU-s   ×react   p99 ms   MB');
  for (const id of ids) {
    const own = samples.get(id) ?? [];
    console.log(
      id.padEnd(22) +
        (own[0]?.size ?? '').padStart(10) +
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
    const met = ratio >= goal.least ? 'met   ' : 'MISSED';
    console.log(
      `${met} goal ${goal.number}: ${goal.of} / ${goal.beside} = ${ratio.toFixed(2)} (at least ${goal.least})`,
    );
  }
}

function figure(id: string): number {
  return median((samples.get(id) ?? []).map((sample) => sample.perCpu));
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
