import { isSafeLink, type Link } from '@vitrine/modules';

/** How addresses of things of the catalogue begin, for example `/p/`; a kind that has none has no pages in this shop. */
export interface LinkPrefixes {
  readonly product?: string;
  readonly category?: string;
}

/** Taken from the address of one thing of each kind. */
export function prefixesOf(samples: Readonly<Record<string, string>>): LinkPrefixes {
  const before = (sample: string | undefined) => sample?.slice(0, sample.lastIndexOf('/') + 1);
  return { product: before(samples.product), category: before(samples.category) };
}

/** Where a link leads, as a text keeps it: texts know addresses only. `undefined` = nowhere yet. */
export function addressOfLink(link: Link, prefixes: LinkPrefixes): string | undefined {
  switch (link.kind) {
    case 'page':
      return link.path;
    case 'url':
      return link.href.trim() !== '' && isSafeLink(link.href.trim()) ? link.href.trim() : undefined;
    default: {
      const prefix = prefixes[link.kind];
      return prefix && prefix + encodeURIComponent(link.slug);
    }
  }
}

/** What an address of a text leads to. What cannot be told is the address itself. */
export function linkOfAddress(
  { href, newTab }: { readonly href: string; readonly newTab?: boolean },
  prefixes: LinkPrefixes,
): Link {
  const address: Link = { kind: 'url', href, ...(newTab && { newTab }) };
  if (newTab || !/^\/(?![/\\_])[^?#]*$/.test(href)) return address;
  for (const kind of ['product', 'category'] as const) {
    const prefix = prefixes[kind];
    if (!prefix || !href.startsWith(prefix)) continue;
    const slug = decode(href.slice(prefix.length));
    return slug ? { kind, slug } : address;
  }
  return { kind: 'page', path: href };
}

function decode(text: string): string | undefined {
  try {
    return text.includes('/') ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
