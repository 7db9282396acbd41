import type { StockOnDay } from './bundle.rules.ts';

/** Pieces that are owed to somebody at a location. */
export interface Backorder {
  readonly id: string;
  readonly variantId: string;
  readonly locationId: string;
  readonly backordered: number;
}

/**
 * Gives what is free at a location to those who wait for it there, who waits longest first. Buffers are left alone.
 * @param waiting in the order of their age.
 */
export function fillBackorders<Waiting extends Backorder>(
  waiting: readonly Waiting[],
  stock: ReadonlyMap<string, Pick<StockOnDay, 'levels'>>,
): { readonly waiting: Waiting; readonly filled: number }[] {
  const given = new Map<string, number>();
  return waiting.flatMap((each) => {
    const { variantId, locationId, backordered } = each;
    const place = `${variantId} ${locationId}`;
    const level = stock.get(variantId)?.levels.get(locationId);
    const free = level ? level.onHand - level.reserved - level.buffer - (given.get(place) ?? 0) : 0;
    const filled = Math.min(backordered, Math.max(0, free));
    given.set(place, (given.get(place) ?? 0) + filled);
    return filled > 0 ? [{ waiting: each, filled }] : [];
  });
}
