import type { PageDocument } from '../page.ts';
import type { PublishChange, PublishedDocument } from '../page-store.ts';
import { parsePageDocument } from '../parse-document.ts';
import type { ContentProblem } from '../problem.ts';
import type { Composed } from '../template.ts';
import { checkUrlMap, normalisePath, type UrlAddress, type UrlEntry, urlKey } from '../url-map.ts';
import { whereUsed } from '../walk.ts';
import { documentVersion } from './document-version.ts';

/** What is published now, as far as a change must know. */
export interface PublishedState {
  readonly documents: ReadonlyMap<string, DocumentFacts>;
  /** All of them when the change touches addresses or takes documents back, else none are needed. */
  readonly urls: readonly UrlEntry[];
  /** Documents the change names whose drafts lie in the trash, as far as the store knows of drafts. */
  readonly inTrash?: ReadonlySet<string>;
  /** Published documents among which are all that show what the change takes back; asked for when the change has `basedOn`. */
  readonly showing?: readonly PageDocument[];
  /** Entity id → template id, of the entities the change names. */
  readonly overrides: ReadonlyMap<string, string>;
}

export interface DocumentFacts {
  readonly kind: PageDocument['kind'];
  readonly composes?: Composed;
  readonly version: string;
}

/** What publishing writes and tells. */
export interface PublishPlan {
  readonly kind: 'planned';
  /** All of the change, in its order. */
  readonly documents: readonly PublishedDocument[];
  /** Those that are not published in just this form already. */
  readonly changed: readonly PublishedDocument[];
  readonly unpublish: readonly string[];
  readonly urls: readonly UrlEntry[];
  readonly removeUrls: readonly Pick<UrlEntry, 'channel' | 'locale' | 'path'>[];
  readonly overrides: Readonly<Record<string, string | null>>;
  readonly published: PagePublished;
  /** Everything is published just so already. */
  readonly isEmpty: boolean;
}

/** Payload of the event `page.published`. */
export interface PagePublished {
  /** Published, changed or taken back, or with another address than before. */
  readonly documentIds: readonly string[];
  /** Paths that lead somewhere else than before. */
  readonly urls: readonly string[];
  /** What is composed by another template than before, perhaps. */
  readonly composes: readonly Composed[];
}

/** Checks a change against what is published; what is wrong with it refuses all of it. */
export function planPublish(
  change: PublishChange,
  state: PublishedState,
): PublishPlan | { readonly kind: 'refused'; readonly problems: readonly ContentProblem[] } {
  const parsed = (change.documents ?? []).map((document) => parsePageDocument(document));
  const documents = parsed.flatMap((each) =>
    each.kind === 'ok' ? { document: each.document, version: documentVersion(each.document) } : [],
  );
  const changed = documents.filter(
    ({ document, version }) => state.documents.get(document.id)?.version !== version,
  );
  const unpublish = (change.unpublish ?? []).filter((id) => state.documents.has(id));
  const known = new Map(state.urls.map((entry) => [urlKey(entry), entry]));
  const urls = (change.urls ?? [])
    .map((entry) => ({ ...entry, path: normalisePath(entry.path) ?? entry.path }))
    .filter((entry) => !leadsAlike(known.get(urlKey(entry)), entry));
  const removeUrls = (change.removeUrls ?? [])
    .map(({ channel, locale, path }) => ({ channel, locale, path: normalisePath(path) ?? path }))
    .filter((address) => known.has(urlKey(address)));
  const overrides = Object.fromEntries(
    Object.entries(change.overrides ?? {}).filter(
      ([entity, template]) => (state.overrides.get(entity) ?? null) !== template,
    ),
  );

  const after = new Map(state.documents);
  for (const id of unpublish) after.delete(id);
  for (const { document, version } of documents) {
    after.set(document.id, { kind: document.kind, composes: document.composes, version });
  }

  const problems = [
    ...findContradictions(change),
    ...parsed.flatMap((each) => (each.kind === 'invalid' ? each.problems : [])),
    ...checkBase(change, state),
    ...(change.takeAddresses ? [] : findTaken(urls, known, removeUrls)),
    ...checkUrlMap(urlsAfter(state.urls, urls, removeUrls), (id) => after.get(id)?.kind === 'page'),
    ...checkOverrides(overrides, after),
  ];
  if (problems.length > 0) return { kind: 'refused', problems };

  const changedIds = [...new Set([...changed.map(({ document }) => document.id), ...unpublish])];
  const touched = [
    ...changedIds,
    ...Object.entries(overrides).flatMap(([entity, template]) => [template, state.overrides.get(entity)]),
  ];
  const composes = touched.flatMap((id) => [
    id == null ? undefined : state.documents.get(id)?.composes,
    id == null ? undefined : after.get(id)?.composes,
  ]);
  const published: PagePublished = {
    documentIds: [...new Set([...changedIds, ...pagesAt([...urls, ...removeUrls], known)])],
    urls: [...new Set([...urls, ...removeUrls].map(({ path }) => path))],
    composes: [...new Set(composes.filter((each) => each !== undefined))],
  };
  return {
    kind: 'planned',
    documents,
    changed,
    unpublish,
    urls,
    removeUrls,
    overrides,
    published,
    isEmpty: Object.values(published).every((list) => list.length === 0),
  };
}

