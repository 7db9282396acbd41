import {
  type ContentProblem,
  checkUrlMap,
  normalisePath,
  type PageDocument,
  type PageStore,
  type UrlEntry,
  visitedPath,
} from '@vitrine/content';
import type { PublishPlan } from '../app/backend.ts';
import type { CurrentDocument } from './current-documents.ts';

export interface PlannedAddresses {
  readonly shown: PublishPlan['addresses'];
  readonly urls: readonly UrlEntry[];
  readonly problems: readonly ContentProblem[];
}

export interface AddressPlanOptions {
  /** Documents as they are now, live or stored; those without a draft as they are published. */
  readonly current: (id: string) => Promise<CurrentDocument | undefined>;
  readonly pages: PageStore;
  readonly channels: readonly { readonly id: string; readonly locales: readonly string[] }[];
}

interface Spot {
  readonly channel: string;
  readonly locale: string;
  /** A path there as visitors type it. */
  readonly typed: (path: string) => string;
}

/**
 * What publishing a page does to its addresses. One that changes leaves a redirect, and redirects that led to it lead on; one that is
 * taken away says that it is gone.
 */
export async function planAddresses(
  { document, paths }: CurrentDocument,
  { pages, channels, current }: AddressPlanOptions,
): Promise<PlannedAddresses> {
  if (document.kind !== 'page') return { shown: [], urls: [], problems: [] };
  const shown: PublishPlan['addresses'][number][] = [];
  const urls: UrlEntry[] = [];
  const problems: ContentProblem[] = [];

  async function planSpot(spot: Spot, old: readonly string[]): Promise<void> {
    const { channel, locale, typed } = spot;
    const wanted = paths[`${channel}/${locale}`];
    if (wanted === undefined) return takeAway(spot, old);
    const path = normalisePath(wanted);
    if (path === undefined) {
      problems.push(problem(document, `${channel}/${locale}`, notAnAddress(wanted)));
      return;
    }
    if (old.includes(path)) {
      shown.push({ path: typed(path), locale, state: 'same' });
      return;
    }
    const there = await pages.resolveUrl(channel, locale, path);
    if (there?.target.kind === 'page') {
      const owner = (await current(there.target.page))?.document.name ?? there.target.page;
      const message = `The address ${typed(path)} belongs to “${owner}”. Choose another one.`;
      problems.push(problem(document, `${channel}/${locale}`, message));
      return;
    }
    shown.push({
      path: typed(path),
      locale,
      state: old.length > 0 ? 'moved' : 'new',
      ...(old[0] && { from: typed(old[0]) }),
    });
    urls.push({ channel, locale, path, target: { kind: 'page', page: document.id } });
    for (const from of old) urls.push(...(await leadOn(spot, from, path)));
  }

  function takeAway({ channel, locale, typed }: Spot, old: readonly string[]): void {
    for (const path of old) {
      shown.push({ path: typed(path), locale, state: 'gone' });
      urls.push({ channel, locale, path, target: { kind: 'gone' } });
    }
  }

  /** Redirects one after the other are slow, and search engines give up on them: all lead straight to where the page is now. */
  async function leadOn({ channel, locale }: Spot, from: string, to: string): Promise<UrlEntry[]> {
    const before = await pages.redirectsTo(channel, locale, from);
    const others = before.flatMap((entry): UrlEntry[] => {
      const { path, target } = entry;
      if (path === to || target.kind !== 'redirect') return [];
      return [{ ...entry, target: { ...target, to: `${to}${behindPath(target.to)}` } }];
    });
    return [{ channel, locale, path: from, target: { kind: 'redirect', to, status: 301 } }, ...others];
  }

  for (const { id: channel, locales } of channels) {
    const entries = await pages.addressesOf(channel, document.id);
    for (const locale of locales) {
      const old = entries.filter((entry) => entry.locale === locale && entry.target.kind === 'page');
      await planSpot(
        { channel, locale, typed: (path) => visitedPath({ locale, path }, locales) },
        old.map(({ path }) => path),
      );
    }
  }
  if (Object.keys(paths).length === 0)
    problems.push(
      problem(document, '', 'The page has no address. Give it one in its settings, for example /spring.'),
    );
  // Every page of the map is published, this one when it goes live.
  problems.push(...checkUrlMap(urls, () => true));
  return { shown, urls, problems };
}

/** Query and fragment of an address. */
function behindPath(address: string): string {
  return address.slice(address.split(/[?#]/, 1)[0]!.length);
}

function notAnAddress(path: string): string {
  return `"${path}" is no address. It begins with / and has no spaces, ? or #, for example /spring.`;
}

function problem(document: PageDocument, place: string, message: string): ContentProblem {
  const path = place === '' ? 'paths' : `paths.${place}`;
  return { code: 'bad-url', severity: 'error', document: document.id, path, message };
}
