import type { Demand, StockToAllocate } from '../inventory/reservation.rules.ts';

export interface RouteQuestion {
  /** Each variant once. */
  readonly demand: readonly Demand[];
  readonly stock: ReadonlyMap<string, Pick<StockToAllocate, 'levels'>>;
  /** Where the channel sells from, in its order. */
  readonly locations: readonly { readonly id: string; readonly ships: boolean }[];
  /** Locations that cannot send these pieces. */
  readonly excluded: readonly string[];
  /** Locations that send other pieces of the order. */
  readonly sending: readonly string[];
}

export type Route =
  | {
      readonly kind: 'routed';
      readonly parts: readonly (Demand & { readonly locationId: string })[];
    }
  /** Of these variants all others together have only so many. */
  | { readonly kind: 'nowhere-else'; readonly short: readonly { variantId: string; free: number }[] };

/** So many locations are tried in every combination; beyond that they are taken in their order. */
const MOST_COMBINED = 3;

/** Who sends in the place of another: SPEC rules FUL-8 and FUL-9. */
export function routeDemand({ demand, stock, locations, excluded, sending }: RouteQuestion): Route {
  const usable = locations.filter(({ id, ships }) => ships && !excluded.includes(id)).map(({ id }) => id);
  const freeAt = (variantId: string, locationId: string): number => {
    const level = stock.get(variantId)?.levels.get(locationId);
    return level ? Math.max(0, level.onHand - level.reserved - level.buffer) : 0;
  };
  const freeIn = (variantId: string, places: readonly string[]) =>
    places.reduce((sum, locationId) => sum + freeAt(variantId, locationId), 0);
  const suffice = (places: readonly string[]) =>
    demand.every(({ variantId, quantity }) => freeIn(variantId, places) >= quantity);
  const short = demand
    .map(({ variantId, quantity }) => ({ variantId, quantity, free: freeIn(variantId, usable) }))
    .filter(({ quantity, free }) => free < quantity)
    .map(({ variantId, free }) => ({ variantId, free }));
  if (short.length > 0) return { kind: 'nowhere-else', short };
  const preferred = [
    ...usable.filter((id) => sending.includes(id)),
    ...usable.filter((id) => !sending.includes(id)),
  ];
  const chosen = fewest(preferred, suffice) ?? usable;
  return {
    kind: 'routed',
    parts: demand.flatMap(({ variantId, quantity }) => {
      let left = quantity;
      return chosen.flatMap((locationId) => {
        const taken = Math.min(left, freeAt(variantId, locationId));
        left -= taken;
        return taken > 0 ? [{ variantId, locationId, quantity: taken }] : [];
      });
    }),
  };
}

/** The first of the smallest sets of locations that suffice. */
function fewest(
  places: readonly string[],
  suffice: (places: readonly string[]) => boolean,
): readonly string[] | undefined {
  for (let size = 1; size <= Math.min(MOST_COMBINED, places.length); size += 1) {
    for (const set of combinations(places, size)) if (suffice(set)) return set;
  }
  return undefined;
}

function* combinations(places: readonly string[], size: number): Generator<readonly string[]> {
  if (size === 0) yield [];
  else
    for (const [at, place] of places.entries())
      for (const rest of combinations(places.slice(at + 1), size - 1)) yield [place, ...rest];
}
