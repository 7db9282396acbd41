import type { Link } from '@vitrine/modules';

// Runs in the browser too: islands make the same addresses as the server did.

/** First segments of the addresses of things that have a page each. */
export const productPrefix = '/p/';
export const categoryPrefix = '/c/';

/** Where links lead for one locale. `prefix` is empty for the channel's first locale, else `/<locale>`. */
export function createHref(prefix: string): (link: Link | string) => string {
  return (link) => {
    if (typeof link === 'string') return link.startsWith('/') ? localAddress(prefix, link) : link;
    switch (link.kind) {
      case 'url':
        return link.href;
      case 'page':
        return localAddress(prefix, link.path);
      case 'product':
        return localAddress(prefix, productPrefix + encodeURIComponent(link.slug));
      case 'category':
        return localAddress(prefix, categoryPrefix + encodeURIComponent(link.slug));
    }
  };
}

/** Addresses that belong to no locale: actions, answers, pictures and assets. */
const WITHOUT_LOCALE = /^\/_/;

/** A path as it stands in the address bar: with the locale's prefix, and `/` alone without one doubled. */
export function localAddress(prefix: string, path: string): string {
  if (prefix === '' || WITHOUT_LOCALE.test(path)) return path;
  if (path === '/' || path.startsWith('/?') || path.startsWith('/#')) return prefix + path.slice(1);
  return prefix + path;
}

export type QueryChange = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The address of this page with some query parameters changed. Only declared parameters are carried over. */
export function createWithQuery(address: string, declared: URLSearchParams): (change: QueryChange) => string {
  return (change) => {
    const query = new URLSearchParams(declared);
    for (const [name, value] of Object.entries(change)) {
      query.delete(name);
      for (const each of value === undefined ? [] : [value].flat()) query.append(name, each);
    }
    query.sort();
    const text = query.toString();
    return text === '' ? address : `${address}?${text}`;
  };
}
