import type { Strangers } from '@vitrine/modules';

/** Names and values in turn, as `writeHead` of node:http takes them. */
export type FlatHeaders = readonly string[];

export interface SecurityHeaderOptions {
  /** The shop is reached over HTTPS, so browsers may be told never to try without. */
  readonly https: boolean;
}

/** Headers every answer carries, whatever it is. */
export function securityHeaders({ https }: SecurityHeaderOptions): FlatHeaders {
  return [
    'x-content-type-options',
    'nosniff',
    'referrer-policy',
    'strict-origin-when-cross-origin',
    'permissions-policy',
    'camera=(), microphone=(), geolocation=(), payment=(self), browsing-topics=()',
    'cross-origin-opener-policy',
    'same-origin',
    ...(https ? ['strict-transport-security', 'max-age=31536000; includeSubDomains'] : []),
  ];
}

/** How a page's own inline scripts and styles are recognised: by this answer's nonce, or by their hashes. */
export type InlineTrust =
  | { readonly kind: 'nonce'; readonly nonce: string }
  | { readonly kind: 'hashes'; readonly scripts: readonly string[]; readonly styles: readonly string[] };

export interface PolicyOptions extends SecurityHeaderOptions {
  readonly trust: InlineTrust;
  /** Who else frames and films may come from. Default nobody. */
  readonly strangers?: Strangers;
}

/**
 * The content security policy of a page. Style attributes are allowed, since modules place and colour with them and they
 * cannot fetch or run anything; `frame-ancestors 'self'` lets the editor's canvas show the page.
 */
export function contentSecurityPolicy({ trust, https, strangers = {} }: PolicyOptions): string {
  const scripts =
    trust.kind === 'nonce'
      ? `'nonce-${trust.nonce}' 'strict-dynamic'`
      : ["'self'", ...trust.scripts.map(quoted)].join(' ');
  const styles =
    trust.kind === 'nonce'
      ? `'self' 'nonce-${trust.nonce}'`
      : ["'self'", ...trust.styles.map(quoted)].join(' ');
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    ...from('frame-src', strangers.frames),
    ...from('media-src', strangers.films),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

// What is not named falls back to `default-src 'self'`.
function from(directive: string, origins: readonly string[] = []): string[] {
  return origins.length === 0 ? [] : [`${directive} 'self' ${origins.join(' ')}`];
}

function quoted(hash: string): string {
  return `'sha256-${hash}'`;
}
