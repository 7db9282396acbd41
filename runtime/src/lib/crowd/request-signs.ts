import type { Device } from '@vitrine/content';

/** The value of a header of a request, by its name in lower case. */
export type HeaderOf = (name: string) => string | undefined;

/** What a browser says it runs on. An iPad that asks for pages for computers is one. */
export function deviceOf(header: HeaderOf): Device {
  if (header('sec-ch-ua-mobile') === '?1') return 'phone';
  const agent = agentIn(header);
  if (TABLET.test(agent) || (EITHER.test(agent) && !agent.includes('Mobile'))) return 'tablet';
  return PHONE.test(agent) ? 'phone' : 'computer';
}

/** What browsers and programs call themselves is shorter; more is not read. */
const LONGEST_AGENT = 512;
const TABLET = /iPad|Tablet|PlayBook|Kindle/i;
const EITHER = /Silk\/|Android/i;
const PHONE = /Mobi|iPhone|iPod|Windows Phone/i;

function agentIn(header: HeaderOf): string {
  return header('user-agent')?.slice(0, LONGEST_AGENT).trim() ?? '';
}

/** Who asks not to be told from others (Global Privacy Control, Do Not Track), and programs. */
export function isLeftAlone(header: HeaderOf): boolean {
  return header('sec-gpc') === '1' || header('dnt') === '1' || isProgram(agentIn(header));
}

/** The browser opens the page ahead: nobody sees it yet. */
export function isAhead(header: HeaderOf): boolean {
  return header('sec-purpose') !== undefined;
}

/** A page is asked for to be looked at, not by a script or for a frame in another one. Browsers that do not say are believed. */
export function isLookedAt(header: HeaderOf): boolean {
  return (header('sec-fetch-dest') ?? 'document') === 'document';
}

/** Whether a program asks, as far as it says so. */
function isProgram(agent: string): boolean {
  return agent === '' || PROGRAM.test(agent);
}

// What it is called, or a part of that. A Cubot is a phone; the application of WhatsApp has a browser, its preview begins with the name.
const PROGRAM = new RegExp(
  [
    /(?<!cu)bot(?:\b|[/_-])|crawl|spider|slurp|archiver|fetcher|preview|monitor|uptime|pingdom|lighthouse|gtmetrix/,
    /mediapartners|google(?:other|-inspectiontool|-read-aloud|-extended|-safety|-site-verification)|apis-google|feedfetcher/,
    /facebookexternalhit|facebookcatalog|meta-external|^whatsapp|-user\/|bytespider|skypeuripreview|embedly/,
    /headlesschrome|phantomjs|puppeteer|playwright|selenium|chrome-privacy-preserving-prefetch-proxy/,
    /\bcurl\b|\bwget\b|python|libwww|scrapy|go-http-client|okhttp|axios|httpclient|httpie|postman|insomnia|undici|guzzle/,
    /^(?:node|java|php|ruby|perl|dart|deno|bun|faraday|rest-client|got)(?:\b|-)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);
