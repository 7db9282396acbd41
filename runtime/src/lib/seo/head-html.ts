import { escapeHtml, scriptJson } from '../segments/escape-html.ts';
import type { HeadModel } from '../stages.ts';

/** The part of `<head>` that search engines and link previews read. */
export function headHtml(head: HeadModel, { locale }: { readonly locale: string }): string {
  return [
    `<title>${escapeHtml(head.title)}</title>`,
    meta('name', 'description', head.description),
    meta('name', 'robots', head.robots),
    head.canonical && `<link rel="canonical" href="${escapeHtml(head.canonical)}">`,
    ...Object.entries(head.alternates).map(
      ([tag, address]) =>
        `<link rel="alternate" hreflang="${escapeHtml(tag)}" href="${escapeHtml(address)}">`,
    ),
    meta('property', 'og:title', head.title),
    meta('property', 'og:description', head.description),
    meta('property', 'og:url', head.canonical),
    meta('property', 'og:image', head.image),
    meta('property', 'og:locale', locale.replace('-', '_')),
    ...head.structured.map((each) => `<script type="application/ld+json">${scriptJson(each)}</script>`),
  ]
    .filter(Boolean)
    .join('');
}

function meta(kind: 'name' | 'property', name: string, content: string | undefined): string {
  return content ? `<meta ${kind}="${name}" content="${escapeHtml(content)}">` : '';
}
