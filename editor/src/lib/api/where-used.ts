import {
  audiencesIn,
  type ModuleCatalogue,
  type PageDocument,
  type PageStore,
  versionId,
  versionNames,
  whereUsed,
} from '@vitrine/content';
import type { DraftFacts, DraftStore } from '@vitrine/content/server';
import type { AudienceUse, DocumentUse, ExperimentUse } from '../app/backend.ts';
import { linksIn } from './links-in.ts';

export interface UseSources {
  readonly drafts: DraftStore;
  readonly pages: PageStore;
  readonly modules: ModuleCatalogue;
  readonly channels: readonly { readonly id: string; readonly locales: readonly string[] }[];
}

/** Instances of a document that use something; `undefined` = it does not, no instances = as a whole. */
type NodesUsing = (document: PageDocument) => readonly string[] | undefined;

/** Documents read at once: whole ones, so that a shop with thousands of pages fits into memory. */
const AT_ONCE = 100;

/** The documents that show a fragment or stand in a layout: as people edit them, and as shoppers see them. */
export async function usesOf(id: string, sources: UseSources): Promise<readonly DocumentUse[]> {
  const list = await sources.drafts.list();
  const kind = list.find((each) => each.id === id)?.kind;
  if (kind !== 'fragment' && kind !== 'layout') return [];
  return await findUses(id, list, sources, (document) => {
    const isFramed = document.kind === 'page' || document.kind === 'template';
    const nodes = whereUsed([document], { fragment: id }).map(({ node }) => node);
    return (isFramed && (document.layout ?? 'main') === id) || nodes.length > 0 ? nodes : undefined;
  });
}

/** The documents with a link to a page, in any language and channel: as people edit them, and as shoppers see them. */
export async function linksTo(id: string, sources: UseSources): Promise<readonly DocumentUse[]> {
  const list = await sources.drafts.list();
  const page = list.find((each) => each.id === id);
  if (page?.kind !== 'page') return [];
  const addresses = new Set<string>();
  for (const [place, path] of Object.entries(page.paths)) addresses.add(`${place} ${path}`);
  for (const channel of sources.channels)
    for (const { locale, path, target } of await sources.pages.addressesOf(channel.id, id))
      if (target.kind === 'page') addresses.add(`${channel.id}/${locale} ${path}`);
  if (addresses.size === 0) return [];
  return await findUses(id, list, sources, (document) => {
    const links = linksIn(document, sources).filter(({ address }) => addresses.has(address));
    return links.length > 0 ? [...new Set(links.map(({ node }) => node))] : undefined;
  });
}

/** The documents that name each audience and version under test: as people edit them, and as shoppers see them. */
export async function audienceUses(
  sources: UseSources,
): Promise<ReadonlyMap<string, readonly AudienceUse[]>> {
  const found = new Map<string, AudienceUse[]>();
  for await (const { facts, now, live } of looked(await sources.drafts.list(), sources)) {
    const { id, name, kind } = facts;
    const [edited, published] = [now, live].map((each) => new Set(each ? audiencesIn([each]) : [])) as [
      Set<string>,
      Set<string>,
    ];
    for (const audience of new Set([...edited, ...published]))
      found.set(audience, [
        ...(found.get(audience) ?? []),
        { document: { id, name, kind }, inDraft: edited.has(audience), isPublished: published.has(audience) },
      ]);
  }
  return found;
}

/** Those of all versions of a test, each document once. */
export function usesOfExperiment(
  uses: ReadonlyMap<string, readonly AudienceUse[]>,
  experiment: string,
): readonly ExperimentUse[] {
  const byDocument = new Map<string, ExperimentUse>();
  for (const version of versionNames)
    for (const use of uses.get(versionId(experiment, version)) ?? []) {
      const known = byDocument.get(use.document.id);
      byDocument.set(use.document.id, {
        document: use.document,
        inDraft: use.inDraft || known?.inDraft === true,
        isPublished: use.isPublished || known?.isPublished === true,
        published: [...(known?.published ?? []), ...(use.isPublished ? [version] : [])],
      });
    }
  return [...byDocument.values()];
}

async function findUses(
  id: string,
  list: readonly DraftFacts[],
  sources: UseSources,
  nodesUsing: NodesUsing,
): Promise<readonly DocumentUse[]> {
  const found: DocumentUse[] = [];
  const others = list.filter((each) => each.id !== id);
  for await (const { facts, now, live } of looked(others, sources)) {
    const { id: document, name, kind } = facts;
    const nodes = now && nodesUsing(now);
    const isPublished = live !== undefined && nodesUsing(live) !== undefined;
    const inDraft = nodes !== undefined;
    if (inDraft || isPublished)
      found.push({ document: { id: document, name, kind }, inDraft, isPublished, nodes: nodes ?? [] });
  }
  return found;
}

interface Looked {
  readonly facts: DraftFacts;
  /** As people edit it. */
  readonly now: PageDocument | undefined;
  /** As shoppers see it. */
  readonly live: PageDocument | undefined;
}

/** Every document that is not in the trash. */
async function* looked(
  list: readonly DraftFacts[],
  { drafts, pages }: UseSources,
): AsyncGenerator<Looked, void, undefined> {
  const all = list.filter((each) => !each.trashedAt);
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE);
    const ids = some.map((each) => each.id);
    const [edited, published] = await Promise.all([drafts.drafts(ids), pages.published(ids)]);
    for (const [index, facts] of some.entries()) {
      const live = published[index]?.document;
      yield { facts, now: edited[index] ?? live, live };
    }
  }
}

/** As people would list them: “Home”, “About us” and 3 more. */
export function namesOfUses(uses: readonly Pick<DocumentUse, 'document'>[]): string {
  const names = uses.slice(0, 3).map(({ document }) => `“${document.name}”`);
  const more = uses.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
