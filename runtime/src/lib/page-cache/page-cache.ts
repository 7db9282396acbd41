import type { Clock, TagSnapshot, TagVersions } from '@vitrine/data-actions/server';
import { LRUCache } from 'lru-cache';
import type { PageAnswer } from '../page-answer.ts';
import type { Visit } from '../stages.ts';
import { keyWith, PageKeys } from './page-keys.ts';

/** A page as it is kept: bytes with holes, and until when. */
export interface CachedPage {
  readonly answer: PageAnswer;
  readonly visit: Visit;
  /** Current as long as everything the page was made from is. */
  readonly snapshot: TagSnapshot;
  readonly freshUntil: number;
  /** Still served, while one request makes it anew. */
  readonly staleUntil: number;
  /** Answers of holes kept with it when its size was last counted. */
  readonly keptAnswers: number;
}

export interface FoundCachedPage {
  readonly page: CachedPage;
  readonly state: 'fresh' | 'stale';
}

export interface PageCacheOptions {
  readonly tags: TagVersions;
  readonly clock: Clock;
  /** Default 128 MB. */
  readonly maxBytes?: number;
  /** Milliseconds a page past its age may be served while it is made anew. Default 60,000. */
  readonly staleFor?: number;
}

const MOST_SPELLINGS = 20_000;
const LONGEST_SPELLING = 1000;
/** Segments are kept as they are and compressed, and objects hang on them. */
const PER_BYTE = 1.4;
/** In its parts, and once more joined: as the whole answer, or as the answer for guests. */
const COPIES = 2;
/** Bytes of a hole are kept as they are and as stored blocks. */
const PER_KEPT_BYTE = 2;
const PER_PAGE = 8000;

/**
 * Pages rendered before, in this process. A page's key is its channel, locale, path, shared dimensions and the query parameters
 * its modules declare, names and values; nothing else of a request can reach it. A page is gone the moment one of its tags is bumped.
 */
export class PageCache {
  private readonly options: Required<PageCacheOptions>;
  private readonly pages: LRUCache<string, CachedPage>;
  /** Answers to addresses that lead nowhere are many and cheap: they may not push pages out. */
  private readonly nowhere: LRUCache<string, CachedPage>;
  private readonly keys = new PageKeys();
  private readonly spellings = new LRUCache<string, string>({ max: MOST_SPELLINGS });

  constructor({ maxBytes = 128 * 1024 * 1024, staleFor = 60_000, ...rest }: PageCacheOptions) {
    this.options = { maxBytes, staleFor, ...rest };
    this.pages = new LRUCache({ maxSize: Math.max(1, maxBytes), sizeCalculation: sizeOf });
    this.nowhere = new LRUCache({ maxSize: Math.max(1, Math.ceil(maxBytes / 16)), sizeCalculation: sizeOf });
  }

  find(visit: Visit): FoundCachedPage | undefined {
    const key = this.keyOf(visit);
    return key === undefined ? undefined : this.take(key);
  }

  /** The page last stored for an address spelled just like this. Cheaper than `find`: nothing is parsed. */
  findSpelled(spelling: string): FoundCachedPage | undefined {
    const key = this.spellings.get(spelling);
    return key === undefined ? undefined : this.take(key);
  }

  remember(spelling: string, visit: Visit): void {
    const key = this.keyOf(visit);
    if (key !== undefined && spelling.length <= LONGEST_SPELLING) this.spellings.set(spelling, key);
  }

  /** Keeps a page. @returns false when it may not be kept: incomplete, a preview, out of date already. */
  store(visit: Visit, answer: PageAnswer): boolean {
    const rendered = answer.page;
    const { tags, clock, staleFor, maxBytes } = this.options;
    const { snapshots, maxAge } = rendered.basis;
    if (visit.preview || !rendered.storable || rendered.status >= 500 || maxAge <= 0) return false;
    if (!snapshots.every((snapshot) => tags.isCurrent(snapshot))) return false;
    this.keys.learn(visit, rendered);
    if (maxBytes === 0) return false;
    answer.keep();
    const freshUntil = clock.now() + maxAge;
    const kept = {
      answer,
      visit,
      snapshot: tags.join(snapshots),
      freshUntil,
      staleUntil: freshUntil + staleFor,
      keptAnswers: keptAnswersOf(answer),
    };
    (rendered.status === 200 ? this.pages : this.nowhere).set(keyWith(visit, rendered), kept);
    return true;
  }

  /** Key of the page this visit asks for; `undefined` when it is not known on what of it that depends. */
  keyOf(visit: Visit): string | undefined {
    return this.keys.find(visit);
  }

  get bytes(): number {
    return this.pages.calculatedSize + this.nowhere.calculatedSize;
  }

  private take(key: string): FoundCachedPage | undefined {
    const page = this.pages.get(key) ?? this.nowhere.get(key);
    if (!page) return undefined;
    if (page.keptAnswers !== keptAnswersOf(page.answer)) this.countAgain(key, page);
    if (!this.options.tags.isCurrent(page.snapshot)) return this.drop(key);
    const now = this.options.clock.now();
    if (now < page.freshUntil) return { page, state: 'fresh' };
    if (now < page.staleUntil) return { page, state: 'stale' };
    return this.drop(key);
  }

  /** A page grows with the answers of its holes. */
  private countAgain(key: string, page: CachedPage): void {
    const shelf = this.pages.has(key) ? this.pages : this.nowhere;
    shelf.set(key, { ...page, keptAnswers: keptAnswersOf(page.answer) });
  }

  private drop(key: string): undefined {
    this.pages.delete(key);
    this.nowhere.delete(key);
  }
}

function keptAnswersOf({ holes: { holes } }: PageAnswer): number {
  let answers = 0;
  for (const { kept } of holes) answers += kept.size;
  return answers;
}

function sizeOf({ answer }: CachedPage): number {
  let bytes = 0;
  for (const part of answer.page.parts) if ('bytes' in part) bytes += part.bytes.length;
  let kept = 0;
  for (const hole of answer.holes.holes) for (const each of hole.kept.values()) kept += each.bytes.length;
  return Math.ceil(PER_PAGE + bytes * PER_BYTE * COPIES + kept * PER_KEPT_BYTE);
}
