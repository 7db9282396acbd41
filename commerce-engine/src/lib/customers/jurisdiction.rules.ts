import { regionsOf } from '../region.rules.ts';

const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Codes that have names and are no countries of ISO 3166-1. */
const NO_COUNTRIES: ReadonlySet<string> = new Set(
  'AC AN BU CP CQ CS DD DG EA EU EZ FX IC NT QO SU TA TP UK UN XA XB XK YD YU ZR ZZ'.split(' '),
);

/** Whether taxes can be owed there: a country, or a state of one whose addresses name states. */
export function isJurisdiction(code: string): boolean {
  const [, country, region] = /^([A-Z]{2})(?:-([A-Z]{2,3}))?$/.exec(code) ?? [];
  if (country === undefined || NO_COUNTRIES.has(country) || names.of(country) === undefined) return false;
  return region === undefined || regionsOf(country).some((each) => each.code === region);
}
