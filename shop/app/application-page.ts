/** Files of an application's own window, as the build named them. */
export interface WindowAssets {
  readonly script: string;
  readonly scriptImports: readonly string[];
  readonly styles: readonly string[];
}

export interface EditorAssets extends WindowAssets {
  /** The script of its canvas. */
  readonly canvas: string;
}

export interface ApplicationWindow {
  readonly id: string;
  readonly title: string;
  readonly https: boolean;
  /** Whose window it is. */
  readonly shop?: string;
  /** Addresses its script asks first: they are asked while it is on its way. */
  readonly asks?: readonly string[];
  /** Scripts of windows in it. */
  readonly later?: readonly string[];
  /** A window in it that loads while its script does, for the script to find and put into its place. */
  readonly frame?: EarlyFrame;
}

export interface EarlyFrame {
  readonly id: string;
  readonly address: string;
}

/**
 * The page of an application that its script makes. Style rules are partly made in the browser, so inline styles are allowed; scripts
 * are its own files only.
 */
export function applicationPage(
  { script, scriptImports, styles }: WindowAssets,
  { id, title, https, shop, asks = [], later = [], frame }: ApplicationWindow,
): Response {
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "font-src 'self' data:",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
  const html = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">',
    `<meta name="color-scheme" content="light dark"><title>${title}</title><link rel="icon" href="/_assets/icon.svg">`,
    ...(shop === undefined ? [] : [`<meta name="application-name" content="${inAttribute(shop)}">`]),
    ...styles.map((href) => `<link rel="stylesheet" href="${href}">`),
    ...scriptImports.map((href) => `<link rel="modulepreload" href="${href}">`),
    `<script type="module" src="${script}"></script>`,
    ...asks.map((href) => `<link rel="preload" as="fetch" href="${href}" crossorigin>`),
    ...later.map((href) => `<link rel="prefetch" as="script" href="${href}" crossorigin>`),
    `</head><body><div id="${id}"></div>${frame ? earlyFrame(frame) : ''}<noscript>This page needs JavaScript.</noscript></body></html>`,
  ].join('');
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
    },
  });
}

// As wide as computers are, which is what it is first shown as.
function earlyFrame({ id, address }: EarlyFrame): string {
  const style = 'position:fixed;inset:0;width:1280px;height:100%;border:0;visibility:hidden';
  return `<iframe id="${id}" title="The page" src="${inAttribute(address)}" style="${style}"></iframe>`;
}

function inAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
