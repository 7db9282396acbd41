import type { PageDocument, PageStore, PublishedDocument, UrlEntry } from '@vitrine/content';
import type { Clock, TagVersions } from '@vitrine/data-actions/server';
import { LRUCache } from 'lru-cache';
import { type Basis, joinBases } from './basis.ts';

/** Something read from the page store, with what it rests on. */
export interface Shelved<T> {
  readonly value: T;
  readonly basis: Basis;
}

/** Published documents and addresses, kept in this process until their tag is bumped. */
export interface DocumentShelf {
  url(channel: string, locale: string, path: string): Promise<Shelved<UrlEntry | undefined>>;
  /** Where else a page stands: locale → path, the first when it has several there. */
  addresses(channel: string, page: string): Promise<Shelved<Readonly<Record<string, string>>>>;
  document(id: string): Promise<Shelved<PublishedDocument | undefined>>;
  template(
    composes: NonNullable<PageDocument['composes']>,
    entityId?: string,
  ): Promise<Shelved<PublishedDocument | undefined>>;
}

export interface DocumentShelfOptions {
  readonly pages: PageStore;
  readonly tags: TagVersions;
  readonly clock: Clock;
  /** Entries kept. Default 5,000. */
  readonly most?: number;
}

interface Entry {
  readonly shelved: Shelved<unknown>;
  readonly until: number;
}

/** A minute: what a bump lost between processes can cost at most. */
const LONGEST = 60_000;

/** When the store fails, the copy known last is served, but nothing made from it is kept. */
export function createDocumentShelf({
  pages,
  tags,
  clock,
  most = 5000,
}: DocumentShelfOptions): DocumentShelf {
  const shelf = new LRUCache<string, Entry>({ max: most });
  const underway = new Map<string, Promise<Shelved<unknown>>>();

  function keep<T>(key: string, own: readonly string[], read: () => Promise<T>): Promise<Shelved<T>> {
    const entry = shelf.get(key);
    const left = (entry?.until ?? 0) - clock.now();
    if (entry && left > 0 && isCurrent(entry.shelved.basis))
      return Promise.resolve({
        value: entry.shelved.value as T,
        basis: { ...entry.shelved.basis, maxAge: left },
      });
    const joined = underway.get(key);
    if (joined !== undefined) return joined as Promise<Shelved<T>>;
    const reading = fetch(key, own, read, entry).finally(() => underway.delete(key));
    underway.set(key, reading);
    return reading;
  }

  async function fetch<T>(
    key: string,
    own: readonly string[],
    read: () => Promise<T>,
    last: Entry | undefined,
  ): Promise<Shelved<T>> {
    const basis: Basis = { tags: own, snapshots: [tags.snapshot(own)], maxAge: LONGEST };
    try {
      const shelved: Shelved<T> = { value: await read(), basis };
      if (isCurrent(basis)) shelf.set(key, { shelved, until: clock.now() + LONGEST });
      return shelved;
    } catch (error) {
      if (!last) throw error;
      return { value: last.shelved.value as T, basis: { ...last.shelved.basis, maxAge: 0 } };
    }
  }

  function isCurrent({ snapshots }: Basis): boolean {
    return snapshots.every((snapshot) => tags.isCurrent(snapshot));
  }

  const shelfOf: DocumentShelf = {
    url: (channel, locale, path) =>
      keep(`u ${channel} ${locale} ${path}`, [`url:${path}`], () => pages.resolveUrl(channel, locale, path)),
    addresses: (channel, page) =>
      keep(`a ${channel} ${page}`, [`page:${page}`], async () => {
        const found = await pages.addressesOf(channel, page);
        return Object.fromEntries(found.toReversed().map(({ locale, path }) => [locale, path]));
      }),
    // No page is without one, so each of them rests on the theme as well.
    document: (id) => keep(`d ${id}`, [`page:${id}`, 'theme'], async () => (await pages.published([id]))[0]),
    async template(composes, entityId) {
      const chosen = await keep(`t ${composes} ${entityId ?? ''}`, [`template:${composes}`], () =>
        pages.templateFor(composes, entityId),
      );
      if (!chosen.value) return chosen;
      // Which template it is and what stands in it change at different times.
      const current = await shelfOf.document(chosen.value.document.id);
      return { value: current.value ?? chosen.value, basis: joinBases([chosen.basis, current.basis]) };
    },
  };
  return shelfOf;
}
