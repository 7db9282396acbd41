import type { PageDocument } from '../page.ts';
import type { PageStore, PublishedDocument } from '../page-store.ts';
import { chooseTemplate } from '../template.ts';
import { normalisePath, sortUrls, type UrlEntry } from '../url-map.ts';
import { documentVersion } from './document-version.ts';
import type { DraftAddress, DraftStore } from './draft-store.ts';

/** The shop as it would be if every draft were published: for previews. What has no draft is as it is published. */
export function createDraftPageStore(
  published: PageStore,
  drafts: Pick<DraftStore, 'drafts' | 'pathsIn' | 'templates'>,
): PageStore {
  async function documents(ids: readonly string[]): Promise<(PublishedDocument | undefined)[]> {
    const [before, after] = await Promise.all([published.published(ids), drafts.drafts(ids)]);
    return ids.map((_, index) => {
      const draft = after[index];
      return draft ? asPublished(draft) : before[index];
    });
  }

  /** What a published address of a page is once its draft, which does not have it, is published; `undefined` = what it was. */
  async function whereItWent(
    channel: string,
    locale: string,
    page: string,
  ): Promise<UrlEntry['target'] | undefined> {
    const [draft] = await drafts.drafts([page]);
    if (!draft) return undefined;
    const to = (await drafts.pathsIn(channel)).find(({ id }) => id === page)?.paths[`${channel}/${locale}`];
    if (to === undefined) return { kind: 'gone' };
    const old = await published.addressesOf(channel, page);
    const hasBoth = old.some((entry) => entry.locale === locale && entry.path === to);
    return hasBoth ? undefined : { kind: 'redirect', to, status: 301 };
  }

  return {
    published: documents,
    async resolveUrl(channel, locale, path) {
      const known = normalisePath(path);
      if (known === undefined) return undefined;
      const [first] = await drafts.pathsIn(channel, { locale, path: known });
      if (first) return { channel, locale, path: known, target: { kind: 'page', page: first.id } };
      const there = await published.resolveUrl(channel, locale, path);
      if (there?.target.kind !== 'page') return there;
      const target = await whereItWent(channel, locale, there.target.page);
      return target ? { ...there, target } : there;
    },
    async templateFor(composes, entityId) {
      const [chosen, general, ids] = await Promise.all([
        published.templateFor(composes, entityId),
        published.templateFor(composes),
        drafts.templates(composes),
      ]);
      if (chosen && chosen.document.id !== general?.document.id)
        return (await documents([chosen.document.id]))[0];
      // Which of the published ones it is, the store below has said; those that are new may come before it.
      const known = await published.published(ids);
      const candidates = [
        ...ids.filter((_, index) => !known[index]),
        ...(general ? [general.document.id] : []),
      ];
      const best = chooseTemplate(
        candidates.map((id) => ({ id, composes, isOverride: false })),
        composes,
      );
      return best && (await documents([best.id]))[0];
    },
    async addressesOf(channel, pageId) {
      const [before, moved] = await Promise.all([
        published.addressesOf(channel, pageId),
        drafts.pathsIn(channel),
      ]);
      return overlay(
        channel,
        before,
        moved.filter(({ id }) => id === pageId),
      );
    },
    redirectsTo: (channel, locale, path) => published.redirectsTo(channel, locale, path),
    async urls(channel) {
      const [before, moved] = await Promise.all([published.urls(channel), drafts.pathsIn(channel)]);
      return overlay(channel, before, moved);
    },
    async publish() {
      throw new Error(
        'Expected to be asked what drafts look like; this store shows them and publishes nothing.',
      );
    },
  };
}

function asPublished(document: PageDocument): PublishedDocument {
  return { document, version: documentVersion(document) };
}

/** A draft's path stands for all its page has in that locale, and takes a path from whoever has it published. */
function overlay(
  channel: string,
  published: readonly UrlEntry[],
  drafts: readonly DraftAddress[],
): readonly UrlEntry[] {
  const entries = drafts.flatMap(({ id, paths }) =>
    Object.entries(paths).flatMap(([place, path]): UrlEntry[] => {
      if (!place.startsWith(`${channel}/`)) return [];
      const locale = place.slice(channel.length + 1);
      return [{ channel, locale, path, target: { kind: 'page', page: id } }];
    }),
  );
  const taken = new Set(entries.map(({ locale, path }) => `${locale}\n${path}`));
  const moved = new Set(
    entries.map(({ locale, target }) => `${locale}\n${target.kind === 'page' ? target.page : ''}`),
  );
  const kept = published.filter(
    ({ locale, path, target }) =>
      !taken.has(`${locale}\n${path}`) && !(target.kind === 'page' && moved.has(`${locale}\n${target.page}`)),
  );
  return sortUrls([...entries, ...kept]);
}
