import { LRUCache } from 'lru-cache';
import { declaredQuery } from '../declared-query.ts';
import type { RenderedPage, Visit } from '../stages.ts';

/** What of a visit a page depends on besides channel, locale, path and the like; known when it was made. */
export type PageNames = Pick<RenderedPage, 'queryNames'>;

const MOST_PLACES = 20_000;

/**
 * Keys of pages. What a page depends on is part of its key, not only the values: what was known of a place before something was
 * published can never lead to a page of after.
 */
export class PageKeys {
  private readonly known = new LRUCache<string, PageNames>({ max: MOST_PLACES });

  /** A page turned out to depend on these. */
  learn(visit: Visit, { queryNames }: PageNames): void {
    this.known.set(placeOf(visit), { queryNames });
  }

  /** Key of the page this visit asks for; `undefined` when it is not known on what it depends. */
  find(visit: Visit): string | undefined {
    const names = this.known.get(placeOf(visit));
    return names && keyWith(visit, names);
  }
}

/** Key of the page a visit asks for when pages there depend on these. */
export function keyWith(visit: Visit, { queryNames }: PageNames): string {
  return `${placeOf(visit)} ${queryNames}?${declaredQuery(visit.url.searchParams, queryNames)}`;
}

/** Everything of a visit a page can depend on: who has the same is given the same page, whatever was published meanwhile. */
export function wholeKey({ url: { searchParams }, ...visit }: Visit): string {
  return `${placeOf(visit)}?${declaredQuery(searchParams, searchParams.keys())}`;
}

function placeOf({ channel, locale, path, currency, customerGroup, audience }: Omit<Visit, 'url'>): string {
  return JSON.stringify([channel.id, locale, path, currency, customerGroup, audience]);
}
