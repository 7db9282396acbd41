import type { Need } from '@vitrine/data-actions';
import { isNeed } from '@vitrine/data-actions/server';

/** What a module's `data` returned, as the plan it should be. @throws when it is none, with the name of what is no need. */
export function checkedPlan(given: unknown): Readonly<Record<string, Need<unknown>>> {
  if (given === undefined || given === null) return {};
  if (given instanceof Promise || isNeed(given) || typeof given !== 'object') {
    leaveAlone(given);
    throw new Error(`It is ${nameOf(given)}. ${EXPECTED}`);
  }
  const entries = Object.entries(given);
  for (const [, value] of entries) leaveAlone(value);
  for (const [name, value] of entries)
    if (!isNeed(value)) throw new Error(`"${name}" is ${nameOf(value)}. ${EXPECTED}`);
  return Object.fromEntries(entries);
}

const EXPECTED = 'Expected an object of what need() and many() return, made at once and without waiting.';

// Nobody will wait for a promise that has no place in a plan; were it rejected, that would end the process.
function leaveAlone(value: unknown): void {
  if (value instanceof Promise) value.catch(() => {});
}

function nameOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (value instanceof Promise) return 'a promise';
  if (isNeed(value)) return 'a need';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
