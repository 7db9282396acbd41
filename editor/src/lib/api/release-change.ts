import type { ContentProblem, PageDocument, PublishChange, UrlEntry } from '@vitrine/content';
import type { Release, ReleaseItem, ReleaseStore } from '@vitrine/content/server';
import { publishedForm } from './current-documents.ts';
import { type AddressPlanOptions, planAddresses } from './plan-addresses.ts';
import { takeOffline } from './take-offline.ts';

export interface ReleaseChangeOptions extends Pick<AddressPlanOptions, 'pages' | 'channels'> {
  readonly releases: Pick<ReleaseStore, 'decidedSince'>;
}

/** What a release changes, as things are now. */
export interface ReleaseChange {
  readonly change: Required<Pick<PublishChange, 'documents' | 'unpublish' | 'urls' | 'basedOn'>>;
  /** Documents that stay as somebody published them, or took them back, after they were planned: that is newer. */
  readonly kept: readonly string[];
  readonly problems: readonly ContentProblem[];
}

/** Documents as they were planned, at the addresses they had then; what leads where is looked up now. */
export async function composeRelease(
  release: Pick<Release, 'id' | 'items'>,
  { pages, channels, releases }: ReleaseChangeOptions,
): Promise<ReleaseChange> {
  const kept = new Set(await releases.decidedSince(release));
  const publishing = release.items.filter(({ action }) => action === 'publish');
  // Of what several take along, the one that was planned last has the newest form.
  const documents = new Map(
    publishing.flatMap((item) => item.documents.map((each): [string, PageDocument] => [each.id, each])),
  );
  for (const id of kept) documents.delete(id);
  const current = async (id: string) => {
    const [published] = await pages.published([id]);
    return published && (await publishedForm(published.document, { pages, channels }));
  };
  const placed = await Promise.all(
    publishing.flatMap(({ document, paths }) => {
      const planned = documents.get(document);
      return planned ? [planAddresses({ document: planned, paths }, { pages, channels, current })] : [];
    }),
  );
  const offline = await takeOffline(
    release.items.filter(({ action }) => action === 'unpublish').map(({ document }) => document),
    { pages, channels },
  );
  const ids = [...documents.keys()];
  const before = await pages.published(ids);
  const urls = [...placed.flatMap((each) => each.urls), ...offline.urls];
  return {
    change: {
      documents: [...documents.values()],
      unpublish: offline.unpublish,
      urls,
      basedOn: {
        ...offline.basedOn,
        ...Object.fromEntries(ids.map((id, index) => [id, before[index]?.version ?? null])),
      },
    },
    kept: [...kept],
    problems: [...placed.flatMap((each) => each.problems), ...findWantedTwice(urls, publishing)],
  };
}

function findWantedTwice(
  urls: readonly UrlEntry[],
  items: readonly ReleaseItem[],
): readonly ContentProblem[] {
  const owners = new Map<string, string>();
  const nameOf = (id: string) => items.find(({ document }) => document === id)?.name ?? id;
  return urls.flatMap(({ channel, locale, path, target }): ContentProblem[] => {
    if (target.kind !== 'page') return [];
    const key = `${channel}/${locale} ${path}`;
    const owner = owners.get(key);
    owners.set(key, target.page);
    if (owner === undefined || owner === target.page) return [];
    const message = `“${nameOf(owner)}” and “${nameOf(target.page)}” both want the address ${path}. Give one of them another address and plan it again.`;
    return [
      {
        code: 'taken-address',
        severity: 'error',
        document: target.page,
        path: `paths.${channel}/${locale}`,
        message,
      },
    ];
  });
}
