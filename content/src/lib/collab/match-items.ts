import { canonicalJson } from '../canonical.ts';
import type { Json } from '../page.ts';
import { commonRuns } from './text-patch.ts';

/** More items than this are compared from both ends only: the table grows with the square. */
const maxItems = 300;

/**
 * For each item of `after` the item of `before` it is, by index: one that is equal, wherever it stands; else the one that stood
 * between the same neighbours. `undefined` = it is new.
 */
export function matchItems(before: readonly Json[], after: readonly Json[]): readonly (number | undefined)[] {
  const left = before.map((each) => canonicalJson(each));
  const right = after.map((each) => canonicalJson(each));
  const found: (number | undefined)[] = after.map(() => undefined);
  const gaps =
    left.length > maxItems || right.length > maxItems
      ? [{ leftFrom: 0, leftTo: left.length, rightFrom: 0, rightTo: right.length }]
      : commonRuns(left, right);

  let at = 0;
  let to = 0;
  for (const gap of [...gaps, { leftFrom: left.length, leftTo: 0, rightFrom: right.length, rightTo: 0 }]) {
    while (to < gap.rightFrom) found[to++] = at++;
    at = gap.leftTo;
    to = gap.rightTo;
  }

  const free = new Map<string, number[]>();
  for (const { leftFrom, leftTo } of gaps) {
    for (let index = leftFrom; index < leftTo; index++) {
      free.set(left[index]!, [...(free.get(left[index]!) ?? []), index]);
    }
  }
  for (const { rightFrom, rightTo } of gaps) {
    for (let index = rightFrom; index < rightTo; index++) found[index] = free.get(right[index]!)?.shift();
  }

  const used = new Set(found);
  for (const { leftFrom, leftTo, rightFrom, rightTo } of gaps) {
    let old = leftFrom;
    for (let index = rightFrom; index < rightTo; index++) {
      if (found[index] !== undefined) continue;
      while (old < leftTo && used.has(old)) old++;
      if (old >= leftTo) break;
      if (!isAlike(before[old]!, after[index]!)) continue;
      found[index] = old++;
    }
  }
  return found;
}

function isAlike(left: Json, right: Json): boolean {
  return typeof left === typeof right && Array.isArray(left) === Array.isArray(right);
}
