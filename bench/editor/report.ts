import { type BenchCase, nameOfCase } from './bench-page.ts';
import type { Figures } from './measure-run.ts';
import { median } from './percentile.ts';
import { mostGrowth, targets } from './targets.ts';

/** All runs of a case, by contender. */
export type CaseRuns = Readonly<Record<string, readonly Figures[]>>;

/** Best and median of each figure, and how ours compare. */
export function showCase(wanted: BenchCase, runs: CaseRuns, load: number): void {
  console.log(`\n${nameOfCase(wanted)} modules, load ${load.toFixed(1)}: best / median`);
  const names = new Set(Object.values(runs).flatMap((list) => list.flatMap((each) => Object.keys(each))));
  console.table(
    Object.fromEntries(
      [...names].map((name) => [
        name,
        {
          ...Object.fromEntries(Object.entries(runs).map(([id, list]) => [id, textOf(list, name)])),
          'ours / puck': ratioText(runs, name),
        },
      ]),
    ),
  );
}

/** Which targets are met on the largest page, and how a key grows from the smallest on. */
export function showTargets(smallest: CaseRuns, largest: CaseRuns): void {
  for (const { id, figure, words, most, besidePuck, hasFloor } of targets) {
    const value = medianOf(largest.ours, figure);
    if (Number.isNaN(value)) continue;
    const puck = medianOf(largest.puck, figure);
    const ratio = value / puck;
    const least = medianOf(largest.least, figure);
    const isFloorKnown = hasFloor && Number.isFinite(least);
    if (most !== undefined) {
      const floor = isFloorKnown ? `; no editor at all: ${least.toFixed(1)}` : '';
      say(value <= most, `${id} ${words}: ${value.toFixed(1)} (at most ${most}${floor})`);
    }
    if (besidePuck !== undefined && Number.isFinite(ratio)) {
      // Of both the browser takes as much: what is left is the editors' own.
      const own = ((value - least) / (puck - least)).toFixed(2);
      const floor = isFloorKnown
        ? `; no editor at all: ${(least / puck).toFixed(2)}; without what that takes: ${own}`
        : '';
      say(
        ratio <= besidePuck,
        `${id} ${words}, beside Puck: ${ratio.toFixed(2)} (at most ${besidePuck}${floor})`,
      );
    }
  }
  const growth = medianOf(largest.ours, 'keyP50') / medianOf(smallest.ours, 'keyP50');
  if (Number.isFinite(growth))
    say(growth <= mostGrowth, `T2 growth of a key: ${growth.toFixed(2)} (at most ${mostGrowth})`);
}

function say(isMet: boolean, words: string): void {
  console.log(`${isMet ? 'met   ' : 'MISSED'} ${words}`);
}

const valuesOf = (list: readonly Figures[] = [], name: string) => list.flatMap((each) => each[name] ?? []);
const medianOf = (list: readonly Figures[] | undefined, name: string) => median(valuesOf(list, name));

function textOf(list: readonly Figures[], name: string): string {
  const values = valuesOf(list, name);
  return values.length === 0 ? '' : `${Math.min(...values).toFixed(1)} / ${median(values).toFixed(1)}`;
}

function ratioText({ ours, puck }: CaseRuns, name: string): string {
  const ratio = medianOf(ours, name) / medianOf(puck, name);
  return Number.isFinite(ratio) ? ratio.toFixed(2) : '';
}
