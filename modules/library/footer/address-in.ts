interface Language {
  readonly locale: string;
  /** Address of its home page: `/`, `/de`. */
  readonly path: string;
}

/**
 * Where a page stands in another language.
 * @param here its path if it stood, under its slug of that language, in the current one: `/de/p/becher`.
 * @param query of the address, with its question mark, or empty.
 * @returns the other home page when the current language is not among the languages.
 */
export function addressIn(
  language: Language,
  { here, query, current }: { here: string; query: string; current: Language | undefined },
): string {
  if (!current) return language.path;
  const path = here.slice(rootOf(current).length).replace(/^\/$/, '');
  return (path === '' ? language.path : rootOf(language) + path) + query;
}

function rootOf({ path }: Language): string {
  return path.replace(/\/$/, '');
}
