import { formatMoment, offsetHere } from '../fields/date-text.ts';

/** Bounds of what can be written, for a control of moments. */
export const momentBounds = { min: '2000-01-01T00:00', max: '2099-12-31T23:59' } as const;

/** What was written by this computer's clock, with its offset; nothing written is no moment. `undefined` = too far away to be taken. */
export function momentHere(local: string): { readonly at: string | undefined } | undefined {
  if (local === '') return { at: undefined };
  const year = Number(local.slice(0, local.indexOf('-')));
  if (!(year >= 2000 && year < 2100)) return undefined;
  const minutes = local.slice(0, 16);
  return { at: formatMoment({ local: minutes, offset: offsetHere(minutes) }) };
}

/** A moment of this computer's clock as its control writes it. */
export function writtenMoment(at: string | undefined): string {
  return at?.slice(0, 16) ?? '';
}

/** By whose clock moments are written. */
export function zoneHere(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
