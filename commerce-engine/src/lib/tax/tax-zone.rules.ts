import { covers, type Place, type Territory } from './place.rules.ts';

/** A territory with taxes of its own. Several may cover one place: a state, its county, its city. */
export interface TaxZone extends Territory {
  readonly id: string;
  readonly name: string;
  /** Zones whose taxes do not hold where this one's do, as on an island outside the country's tax territory. */
  readonly insteadOf?: readonly string[];
}

/** The zones a place is in, without those another one takes the place of. */
export function zonesOf(zones: readonly TaxZone[], place: Place): TaxZone[] {
  const covering = zones.filter((zone) => covers(zone, place));
  const replaced = new Set(covering.flatMap(({ insteadOf }) => insteadOf ?? []));
  return covering.filter(({ id }) => !replaced.has(id));
}
