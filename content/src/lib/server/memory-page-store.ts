import type { PageDocument } from '../page.ts';
import type { PageStore, PublishedDocument, PublishedVersion, PublishHistory } from '../page-store.ts';
import { chooseTemplate } from '../template.ts';
import { normalisePath, redirectPath, sortUrls, type UrlEntry, urlKey } from '../url-map.ts';
import { type PagePublished, type PublishedState, PublishRefusedError, planPublish } from './publish.ts';

export interface PageStoreOptions {
  /** Called after a change was published by this store. */
  readonly onPublished?: (published: PagePublished) => void | Promise<void>;
}

/** Published pages that live as long as the process: for tests, Storybook and shops made of files. */
export function createMemoryPageStore({ onPublished }: PageStoreOptions = {}): PageStore & PublishHistory {
  const documents = new Map<string, PublishedDocument>();
  const urls = new Map<string, UrlEntry>();
  const overrides = new Map<string, string>();
  const versions = new Map<string, PublishedVersion[]>();

  function remember(id: string, version: PublishedVersion): void {
    versions.set(id, [version, ...(versions.get(id) ?? [])]);
  }

  return {
    async published(ids) {
      return ids.map((id) => documents.get(id));
    },
    async resolveUrl(channel, locale, path) {
      const known = normalisePath(path);
      return known === undefined ? undefined : urls.get(urlKey({ channel, locale, path: known }));
    },
    async templateFor(composes, entityId) {
      const own = new Set(overrides.values());
      const templates = [...documents.values()].flatMap(({ document: { id, composes: what } }) =>
        what ? { id, composes: what, isOverride: own.has(id) } : [],
      );
      const chosen = chooseTemplate(
        templates,
        composes,
        entityId === undefined ? undefined : overrides.get(entityId),
      );
      return chosen && documents.get(chosen.id);
    },
    async addressesOf(channel, pageId) {
      return sortUrls(
        [...urls.values()].filter(
          ({ channel: its, target }) => its === channel && target.kind === 'page' && target.page === pageId,
        ),
      );
    },
    async redirectsTo(channel, locale, path) {
      return sortUrls(
        [...urls.values()].filter(
          (entry) =>
            entry.channel === channel &&
            entry.locale === locale &&
            entry.target.kind === 'redirect' &&
            redirectPath(entry.target.to) === path,
        ),
      );
    },
    async urls(channel) {
      return sortUrls(
        [...urls.values()].filter((entry) => entry.channel === channel && entry.target.kind === 'page'),
      );
    },
    async publish(change) {
      const plan = planPublish(change, {
        documents: factsOf(documents),
        urls: [...urls.values()],
        showing: [...documents.values()].map(({ document }) => document),
        overrides,
      });
      if (plan.kind === 'refused') throw new PublishRefusedError(plan.problems);
      const at = new Date();
      for (const id of plan.unpublish) {
        const { version } = documents.get(id)!;
        documents.delete(id);
        remember(id, { version, by: change.by, at });
      }
      for (const published of plan.changed) {
        documents.set(published.document.id, published);
        remember(published.document.id, { ...published, by: change.by, at });
      }
      for (const address of plan.removeUrls) urls.delete(urlKey(address));
      for (const entry of plan.urls) urls.set(urlKey(entry), entry);
      for (const [entity, template] of Object.entries(plan.overrides)) {
        if (template === null) overrides.delete(entity);
        else overrides.set(entity, template);
      }
      if (!plan.isEmpty) await onPublished?.(plan.published);
      return { published: plan.documents };
    },
    async history(id) {
      return versions.get(id) ?? [];
    },
  };
}

function factsOf(documents: ReadonlyMap<string, PublishedDocument>): PublishedState['documents'] {
  const facts = ({ kind, composes }: PageDocument, version: string) => ({ kind, composes, version });
  return new Map([...documents].map(([id, { document, version }]) => [id, facts(document, version)]));
}
