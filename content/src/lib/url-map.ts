/** What a path of a channel and locale leads to. Paths begin with `/`, have no locale prefix, query or trailing slash. */
export interface UrlEntry {
  readonly channel: string;
  readonly locale: string;
  readonly path: string;
  readonly target:
    | { readonly kind: 'page'; readonly page: string }
    | { readonly kind: 'redirect'; readonly to: string; readonly status: 301 | 302 | 307 | 308 }
    | { readonly kind: 'gone' };
}
