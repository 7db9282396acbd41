import { audienceAmong } from '@vitrine/content';
import { LRUCache } from 'lru-cache';
import { declaredQuery } from '../declared-query.ts';
import type { RenderedPage, Visit } from '../stages.ts';

/** What of a visit a page depends on besides channel, locale, path and the like; known when it was made. */
export type PageNames = Pick<RenderedPage, 'audiences' | 'queryNames'>;

const MOST_PLACES = 20_000;

/**
 * Keys of pages. What a page depends on is part of its key, not only the values: what was known of a place before something was
 * published can never lead to a page of after.
 */
export class PageKeys {
  private readonly audiences = new LRUCache<string, readonly string[]>({ max: MOST_PLACES });
  /** By place and audience: what a module declares counts for those who see it. */
  private readonly queryNames = new LRUCache<string, readonly string[]>({ max: MOST_PLACES });

  /** A page turned out to depend on these. */
  learn(visit: Visit, { audiences, queryNames }: PageNames): void {
    const place = placeOf(visit);
    this.audiences.set(place, audiences);
    this.queryNames.set(shownAt(place, visit, audiences), queryNames);
  }

  /** Key of the page this visit asks for; `undefined` when it is not known on what that depends. */
  find(visit: Visit): string | undefined {
    const place = placeOf(visit);
    const audiences = this.audiences.get(place);
    if (!audiences) return undefined;
    const shown = shownAt(place, visit, audiences);
    const queryNames = this.queryNames.get(shown);
    return queryNames && keyOf(shown, visit, queryNames);
  }
}

/** Key of the page a visit asks for when pages there depend on these. */
export function keyWith(visit: Visit, { audiences, queryNames }: PageNames): string {
  return keyOf(shownAt(placeOf(visit), visit, audiences), visit, queryNames);
}

/** Everything of a visit a page can depend on: who has the same is given the same page, whatever was published meanwhile. */
export function wholeKey(visit: Visit): string {
  const { searchParams } = visit.url;
  return `${placeOf(visit)}${visit.audience}?${declaredQuery(searchParams, searchParams.keys())}`;
}

function keyOf(shown: string, { url: { searchParams } }: Visit, queryNames: readonly string[]): string {
  return `${shown} ${queryNames}?${declaredQuery(searchParams, queryNames)}`;
}

function shownAt(place: string, { audience }: Visit, audiences: readonly string[]): string {
  return audiences.length === 0 ? place : `${place} ${audiences}=${audienceAmong(audience, audiences)}`;
}

function placeOf({ channel, locale, path, currency, customerGroup }: Visit): string {
  return JSON.stringify([channel.id, locale, path, currency, customerGroup]);
}
