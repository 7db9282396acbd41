import type { StockOnDay } from '../inventory/bundle.rules.ts';
import { allocateDemand, type Demand } from '../inventory/reservation.rules.ts';

export interface RouteQuestion {
  /** Each variant once. */
  readonly demand: readonly Demand[];
  /** With the components of bundles. */
  readonly stock: ReadonlyMap<string, Pick<StockOnDay, 'levels' | 'components'>>;
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
  // Whoever sends in the place of another sends what is there.
  const there = new Map(
    [...stock].map(([id, { levels, components }]) => [
      id,
      { levels, components, policy: { backorder: false } },
    ]),
  );
  const gathered = (places: readonly string[]) => allocateDemand(demand, there, places);
  const all = gathered(usable);
  if (all.kind === 'not-enough') return { kind: 'nowhere-else', short: all.short };
  const preferred = [
    ...usable.filter((id) => sending.includes(id)),
    ...usable.filter((id) => !sending.includes(id)),
  ];
  const chosen = fewest(preferred, (places) => gathered(places).kind === 'allocated') ?? usable;
  const route = gathered(chosen);
  const parts = route.kind === 'allocated' ? route.parts : all.parts;
  return {
    kind: 'routed',
    parts: demand.flatMap(({ variantId }) =>
      parts
        .filter((part) => part.variantId === variantId)
        .map(({ locationId, quantity }) => ({ variantId, locationId, quantity })),
    ),
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
