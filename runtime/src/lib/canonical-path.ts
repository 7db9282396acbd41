/** A path of the shop in the one form it is known by. */
export interface CanonicalPath {
  readonly kind: 'path';
  /** Decoded, without locale prefix, doubled or trailing slashes, in lower case: `/c/küche`. */
  readonly path: string;
  readonly locale: string;
  /** The request spelled it another way: answer with a redirect to `encodePath(prefix + path)`. */
  readonly moved: boolean;
}

export interface LocaleChoice {
  readonly locales: readonly string[];
}

/** Reads the path of a request. `malformed` = it cannot be decoded or holds control characters. */
export function canonicalPath(
  pathname: string,
  { locales }: LocaleChoice,
): CanonicalPath | { readonly kind: 'malformed' } {
  const given = decodedPath(pathname);
  if (given === undefined) return { kind: 'malformed' };
  const tidy = `/${given.split('/').filter(Boolean).join('/')}`.normalize('NFC').toLowerCase();
  const [first = ''] = tidy.slice(1).split('/', 1);
  const locale = locales.find((each) => each.toLowerCase() === first);
  if (locale === undefined)
    return { kind: 'path', path: tidy, locale: locales[0] as string, moved: tidy !== given };
  const path = tidy.slice(first.length + 1) || '/';
  const moved = tidy !== given || locale === locales[0];
  return { kind: 'path', path, locale, moved };
}

/** A decoded path as it may stand in an address. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function decodedPath(pathname: string): string | undefined {
  try {
    const path = decodeURIComponent(pathname);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is refused.
    return /[\u0000-\u001f\u007f\\]/.test(path) ? undefined : path;
  } catch {
    return undefined;
  }
}
