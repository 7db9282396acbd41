import type { Place } from './place.rules.ts';

/** Whose taxes hold: of where goods go to, of where they come from, or of the selling store. */
export type TaxedPlaceRule = 'destination' | 'origin' | 'store';

export interface PossiblePlaces {
  /** The address of delivery; of goods that are picked up the store they are picked up at. */
  readonly destination?: Place;
  /** The place the goods leave from. */
  readonly origin?: Place;
  /** The store that sells. */
  readonly store?: Place;
  /** The channel's own country; holds as long as nothing closer is known. */
  readonly home: Place;
}

/** SPEC rule TAX-16. */
export function taxedPlace(rule: TaxedPlaceRule, places: PossiblePlaces): Place {
  const { destination, origin, store, home } = places;
  if (rule === 'destination') return destination ?? store ?? home;
  if (rule === 'origin') return origin ?? store ?? home;
  return store ?? home;
}
