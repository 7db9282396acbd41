import type { Json } from '../page.ts';

/** What stands at a stored key when the value is not there itself. */
export type Marker =
  | { readonly $: 'text' }
  /** `source`: HTML the rich text was made of, when it is another way to write the same; it holds until somebody edits. */
  | { readonly $: 'rich-text'; readonly source?: string }
  | { readonly $: 'list' }
  | { readonly $: 'object' }
  | { readonly $: 'item'; readonly key: string }
  /** A plain value that would be taken for a marker, or could not be carried as it is. */
  | { readonly $: 'json'; readonly value: Json }
  | { readonly $: 'json'; readonly text: string };

export function markerOf(stored: unknown): Marker | undefined {
  return isRecord(stored) && Object.hasOwn(stored, '$') && typeof stored.$ === 'string'
    ? (stored as unknown as Marker)
    : undefined;
}

export function storePlain(value: Json): Json {
  // Decoding an update would take this key for the prototype.
  if (typeof value === 'object' && value !== null && JSON.stringify(value).includes('"__proto__"')) {
    return { $: 'json', text: JSON.stringify(value) };
  }
  return isRecord(value) && Object.hasOwn(value, '$') ? { $: 'json', value } : value;
}

/** The value of a stored key that holds one itself. */
export function readPlain(stored: Json): Json {
  const marker = markerOf(stored);
  if (marker?.$ !== 'json') return stored;
  return 'text' in marker ? (JSON.parse(marker.text) as Json) : marker.value;
}

export function isRecord(value: unknown): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
