import type { PageDocument } from './page.ts';

/**
 * The one text of a document: keys sorted, nothing optional written, no spaces. Equal documents have equal texts, so it can be
 * compared, hashed, kept in git and diffed.
 */
export function canonicalText(document: PageDocument): string {
  return canonicalJson(document);
}

/** JSON with sorted keys and nothing undefined in it. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`;
}
