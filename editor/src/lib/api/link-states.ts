import { normalisePath, type PageStore } from '@vitrine/content';
import type { DraftStore } from '@vitrine/content/server';
import { type LinkState, type LinkTarget, targetKey } from '../checks/link-target.ts';

export interface AskedLink {
  readonly target: LinkTarget;
  readonly locale: string;
}

/** Which things the shop itself has an address for, in the order asked: products, categories, pages nobody edits. */
export type LinkTargets = (targets: readonly LinkTarget[], locale: string) => Promise<readonly boolean[]>;

export interface LinkStatesOptions {
  readonly pages: PageStore;
  readonly drafts: Pick<DraftStore, 'pathsIn' | 'drafts'>;
  readonly channels: readonly { readonly id: string; readonly locales: readonly string[] }[];
  /** Default: products and categories are believed to be there. */
  readonly linkTargets?: LinkTargets;
}

/** Whether what links lead to is there, by `targetKey`. Pages are published ones and drafts; all else is the shop's to say. */
export async function linkStates(
  asked: readonly AskedLink[],
  options: LinkStatesOptions,
): Promise<ReadonlyMap<string, LinkState>> {
  const [channel] = options.channels;
  const states = new Map<string, LinkState>();
  if (!channel) return states;
  const wanted = new Map(asked.map((link) => [targetKey(link.target, link.locale), link]));
  const open = new Map<string, AskedLink>();
  for (const [key, link] of wanted) {
    const state =
      link.target.kind === 'page' && (await pageState(link.target.path, link.locale, channel, options));
    if (state) states.set(key, state);
    else open.set(key, link);
  }
  for (const locale of new Set([...open.values()].map((link) => link.locale))) {
    const rest = [...open].filter(([, link]) => link.locale === locale);
    const targets = rest.map(([, { target }]) => target);
    const there =
      (await options.linkTargets?.(targets, locale)) ?? targets.map(({ kind }) => kind !== 'page');
    rest.forEach(([key], index) => {
      states.set(key, { kind: there[index] ? 'there' : 'missing' });
    });
  }
  return states;
}

/** `undefined` = no page has that address. */
async function pageState(
  address: string,
  shownIn: string,
  channel: LinkStatesOptions['channels'][number],
  { pages, drafts }: LinkStatesOptions,
): Promise<LinkState | undefined> {
  const { path, locale } = placeOfAddress(address, shownIn, channel.locales);
  if (path === undefined) return undefined;
  const found = await pages.resolveUrl(channel.id, locale, path);
  if (found) return { kind: found.target.kind === 'gone' ? 'missing' : 'there' };
  const [draft] = await drafts.pathsIn(channel.id, { locale, path });
  if (!draft) return undefined;
  const [document] = await drafts.drafts([draft.id]);
  return { kind: 'unpublished', id: draft.id, name: document?.name ?? path };
}

/** Where an address of a page leads: `/de/x` is `/x` in German, wherever it stands. */
export function placeOfAddress(address: string, shownIn: string, locales: readonly string[]) {
  const [plain = '/'] = address.split(/[?#]/, 1);
  const named = locales.slice(1).find((each) => plain === `/${each}` || plain.startsWith(`/${each}/`));
  const rest = named === undefined ? plain : plain.slice(named.length + 1) || '/';
  return { path: normalisePath(rest), locale: named ?? shownIn };
}
