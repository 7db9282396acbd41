import {
  type ContentProblem,
  fragmentsOf,
  type PageDocument,
  type PublishChange,
  type UrlEntry,
} from '@vitrine/content';
import { type Release, type ReleaseItem, type ReleaseStore, whatGoesLive } from '@vitrine/content/server';
import { publishedForm } from './current-documents.ts';
import { type AddressPlanOptions, planAddresses } from './plan-addresses.ts';
import { takeOffline } from './take-offline.ts';

export interface ReleaseChangeOptions extends Pick<AddressPlanOptions, 'pages' | 'channels'> {
  readonly releases: Pick<ReleaseStore, 'decidedSince'>;
}

/** What a release changes, as things are now. */
export interface ReleaseChange {
  readonly change: Required<Pick<PublishChange, 'documents' | 'unpublish' | 'urls' | 'basedOn'>>;
  /** Styles of themes that go live too. */
  readonly styles: readonly ReleaseItem[];
  /** Documents and styles that stay as somebody published them, or took them back, after they were planned: that is newer. */
  readonly kept: readonly string[];
  readonly problems: readonly ContentProblem[];
}

/** Documents as they were planned, at the addresses they had then; what leads where is looked up now. */
export async function composeRelease(
  release: Pick<Release, 'id' | 'items'>,
  { pages, channels, releases }: ReleaseChangeOptions,
): Promise<ReleaseChange> {
  // Before it is asked what was decided by hand: what is decided after this is found out when the change is made.
  const basedOn = await versionsOf(release, pages);
  const { publishing, documents, styles, kept } = whatGoesLive(release, await releases.decidedSince(release));
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
  const urls = [...placed.flatMap((each) => each.urls), ...offline.urls];
  const pageAt = new Set(urls.filter(({ target }) => target.kind === 'page').map(placeOf));
  return {
    change: {
      documents: [...documents.values()],
      unpublish: offline.unpublish,
      // Where a page of this release stands, nothing leads on or is gone.
      urls: urls.filter((entry) => entry.target.kind === 'page' || !pageAt.has(placeOf(entry))),
      basedOn,
    },
    styles,
    kept,
    problems: [
      ...placed.flatMap((each) => each.problems),
      ...findWantedTwice(urls, publishing),
      ...(await findMissing([...documents.values()], { pages, offline: offline.unpublish })),
    ],
  };
}

async function versionsOf(
  { items }: Pick<Release, 'items'>,
  pages: AddressPlanOptions['pages'],
): Promise<Record<string, string | null>> {
  const documents = items.filter(({ kind }) => kind !== 'styles');
  const ids = [
    ...new Set(documents.flatMap((item) => [item.document, ...item.documents.map(({ id }) => id)])),
  ];
  const published = await pages.published(ids);
  return Object.fromEntries(ids.map((id, index) => [id, published[index]?.version ?? null]));
}

function placeOf({ channel, locale, path }: UrlEntry): string {
  return `${channel}/${locale} ${path}`;
}

function findWantedTwice(
  urls: readonly UrlEntry[],
  items: readonly ReleaseItem[],
): readonly ContentProblem[] {
  const owners = new Map<string, string>();
  const nameOf = (id: string) => items.find(({ document }) => document === id)?.name ?? id;
  return urls.flatMap((entry): ContentProblem[] => {
    const { channel, locale, path, target } = entry;
    if (target.kind !== 'page') return [];
    const owner = owners.get(placeOf(entry));
    owners.set(placeOf(entry), target.page);
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

/** What was there when it was planned, and will not be when it goes live. */
async function findMissing(
  documents: readonly PageDocument[],
  { pages, offline }: Pick<AddressPlanOptions, 'pages'> & { readonly offline: readonly string[] },
): Promise<readonly ContentProblem[]> {
  const needed = documents.flatMap((document) =>
    [...fragmentsOf(document), ...(document.layout === undefined ? [] : [document.layout])].map((id) => ({
      document,
      id,
    })),
  );
  const ids = [...new Set(needed.map(({ id }) => id))];
  const published = await pages.published(ids);
  const isThere = (id: string) =>
    documents.some((each) => each.id === id) ||
    (published[ids.indexOf(id)] !== undefined && !offline.includes(id));
  return needed
    .filter(({ id }) => !isThere(id))
    .map(({ document, id }) => ({
      code: 'unknown-fragment',
      severity: 'error',
      document: document.id,
      path: 'nodes',
      message: `“${document.name}” shows “${id}”, which shoppers do not see any more. Publish that too, or plan the page again without it.`,
    }));
}
