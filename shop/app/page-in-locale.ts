import { type UrlEntry, visitedPath } from '@vitrine/content';

/**
 * The path at which visitors find a page in a language, by the path that it has in the first language of its channel. What the URL
 * map does not know in that language stays as it is.
 */
export function pageInLocale(
  path: string,
  locale: string | undefined,
  { locales, urls }: { readonly locales: readonly string[]; readonly urls: readonly UrlEntry[] },
): string {
  const first = urls.find((each) => each.locale === locales[0] && each.path === path)?.target;
  if (first?.kind !== 'page' || locale === undefined || !locales.includes(locale)) return path;
  const found = urls.find(
    ({ locale: its, target }) => its === locale && target.kind === 'page' && target.page === first.page,
  );
  return found ? visitedPath(found, locales) : path;
}
