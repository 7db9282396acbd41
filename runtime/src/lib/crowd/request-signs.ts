import type { Device } from '@vitrine/content';

/** The value of a header of a request, by its name in lower case. */
export type HeaderOf = (name: string) => string | undefined;

/** What a browser says it runs on. An iPad that asks for pages for computers is one. */
export function deviceOf(header: HeaderOf): Device {
  if (header('sec-ch-ua-mobile') === '?1') return 'phone';
  const agent = header('user-agent') ?? '';
  if (TABLET.test(agent)) return 'tablet';
  return PHONE.test(agent) ? 'phone' : 'computer';
}

const TABLET = /iPad|Tablet|PlayBook|Kindle|Silk\/(?!.*Mobile)|Android(?!.*Mobile)/i;
const PHONE = /Mobi|iPhone|iPod|Windows Phone/i;

/** Who asks not to be told from others (Global Privacy Control, Do Not Track), and programs. */
export function isLeftAlone(header: HeaderOf): boolean {
  return header('sec-gpc') === '1' || header('dnt') === '1' || isCrawler(header('user-agent'));
}

/** The browser opens the page ahead: nobody sees it yet. */
export function isAhead(header: HeaderOf): boolean {
  return header('sec-purpose') !== undefined;
}

/** Whether a program asks, as far as it says so. */
function isCrawler(agent: string | undefined): boolean {
  return agent === undefined || CRAWLER.test(agent);
}

// A Cubot is a phone.
const CRAWLER =
  /(?<!cu)bot(?:\b|[/_-])|crawl|spider|slurp|mediapartners|facebookexternalhit|lighthouse|pingdom|uptime|monitor|preview|fetcher|archiver|\bcurl\b|\bwget\b|python|libwww|scrapy|go-http-client|okhttp|axios|^node|^java|^php/i;
