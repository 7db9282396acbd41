import type { Arrival, CampaignParameter } from '@vitrine/content';

const PARAMETERS = ['source', 'medium', 'campaign'] as const satisfies readonly CampaignParameter[];
const NAMES = [...PARAMETERS, 'referrer'] as const satisfies readonly (keyof Arrival)[];
const LONGEST = { word: 100, host: 253, cookie: 1250 };
const HOST = /^[a-z\d-]+(?:\.[a-z\d-]+)*$/;

export interface ArrivalSigns {
  readonly referer: string | undefined;
  /** Hosts of the shop, and those people come back from. */
  readonly isOwnHost: (host: string) => boolean;
  /** How they came before, as far as it is remembered. */
  readonly before?: Arrival | undefined;
}

/**
 * How somebody came with this very request; `undefined` = they were here already, or nothing tells. A link on some page does not
 * replace the campaign that brought them first.
 */
export function arrivalBy(
  address: string,
  { referer, isOwnHost, before }: ArrivalSigns,
): Arrival | undefined {
  const campaign = namesCampaign(address) ? campaignIn(address) : undefined;
  if (!campaign && before && PARAMETERS.some((name) => before[name] !== undefined)) return undefined;
  const host = referer === undefined ? undefined : URL.parse(referer)?.hostname;
  const isForeign = host !== undefined && isHostName(host) && !isOwnHost(host);
  if (!campaign && !isForeign) return undefined;
  return { ...campaign, ...(isForeign && { referrer: host }) };
}

/** Whether an address may tell by which campaign somebody came. */
export function namesCampaign(address: string): boolean {
  return address.includes('utm_');
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

/**
 * As a cookie keeps it. Letters stand as they are, for cookies are encoded once more: the longest words of any alphabet fit into
 * what browsers keep.
 */
export function writeArrival(arrival: Arrival): string {
  return NAMES.flatMap((name) => {
    const word = arrival[name];
    return word === undefined
      ? []
      : `${name}=${word.replace(SPECIAL, encodeURIComponent).replaceAll(' ', '+')}`;
  }).join('&');
}

/** What means something else in a query. */
const SPECIAL = /[%&=+#]/g;

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
