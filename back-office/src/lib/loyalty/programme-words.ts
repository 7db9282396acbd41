import { money, type Programme } from '@vitrine/commerce-engine/client';
import { amount, number } from '../words/amount.ts';

/** `1 point`, `25 points`. */
export function points(count: number): string {
  return Math.abs(count) === 1 ? `${number(count)} point` : `${number(count)} points`;
}

/** `1 point for €1.00`, what holds for everybody. */
export function earnWords({ earn }: Pick<Programme, 'earn'>): string {
  return earn
    .map((rule) => `${points(rule.points)} for ${amount(money(rule.per, rule.currency))}`)
    .join(', ');
}

/** `25 points pay €1.00`. */
export function worthWords({ redeem }: Pick<Programme, 'redeem'>): string {
  return redeem
    .map((rule) => `${points(rule.points)} pay ${amount(money(rule.amount, rule.currency))}`)
    .join(', ');
}

/**
 * Channels in which each programme holds, by its id: of those that are switched on the first by id takes a channel. The same rule as the
 * engine's `programmeIn`.
 */
export function whereTheyHold(
  programmes: readonly Programme[],
  channels: readonly { readonly id: string; readonly name: string }[],
): ReadonlyMap<string, readonly string[]> {
  const byId = programmes.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const held = new Map<string, string[]>(byId.map(({ id }) => [id, []]));
  for (const channel of channels) {
    const first = byId.find((each) => each.isActive && (each.channels?.includes(channel.id) ?? true));
    if (first) held.get(first.id)!.push(channel.name);
  }
  return held;
}
