import type { PageStore } from '../page-store.ts';
import { createDraftPageStore } from './draft-page-store.ts';
import type { DraftAddress } from './draft-store.ts';
import type { Release } from './release.ts';
import type { DecidedSince } from './release-store.ts';
import { whatGoesLive } from './what-goes-live.ts';

/**
 * The shop as it would be if a release went live now: for previews of it. What was published or taken back by hand after it was planned
 * (`decided`) stays.
 */
export function createReleasePageStore(
  published: PageStore,
  { items }: Pick<Release, 'items'>,
  decided: readonly DecidedSince[],
): PageStore {
  const { publishing: placed, documents } = whatGoesLive({ items }, decided);
  const offline = new Set(
    items.filter(({ action }) => action === 'unpublish').map(({ document }) => document),
  );
  return createDraftPageStore(without(published, offline), {
    drafts: async (ids) => ids.map((id) => documents.get(id)),
    async pathsIn(channel, where) {
      const all = placed.map(({ document, paths }): DraftAddress => ({ id: document, paths }));
      const isThere = ({ paths }: DraftAddress) =>
        where
          ? paths[`${channel}/${where.locale}`] === where.path
          : Object.keys(paths).some((place) => place.startsWith(`${channel}/`));
      return all.filter(isThere).sort((one, other) => (one.id < other.id ? -1 : 1));
    },
    templates: async (composes) =>
      [...documents.values()].filter((document) => document.composes === composes).map(({ id }) => id),
  });
}

/** A shop without some of its pages and fragments. */
function without(store: PageStore, ids: ReadonlySet<string>): PageStore {
  if (ids.size === 0) return store;
  return {
    ...store,
    async published(wanted) {
      const found = await store.published(wanted);
      return found.map((each) => (each && ids.has(each.document.id) ? undefined : each));
    },
    async resolveUrl(channel, locale, path) {
      const entry = await store.resolveUrl(channel, locale, path);
      const isGone = entry?.target.kind === 'page' && ids.has(entry.target.page);
      return entry && isGone ? { ...entry, target: { kind: 'gone' } } : entry;
    },
    addressesOf: async (channel, page) => (ids.has(page) ? [] : await store.addressesOf(channel, page)),
    async urls(channel) {
      const all = await store.urls(channel);
      return all.filter(({ target }) => target.kind !== 'page' || !ids.has(target.page));
    },
  };
}
