import type { Json } from '@vitrine/content';

/** A thing of this shop a link leads to. */
export type LinkTarget =
  | { readonly kind: 'page'; readonly path: string }
  | { readonly kind: 'product' | 'category'; readonly slug: string };

/** Whether what a link leads to is there. */
export type LinkState =
  | { readonly kind: 'there' }
  | { readonly kind: 'missing' }
  /** There is a page, which shoppers cannot see yet. */
  | { readonly kind: 'unpublished'; readonly id: string; readonly name: string };

/** What a value of a link field leads to; `undefined` = nothing of this shop, or no link. */
export function targetOfLink(value: Json | undefined): LinkTarget | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { kind, path, slug, href } = value as Readonly<Record<string, Json>>;
  if (kind === 'page' && typeof path === 'string') return { kind, path };
  if ((kind === 'product' || kind === 'category') && typeof slug === 'string') return { kind, slug };
  return kind === 'url' && typeof href === 'string' ? targetOfAddress(href) : undefined;
}

/** Other hosts and addresses of other kinds are nobody's business here; nor are files and places on the same page. */
export function targetOfAddress(href: string): LinkTarget | undefined {
  return /^\/(?![/\\_])/.test(href) ? { kind: 'page', path: href } : undefined;
}

/** Equal for links that lead to the same. */
export function targetKey(target: LinkTarget, locale: string): string {
  return `${locale} ${target.kind} ${target.kind === 'page' ? target.path : target.slug}`;
}

/** As a sentence calls it. */
export function nameOfTarget(target: LinkTarget): string {
  return target.kind === 'page' ? target.path : `the ${target.kind} “${target.slug}”`;
}
