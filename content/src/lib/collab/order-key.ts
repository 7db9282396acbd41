import { generateNKeysBetween } from 'jittered-fractional-indexing';
import { longestRising } from '../longest-rising.ts';

/** Random low bits of a key: two people who put something into the same gap get different keys. */
const jitterBits = 20;

/**
 * Keys, in their order, for `count` things that go to `index` of a list with these keys. All of one call stand together, so
 * that two groups put into the same gap do not mix.
 */
export function keysAt(
  keys: readonly string[],
  { index, count, random }: { readonly index: number; readonly count: number; readonly random: () => number },
): readonly string[] {
  const before = keys[index - 1];
  // Nothing fits between two equal keys; the next greater one is the bound.
  const after = keys.slice(index).find((key) => before === undefined || key > before);
  const options = { jitterBits, getRandomBit: () => random() < 0.5 };
  // A key that is none can only come from a faulty replica, and must not keep others from working.
  for (const [from, to] of [[before, after], [before], []]) {
    try {
      return generateNKeysBetween(from, to, count, options);
    } catch {}
  }
  return [];
}

/** By key, and by id where two keys are equal. */
export function compareKeys(
  left: { readonly key: string; readonly id: string },
  right: { readonly key: string; readonly id: string },
): number {
  if (left.key !== right.key) return left.key < right.key ? -1 : 1;
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
}

/**
 * New keys that put things into the wanted order, for as few of them as possible. `key` is the one a thing has in this list;
 * things without one are new to it.
 */
export function arrange(
  wanted: readonly { readonly id: string; readonly key?: string }[],
  random: () => number,
): ReadonlyMap<string, string> {
  const staying = new Set(longestRising(wanted.map(({ key }) => key)));
  const changed = new Map<string, string>();
  const keys: string[] = [];
  for (let at = 0; at < wanted.length; ) {
    if (staying.has(at)) {
      keys.push(wanted[at]!.key!);
      at++;
      continue;
    }
    let end = at;
    while (end < wanted.length && !staying.has(end)) end++;
    const after = wanted[end]?.key;
    const made = keysAt(after === undefined ? keys : [...keys, after], {
      index: keys.length,
      count: end - at,
      random,
    });
    for (const [offset, key] of made.entries()) changed.set(wanted[at + offset]!.id, key);
    keys.push(...made);
    at = end;
  }
  return changed;
}
