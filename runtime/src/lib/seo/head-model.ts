import type { Props } from '@vitrine/content';
import type { PlanResult } from '@vitrine/data-actions/server';
import { encodePath } from '../canonical-path.ts';
import { localePrefix } from '../channel.ts';
import { localAddress } from '../page-address.ts';
import type { FoundPage, HeadModel, PagePlan } from '../stages.ts';

const SHARED_IMAGE_WIDTH = 1280;
/** Personal, endless or empty pages are not for search engines. */
const HIDDEN_KINDS: ReadonlySet<string> = new Set(['cart', 'search', 'not-found', 'error']);

/** Title, addresses and structured data of a page, from its document and from the thing it is about. */
export function headModel({ page, instances }: PagePlan, answers: PlanResult): HeadModel {
  const { request, seo } = page;
  const { entity, subject, visit } = request;
  const { channel, locale } = visit;
  const origin = channel.origin ?? '';
  const absolute = (path: string) => origin + localAddress(localePrefix(channel, locale), path);
  const image = (src: string, width: number) => `${origin}/_image/${width}/${encodePath(src)}`;
  const own = (key: string) => localised(seo, key, [locale, channel.locales[0] as string]);
  const picture = entity?.facts.image ?? own('image');
  return {
    title: entity?.facts.title ?? own('title') ?? page.name,
    description: entity?.facts.description ?? own('description'),
    canonical: request.status === 200 ? absolute(encodePath(visit.path)) : undefined,
    robots: HIDDEN_KINDS.has(subject.kind) ? 'noindex' : own('robots'),
    alternates: request.status === 200 ? alternates(request, origin) : {},
    image: picture && image(picture, SHARED_IMAGE_WIDTH),
    structured: [
      ...(entity?.route.structured?.(entity.answer, valuesOf(answers), { absolute, image }) ?? []),
      ...instances.flatMap(({ told }) => (told.structured === undefined ? [] : [told.structured])),
    ],
  };
}

function alternates(request: FoundPage, origin: string): Readonly<Record<string, string>> {
  const { channel } = request.visit;
  if (channel.locales.length < 2) return {};
  return Object.fromEntries(
    channel.locales.flatMap((locale) => {
      const there = pathIn(locale, request);
      if (there === undefined) return [];
      return [[locale, origin + localAddress(localePrefix(channel, locale), encodePath(there))]];
    }),
  );
}

function pathIn(locale: string, { visit, entity, addresses }: FoundPage): string | undefined {
  if (addresses) return addresses[locale];
  if (!entity) return visit.path;
  const slug = entity.facts.slugs[locale];
  return slug === undefined ? undefined : entity.route.prefix + slug;
}

function valuesOf({ results }: PlanResult): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(results).flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value]])),
  );
}

function localised(seo: Props, key: string, locales: readonly string[]): string | undefined {
  for (const name of [...locales.map((locale) => `${key}@${locale}`), key]) {
    const value = seo[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}
