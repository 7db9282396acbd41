import { normalisePath, type UrlEntry } from '@vitrine/content';
import { many, need } from '@vitrine/data-actions';
import type { ActionEngine } from '@vitrine/data-actions/server';
import { type Basis, joinBases } from './basis.ts';
import { encodePath } from './canonical-path.ts';
import { localePrefix } from './channel.ts';
import type { DocumentShelf, Shelved } from './document-shelf.ts';
import { localAddress } from './page-address.ts';
import { pathInLocale } from './path-in-locale.ts';
import { sharedOf } from './shared-of.ts';
import type { FoundPage, PageRequest, SubjectRoute, Visit } from './stages.ts';
import { TemporarilyUnavailable } from './temporarily-unavailable.ts';

export interface ResolvePageOptions {
  readonly documents: DocumentShelf;
  readonly actions: ActionEngine;
  readonly subjects: readonly SubjectRoute[];
  /** Milliseconds the question what a slug means may take. */
  readonly hardDeadline: number;
}

/** Pages that are about no single thing, by path. */
const PLACES = { '/search': 'search', '/cart': 'cart' } as const;

/**
 * Step 1: what the address asks for. One page has one address: other spellings, slugs and paths of another language, are redirected.
 * @throws TemporarilyUnavailable when the source of products does not answer: that is no 404.
 */
export async function resolvePage(visit: Visit, options: ResolvePageOptions): Promise<PageRequest> {
  if (visit.moved) return redirect(301, addressOf(visit));
  const { documents } = options;
  const mapped = await documents.url(visit.channel.id, visit.locale, visit.path);
  const target = mapped.value?.target;
  if (target?.kind === 'redirect') return redirect(target.status, targetOf(visit, target.to));
  if (target?.kind === 'gone') return templated(visit, 'not-found', 410, mapped.basis, options);
  if (target?.kind === 'page') {
    const [page, addresses] = await Promise.all([
      documents.document(target.page),
      documents.addresses(visit.channel.id, target.page),
    ]);
    if (page.value) {
      const request = found({
        visit,
        subject: { kind: 'page', path: visit.path },
        status: 200,
        document: page,
        basis: joinBases([mapped.basis, addresses.basis]),
        scope: options.actions.openScope({ shared: sharedOf(visit) }),
      });
      return { ...request, addresses: { ...addresses.value, [visit.locale]: visit.path } };
    }
  }
  const place = PLACES[visit.path as keyof typeof PLACES];
  if (place) return templated(visit, place, 200, mapped.basis, options);
  const route = options.subjects.find(({ prefix }) => visit.path.startsWith(prefix));
  const slug = route ? visit.path.slice(route.prefix.length) : '';
  if (!route || slug === '' || slug.includes('/')) return nothingThere(visit, mapped, mapped.basis, options);
  return entityPage(visit, { route, slug }, mapped, options);
}

// A page on the map leads nowhere from here, so that nobody is sent round. A preview shows what stands at its one address.
async function nothingThere(
  visit: Visit,
  mapped: Shelved<UrlEntry | undefined>,
  basis: Basis,
  options: ResolvePageOptions,
): Promise<PageRequest> {
  if (mapped.value || visit.preview) return templated(visit, 'not-found', 404, basis, options);
  const here = await pathInLocale(visit, options.documents);
  // For now: the path may become a page of this locale's own.
  if (here.value !== undefined) return redirect(302, addressOf(visit, here.value));
  return templated(visit, 'not-found', 404, joinBases([basis, here.basis]), options);
}

async function entityPage(
  visit: Visit,
  { route, slug }: { readonly route: SubjectRoute; readonly slug: string },
  mapped: Shelved<UrlEntry | undefined>,
  options: ResolvePageOptions,
): Promise<PageRequest> {
  const scope = options.actions.openScope({ shared: sharedOf(visit) });
  const question = { entity: route.find(slug, { need, many }) };
  const answer = await scope.runPlan(question, { deadline: options.hardDeadline });
  const result = answer.results.entity;
  const read: Basis = { tags: answer.tags, snapshots: [answer.snapshot], maxAge: answer.maxAge };
  const whole = joinBases([mapped.basis, read]);
  if (result?.state === 'missing') return nothingThere(visit, mapped, whole, options);
  if (result?.state !== 'ok' && result?.state !== 'stale')
    throw new TemporarilyUnavailable(`What "${visit.path}" is about could not be found out in time.`, {
      cause: result?.error,
    });
  const facts = route.identify(result.value);
  const right = facts.slugs[visit.locale] ?? slug;
  if (right !== slug) return redirect(301, addressOf(visit, route.prefix + right));
  const template = await options.documents.template(route.kind, facts.id);
  const subject = { kind: route.kind, slug, path: visit.path };
  return {
    ...found({ visit, subject, status: 200, document: template, basis: whole, scope }),
    entity: { route, answer: result.value, facts },
  };
}

async function templated(
  visit: Visit,
  composes: 'search' | 'cart' | 'not-found',
  status: FoundPage['status'],
  basis: Basis,
  { documents, actions }: ResolvePageOptions,
): Promise<FoundPage> {
  const document = await documents.template(composes);
  const scope = actions.openScope({ shared: sharedOf(visit) });
  return found({ visit, subject: { kind: composes, path: visit.path }, status, document, basis, scope });
}

function found({
  document,
  basis,
  ...rest
}: Pick<FoundPage, 'visit' | 'subject' | 'status' | 'basis' | 'scope'> & {
  readonly document: Shelved<FoundPage['document']>;
}): FoundPage {
  return {
    ...rest,
    kind: 'page',
    shared: sharedOf(rest.visit),
    document: document.value,
    basis: joinBases([basis, document.basis]),
  };
}

/** The one address of a path in the visit's locale, without a query: those who follow bring their own. */
export function addressOf({ channel, locale, path }: Visit, other = path): string {
  return localAddress(localePrefix(channel, locale), encodePath(other));
}

// A target of the URL map has no locale prefix, may be percent-encoded or not, and may bring a query and a fragment of its own.
function targetOf(visit: Visit, to: string): string {
  if (!to.startsWith('/')) return new URL(to).href;
  const { search, hash } = new URL(to, 'https://shop.invalid');
  const [path = '/'] = to.split(/[?#]/, 1);
  return addressOf(visit, normalisePath(path)) + search + hash;
}

function redirect(status: 301 | 302 | 307 | 308, location: string): PageRequest {
  return { kind: 'redirect', status, location };
}
