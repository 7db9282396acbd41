import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const script = join(import.meta.dirname, '..', '..', 'data-actions', 'bench', 'engine.bench.ts');
const most = 0.25;

/** Goal 5: CPU of the data-action engine for the 376 questions of a page; how many calls it makes is counted in its tests. */
export function reportEngineCost(): void {
  const { stdout, stderr, status } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  const figure = /median ([\d.]+) ms/.exec(stdout)?.[1];
  if (status !== 0 || figure === undefined)
    throw new Error(`The engine's bench ended with code ${status}: ${stderr || stdout}`);
  console.log(`\n${stdout.trim()}`);
  const met = Number(figure) <= most ? 'met   ' : 'MISSED';
  console.log(`${met} goal 5 (CPU): ${figure} ms for the 376 questions of a page (at most ${most})`);
}