/** Thrown by `publish` when a change is refused; nothing was changed. */
export class PublishRefusedError extends Error {
  override readonly name = 'PublishRefusedError';
  readonly problems: readonly ContentProblem[];

  constructor(problems: readonly ContentProblem[]) {
    const first = problems.slice(0, 5).map(({ message }) => message);
    const more = problems.length > first.length ? ` … and ${problems.length - first.length} more.` : '';
    super(`Nothing was published. ${first.join(' ')}${more}`);
    this.problems = problems;
  }
}

/** Pages that addresses lead to now or led to before. */
function pagesAt(addresses: readonly UrlAddress[], before: ReadonlyMap<string, UrlEntry>): string[] {
  return addresses
    .flatMap((address) => [before.get(urlKey(address)), address as Partial<UrlEntry>])
    .flatMap((entry) => (entry?.target?.kind === 'page' ? [entry.target.page] : []));
}

function findContradictions({ documents = [], unpublish = [] }: PublishChange): readonly ContentProblem[] {
  const ids = [...documents.map(({ id }) => id), ...unpublish];
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => ({
    code: 'duplicate-id',
    severity: 'error',
    document: id,
    path: 'documents',
    message: `Document "${id}" stands in the change twice. Publish each document once, or take it back.`,
  }));
}

/** What somebody planned on what is not so any more. */
function checkBase(change: PublishChange, state: PublishedState): readonly ContentProblem[] {
  const { basedOn, documents = [], unpublish = [] } = change;
  if (!basedOn) return [];
  const problem = (document: string, message: string) =>
    ({ code: 'changed-meanwhile', severity: 'error', document, path: 'documents', message }) as const;
  const changed = Object.entries(basedOn).filter(
    ([id, version]) => (state.documents.get(id)?.version ?? null) !== version,
  );
  const replaced = new Set([...unpublish, ...documents.map(({ id }) => id)]);
  const after = [...(state.showing ?? []).filter(({ id }) => !replaced.has(id)), ...documents];
  const shown = unpublish.flatMap((fragment) => whereUsed(after, { fragment }).slice(0, 1));
  return [
    ...shown.map(({ document }) =>
      problem(document, `What is taken back is shown on "${document}". Publish that without it first.`),
    ),
    ...changed.map(([id]) =>
      problem(id, `Somebody else published "${id}" or took it back meanwhile. Look again, then publish.`),
    ),
    ...[...(state.inTrash ?? [])].map((id) =>
      problem(id, `"${id}" lies in the trash. Take it out of there first.`),
    ),
  ];
}

function findTaken(
  urls: readonly UrlEntry[],
  known: ReadonlyMap<string, UrlEntry>,
  removed: PublishPlan['removeUrls'],
): readonly ContentProblem[] {
  const left = new Set(removed.map(urlKey));
  return urls.flatMap((entry) => {
    const owner = known.get(urlKey(entry))?.target;
    if (entry.target.kind !== 'page' || owner?.kind !== 'page' || left.has(urlKey(entry))) return [];
    const { channel, locale, path, target } = entry;
    return {
      code: 'taken-address' as const,
      severity: 'error' as const,
      document: target.page,
      path: `urls.${channel}.${locale}.${path}`,
      message: `The address ${path} (${channel}, ${locale}) belongs to page "${owner.page}". Choose another one.`,
    };
  });
}

function leadsAlike(known: UrlEntry | undefined, entry: UrlEntry): boolean {
  if (!known) return false;
  const [one, other] = [known.target, entry.target];
  if (one.kind === 'page' && other.kind === 'page') return one.page === other.page;
  if (one.kind === 'redirect' && other.kind === 'redirect')
    return one.to === other.to && one.status === other.status;
  return one.kind === other.kind;
}

function urlsAfter(
  before: readonly UrlEntry[],
  put: readonly UrlEntry[],
  removed: PublishPlan['removeUrls'],
): readonly UrlEntry[] {
  const byKey = new Map(before.map((entry) => [urlKey(entry), entry]));
  for (const address of removed) byKey.delete(urlKey(address));
  for (const entry of put) byKey.set(urlKey(entry), entry);
  return [...byKey.values()];
}

function checkOverrides(
  overrides: PublishPlan['overrides'],
  after: PublishedState['documents'],
): readonly ContentProblem[] {
  return Object.entries(overrides).flatMap(([entity, template]) => {
    if (template === null || after.get(template)?.kind === 'template') return [];
    return {
      code: 'unknown-template' as const,
      severity: 'error' as const,
      document: template,
      path: `overrides.${entity}`,
      message: `"${entity}" shall be composed by "${template}", which is no published template. Publish it too.`,
    };
  });
}
