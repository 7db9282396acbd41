import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { installPeers } from '../runtime/install-peers.ts';
import { nameOfCase, readCase } from './bench-page.ts';
import { least, ours, puck } from './contenders.ts';
import { findChromium } from './find-chromium.ts';
import { type Figures, measureRun } from './measure-run.ts';
import { measureTogether } from './measure-together.ts';
import { type CaseRuns, showCase, showTargets } from './report.ts';
import { startServer } from './server-process.ts';

// Our editor beside Puck and the least there can be, in turns in one browser, so that a busy machine is hard on all.
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '50,200,500,500:nested' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string' },
  },
});
const cases = values.cases.split(',').map(readCase);
const contenders = [ours, puck, least].filter(({ id }) => !values.only || values.only === id);
if (contenders.includes(puck)) await installPeers();

const server = await startServer();
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
const all: CaseRuns[] = [];
try {
  for (const wanted of cases) {
    const runs: Record<string, Figures[]> = {};
    for (let round = 0; round < Number(values.rounds); round++)
      for (const contender of contenders) {
        const options = { contender, address: server.address, wanted };
        const alone = await measureRun(browser, options);
        const together = contender === ours ? await measureTogether(browser, options) : {};
        runs[contender.id] = [...(runs[contender.id] ?? []), { ...alone, ...together }];
      }
    all.push(runs);
    showCase(wanted, runs, loadavg()[0]!);
  }
} finally {
  await browser.close();
  server.stop();
}
console.log('');
showTargets(all[0]!, all.at(-1)!);

const folder = join(import.meta.dirname, '..', 'build');
const named = Object.fromEntries(cases.map((wanted, index) => [nameOfCase(wanted), all[index]]));
mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, 'editor-figures.json'),
  JSON.stringify({ at: new Date().toISOString(), load: loadavg(), cases: named }, null, 2),
);
