import type { Arrival, CampaignParameter } from '@vitrine/content';

const PARAMETERS = ['source', 'medium', 'campaign'] as const satisfies readonly CampaignParameter[];
const NAMES = [...PARAMETERS, 'referrer'] as const satisfies readonly (keyof Arrival)[];
const LONGEST = { word: 100, host: 253, cookie: 700 };
const HOST = /^[a-z\d-]+(?:\.[a-z\d-]+)*$/;

/** How somebody came with this very request; `undefined` = they were here already, or nothing tells. */
export function arrivalBy(
  address: string,
  {
    referer,
    isOwnHost,
  }: { readonly referer: string | undefined; readonly isOwnHost: (host: string) => boolean },
): Arrival | undefined {
  const campaign = address.includes('utm_') ? campaignIn(address) : undefined;
  const host = referer === undefined ? undefined : URL.parse(referer)?.hostname;
  const isForeign = host !== undefined && isHostName(host) && !isOwnHost(host);
  if (!campaign && !isForeign) return undefined;
  return { ...campaign, ...(isForeign && { referrer: host }) };
}

function campaignIn(address: string): Arrival | undefined {
  const given = new URLSearchParams(address.slice(address.indexOf('?') + 1).split('#', 1)[0]);
  const found: Partial<Record<CampaignParameter, string>> = {};
  for (const name of PARAMETERS) {
    const value = given.get(`utm_${name}`)?.trim();
    if (value && value.length <= LONGEST.word) found[name] = value;
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

/** As a cookie keeps it. */
export function writeArrival(arrival: Arrival): string {
  const written = new URLSearchParams();
  for (const name of NAMES) if (arrival[name] !== undefined) written.set(name, arrival[name]);
  return written.toString();
}

/** What such a cookie says; anything in it that we would not have written is not believed. */
export function readArrival(cookie: string | undefined): Arrival | undefined {
  if (!cookie || cookie.length > LONGEST.cookie) return undefined;
  const read = Object.fromEntries(new URLSearchParams(cookie)) as Arrival;
  const { source, medium, campaign, referrer } = read;
  const isRight =
    [source, medium, campaign].every((each) => each === undefined || isWord(each)) &&
    (referrer === undefined || isHostName(referrer));
  return isRight && writeArrival(read) === cookie ? read : undefined;
}

function isWord(value: string): boolean {
  return value !== '' && value.length <= LONGEST.word;
}

function isHostName(value: string): boolean {
  return value.length <= LONGEST.host && HOST.test(value);
}
