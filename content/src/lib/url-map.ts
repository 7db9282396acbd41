import type { ContentProblem, ProblemCode } from './problem.ts';

/** What a path of a channel and locale leads to. Paths begin with `/`, are in lower case and have no locale prefix, query or trailing slash. */
export interface UrlEntry {
  readonly channel: string;
  readonly locale: string;
  readonly path: string;
  readonly target:
    | { readonly kind: 'page'; readonly page: string }
    | { readonly kind: 'redirect'; readonly to: string; readonly status: 301 | 302 | 307 | 308 }
    | { readonly kind: 'gone' };
}

export type UrlAddress = Pick<UrlEntry, 'channel' | 'locale' | 'path'>;

/**
 * A path in the one form the map knows: percent-encoding undone, Unicode composed, in lower case, no slash at the end.
 * @returns `undefined` when it is no path a page can have.
 */
export function normalisePath(path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path).normalize('NFC').toLowerCase();
  } catch {
    return undefined;
  }
  if (!decoded.startsWith('/') || decoded.length > 1_000) return undefined;
  const short = decoded.length > 1 && decoded.endsWith('/') ? decoded.slice(0, -1) : decoded;
  const parts = short.slice(1).split('/');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be in a path.
  const bad = parts.some((part) => part === '.' || part === '..' || /[\u0000-\u001f\u007f?#\\]/.test(part));
  return bad || (short !== '/' && parts.includes('')) ? undefined : short;
}

/** A path of a locale as visitors type it: behind the locale, unless that is the first of its channel. */
export function visitedPath(
  { locale, path }: Pick<UrlAddress, 'locale' | 'path'>,
  locales: readonly string[],
): string {
  if (locale === locales[0]) return path;
  return `/${locale.toLowerCase()}${path === '/' ? '' : path}`;
}

/** The path of this shop a redirect leads to, in the form of the map; `undefined` = it leads out of the shop. */
export function redirectPath(to: string): string | undefined {
  return to.startsWith('/') ? normalisePath(to.split(/[?#]/, 1)[0]!) : undefined;
}

/** One key for each address; none of the three parts can hold a line break. */
export function urlKey({ channel, locale, path }: UrlAddress): string {
  return `${channel}\n${locale}\n${path}`;
}

export function sortUrls(entries: readonly UrlEntry[]): readonly UrlEntry[] {
  return entries.toSorted((left, right) => (urlKey(left) < urlKey(right) ? -1 : 1));
}

/**
 * Everything wrong with a URL map: paths and redirect targets that are none, redirects in a ring or one after the other, pages
 * that are not published. Redirects may lead to any path, since products and categories are not in the map.
 */
export function checkUrlMap(
  entries: readonly UrlEntry[],
  isPublishedPage: (id: string) => boolean,
): readonly ContentProblem[] {
  const byKey = new Map(entries.map((entry) => [urlKey(entry), entry]));
  return entries.flatMap((entry) => {
    const { path, target } = entry;
    if (normalisePath(path) !== path) {
      return problem(
        'bad-url',
        entry,
        `Expected a path such as /about: no query, no "//", no slash at the end. Got "${path}".`,
      );
    }
    if (target.kind === 'page' && !isPublishedPage(target.page)) {
      return problem(
        'unknown-page',
        entry,
        `It leads to page "${target.page}", which is not published. Publish it too, or remove or redirect the address.`,
        target.page,
      );
    }
    return target.kind === 'redirect' ? checkRedirect(entry, target.to, byKey) : [];
  });
}

function checkRedirect(entry: UrlEntry, to: string, byKey: ReadonlyMap<string, UrlEntry>): ContentProblem[] {
  if (!isRedirectTarget(to)) {
    return problem(
      'bad-url',
      entry,
      `Expected a path of this shop or an https:// address to redirect to. Got "${to}".`,
    );
  }
  const next = follow(entry, to, byKey);
  if (!next) return [];
  const trail = [entry.path];
  for (let at: UrlEntry | undefined = next; at; ) {
    if (trail.includes(at.path)) {
      const ring = [...trail.slice(trail.indexOf(at.path)), at.path];
      return problem(
        'redirect-loop',
        entry,
        `Redirects lead in a circle: ${ring.join(' → ')}. Take one of them out.`,
      );
    }
    trail.push(at.path);
    at = at.target.kind === 'redirect' ? follow(at, at.target.to, byKey) : undefined;
  }
  if (next.target.kind !== 'redirect') return [];
  return problem(
    'redirect-chain',
    entry,
    `It redirects to ${to}, which redirects again (${trail.join(' → ')}). Redirect straight to the last one.`,
  );
}

/** The entry a redirect of this shop arrives at, if the map knows the path. */
function follow(entry: UrlEntry, to: string, byKey: ReadonlyMap<string, UrlEntry>): UrlEntry | undefined {
  const path = redirectPath(to);
  return path === undefined ? undefined : byKey.get(urlKey({ ...entry, path }));
}

function isRedirectTarget(to: string): boolean {
  // Browsers read "//host" and "/\host" as another host.
  if (/^\/(?![/\\])/.test(to)) return normalisePath(to.split(/[?#]/, 1)[0]!) !== undefined;
  return URL.canParse(to) && new URL(to).protocol === 'https:';
}

function problem(code: ProblemCode, entry: UrlEntry, message: string, document = ''): ContentProblem[] {
  const { channel, locale, path } = entry;
  return [
    {
      code,
      severity: 'error',
      document,
      path: `urls.${channel}.${locale}.${path}`,
      message: `Address ${path} (${channel}, ${locale}): ${message}`,
    },
  ];
}
