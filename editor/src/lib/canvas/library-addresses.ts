/** Which file is behind a `src` of the media library now. */
export type Revisions = ReadonlyMap<string, number>;

// At the beginning of the value, or of an address in a list of them.
const ADDRESS = /(?<=^|\s|,)(\/_image\/\d+\/|(?=\/_media\/))([^\s?#,]+)(\?[^\s#,]*)?/g;
const ATTRIBUTES = ['src', 'srcset', 'poster'] as const;
const SHOWN = 'img, source, video';

/** Files of the library in the value of an attribute, by `src`. */
export function sourcesIn(value: string): readonly string[] {
  return [...value.matchAll(ADDRESS)].flatMap(([, , path]) => sourceOf(path!) ?? []);
}

/** The value with the number of the file in each address: as such it is kept for ever, and another file has another one. */
export function withRevisions(value: string, revisions: Revisions): string {
  return value.replace(ADDRESS, (whole, before: string, path: string, query = '') => {
    const revision = revisions.get(sourceOf(path) ?? '');
    if (revision === undefined) return whole;
    const parameters = new URLSearchParams(query);
    parameters.set('v', String(revision));
    return `${before}${path}?${parameters}`;
  });
}

/** Files of the library that an element shows, or what is in it. */
export function sourcesBelow(root: Element): ReadonlySet<string> {
  const found = new Set<string>();
  for (const element of shownIn(root))
    for (const name of ATTRIBUTES)
      for (const src of sourcesIn(element.getAttribute(name) ?? '')) found.add(src);
  return found;
}

/** Gives all an element shows its number. What has it already is not touched, and so not loaded again. */
export function nameRevisions(root: Element, revisions: Revisions): void {
  for (const element of shownIn(root))
    for (const name of ATTRIBUTES) {
      const value = element.getAttribute(name);
      const next = value === null ? null : withRevisions(value, revisions);
      if (next !== null && next !== value) element.setAttribute(name, next);
    }
}

function shownIn(root: Element): readonly Element[] {
  return [...(root.matches(SHOWN) ? [root] : []), ...root.querySelectorAll(SHOWN)];
}

function sourceOf(path: string): string | undefined {
  try {
    const src = decodeURIComponent(path);
    return /^(media|\/_media)\//.test(src) ? src : undefined;
  } catch {
    return undefined;
  }
}
