import {
  type ContentProblem,
  fragmentsOf,
  type ModuleCatalogue,
  type PageDocument,
  type PageStore,
  type UrlEntry,
  validateDocument,
} from '@vitrine/content';
import { type DocumentPaths, documentVersion } from '@vitrine/content/server';
import type { PublishPlan as ShownPlan } from '../app/backend.ts';

export interface PublishPlanOptions {
  /** Documents as they are now, live or stored; those without a draft as they are published. */
  readonly current: (id: string) => Promise<{ document: PageDocument; paths: DocumentPaths } | undefined>;
  readonly pages: PageStore;
  readonly modules: ModuleCatalogue;
  readonly channels: readonly { readonly id: string; readonly locales: readonly string[] }[];
}

/** What goes live together, and what is against it. */
export interface PublishPlan extends ShownPlan {
  readonly change: { readonly documents: readonly PageDocument[]; readonly urls: readonly UrlEntry[] };
}

/**
 * A document with everything it needs to look as it does on the canvas: its layout and its fragments, and theirs. Addresses that change
 * leave a redirect, and redirects that led to them lead on.
 */
export async function planPublishing(
  id: string,
  options: PublishPlanOptions,
): Promise<PublishPlan | undefined> {
  const { pages, modules, channels } = options;
  const closure = await closureOf(id, options);
  const own = closure.get(id);
  if (!own) return undefined;
  const published = await pages.published([...closure.keys()]);
  const versions = new Map(
    published.flatMap((each) => (each ? [[each.document.id, each.version] as const] : [])),
  );
  const documents = [...closure.values()].map(({ document }) => ({
    id: document.id,
    name: document.name,
    kind: document.kind,
    state: stateOf(versions.get(document.id), document),
  }));
  const [channel] = channels;
  const locales = channel && { base: channel.locales[0]!, required: channel.locales };
  const found = (each: string) => closure.get(each)?.document;
  const checked = [...closure.values()].flatMap(({ document }) =>
    validateDocument(document, { modules, documents: found, locales }),
  );
  const addresses = await planAddresses(own, options);
  const changed = documents.filter(({ state }) => state !== 'same');
  return {
    documents,
    addresses: addresses.shown,
    problems: [...checked, ...addresses.problems, ...findability(own)],
    change: {
      documents: changed.map((each) => closure.get(each.id)!.document),
      urls: addresses.urls,
    },
  };
}

type Current = NonNullable<Awaited<ReturnType<PublishPlanOptions['current']>>>;

async function closureOf(id: string, { current }: PublishPlanOptions): Promise<Map<string, Current>> {
  const found = new Map<string, Current>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    const here = await current(next);
    if (!here) continue;
    found.set(next, here);
    const { document } = here;
    waiting.push(...fragmentsOf(document));
    if (document.kind === 'page' || document.kind === 'template') waiting.push(document.layout ?? 'main');
  }
  return found;
}

function stateOf(published: string | undefined, document: PageDocument): 'new' | 'changed' | 'same' {
  if (published === undefined) return 'new';
  return published === documentVersion(document) ? 'same' : 'changed';
}

async function planAddresses(
  { document, paths }: Current,
  { pages, channels }: PublishPlanOptions,
): Promise<{
  shown: ShownPlan['addresses'];
  urls: readonly UrlEntry[];
  problems: readonly ContentProblem[];
}> {
  const shown: ShownPlan['addresses'][number][] = [];
  const urls: UrlEntry[] = [];
  const problems: ContentProblem[] = [];
  if (document.kind !== 'page') return { shown, urls, problems };
  for (const { id: channel, locales } of channels) {
    const before = (await pages.addressesOf(channel, document.id)).filter(
      ({ target }) => target.kind === 'page',
    );
    for (const locale of locales) {
      const path = paths[`${channel}/${locale}`];
      const old = before.filter((each) => each.locale === locale).map((each) => each.path);
      if (path === undefined || old.includes(path)) {
        if (path !== undefined) shown.push({ path, locale, state: 'same' });
        continue;
      }
      const there = await pages.resolveUrl(channel, locale, path);
      if (there?.target.kind === 'page') {
        problems.push(
          problem(
            document,
            `paths.${channel}/${locale}`,
            `The address ${path} (${locale}) belongs to page "${there.target.page}". Choose another one.`,
          ),
        );
        continue;
      }
      shown.push({ path, locale, state: old.length > 0 ? 'moved' : 'new', ...(old[0] && { from: old[0] }) });
      urls.push({ channel, locale, path, target: { kind: 'page', page: document.id } });
      for (const from of old) {
        urls.push({ channel, locale, path: from, target: { kind: 'redirect', to: path, status: 301 } });
        for (const leading of await pages.redirectsTo(channel, locale, from))
          if (leading.path !== path)
            urls.push({ ...leading, target: { kind: 'redirect', to: path, status: 301 } });
      }
    }
  }
  const hasAddress = Object.keys(paths).length > 0;
  if (!hasAddress)
    problems.push(
      problem(
        document,
        'paths',
        'The page has no address. Give it one in its settings, for example /spring.',
      ),
    );
  return { shown, urls, problems };
}

// What search engines and shared links will say.
function findability({ document }: Current): readonly ContentProblem[] {
  if (document.kind !== 'page') return [];
  const missing = ['title', 'description'].filter((name) => !document.seo[name]);
  return missing.map((name) =>
    problem(
      document,
      `seo.${name}`,
      `The page has no ${name} for search engines. Write one in its settings.`,
      'warning',
    ),
  );
}

function problem(
  document: PageDocument,
  path: string,
  message: string,
  severity: ContentProblem['severity'] = 'error',
): ContentProblem {
  return { code: 'bad-url', severity, document: document.id, path, message };
}
