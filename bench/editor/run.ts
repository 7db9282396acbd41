import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { installPeers } from '../runtime/install-peers.ts';
import { nameOfCase, readCase } from './bench-page.ts';
import { ours, puck } from './contenders.ts';
import { type Figures, measureRun } from './measure-run.ts';
import { median } from './percentile.ts';
import { startServer } from './server-process.ts';

// Our editor beside Puck, in turns in one browser, so that a busy machine is hard on both.
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '50,200,500,500:nested' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string' },
  },
});
const cases = values.cases.split(',').map(readCase);
const contenders = [ours, puck].filter(({ id }) => !values.only || values.only === id);
if (contenders.includes(puck)) await installPeers();

const server = await startServer();
const browser = await chromium.launch({
  executablePath: process.env.VITRINE_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const all: Record<string, Record<string, Figures[]>> = {};
try {
  for (const wanted of cases) {
    const name = nameOfCase(wanted);
    const runs: Record<string, Figures[]> = {};
    for (let round = 0; round < Number(values.rounds); round++)
      for (const contender of contenders) {
        const figures = await measureRun(browser, { contender, address: server.address, wanted });
        runs[contender.id] = [...(runs[contender.id] ?? []), figures];
      }
    all[name] = runs;
    show(name, runs);
  }
} finally {
  await browser.close();
  server.stop();
}
writeFileSync(join(import.meta.dirname, '..', 'build', 'editor-figures.json'), JSON.stringify(all, null, 2));

function show(name: string, runs: Record<string, Figures[]>): void {
  console.log(`\n${name} (load ${loadavg()[0]!.toFixed(1)}), best / median`);
  const names = new Set(
    Object.values(runs).flatMap((list) => list.flatMap((figures) => Object.keys(figures))),
  );
  console.table(
    Object.fromEntries(
      [...names].map((figure) => [
        figure,
        {
          ...Object.fromEntries(Object.entries(runs).map(([id, list]) => [id, text(list, figure)])),
          'ours / puck': ratio(runs, figure),
        },
      ]),
    ),
  );
}

function sorted(list: readonly Figures[] | undefined, figure: string): number[] {
  return (list ?? []).flatMap((each) => each[figure] ?? []).sort((left, right) => left - right);
}

function text(list: readonly Figures[], figure: string): string {
  const found = sorted(list, figure);
  return found.length === 0 ? '' : `${found[0]!.toFixed(1)} / ${median(found).toFixed(1)}`;
}

function ratio(runs: Record<string, Figures[]>, figure: string): string {
  const [one, other] = [sorted(runs.ours, figure), sorted(runs.puck, figure)];
  return one.length && other.length && median(other) > 0 ? (median(one) / median(other)).toFixed(2) : '';
}
