import { prefixesOf } from '../fields/link-address.ts';

/** Something of the catalogue that a template is shown with. */
export interface Sample {
  readonly kind: 'product' | 'category';
  /** By which the catalogue finds it again: the id of a product, the slug of a category. */
  readonly key: string;
  readonly slug: string;
  readonly title: string;
}

/** Where a sample is found in the shop, not encoded; `undefined` when the shop has no pages of its kind. */
export function sampleAddress(
  { kind, slug }: Sample,
  samples: Readonly<Record<string, string>>,
): string | undefined {
  const prefix = prefixesOf(samples)[kind];
  return prefix && prefix + slug;
}

/** What a template was last shown with in this browser. */
export function recallSample(document: string, storage = browserStorage()): Sample | undefined {
  try {
    return sampleIn(JSON.parse(storage?.getItem(placeOf(document)) ?? 'null'));
  } catch {
    return undefined;
  }
}

export function rememberSample(
  document: string,
  sample: Sample | undefined,
  storage = browserStorage(),
): void {
  try {
    if (sample) storage?.setItem(placeOf(document), JSON.stringify(sample));
    else storage?.removeItem(placeOf(document));
  } catch {
    // A browser that keeps nothing shows the usual sample next time.
  }
}

function sampleIn(value: Partial<Record<keyof Sample, unknown>> | null): Sample | undefined {
  const { kind, key, slug, title } = value ?? {};
  if (kind !== 'product' && kind !== 'category') return undefined;
  if (typeof key !== 'string' || typeof slug !== 'string' || typeof title !== 'string') return undefined;
  return { kind, key, slug, title };
}

function placeOf(document: string): string {
  return `vitrine-sample ${document}`;
}

function browserStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined {
  try {
    return typeof window === 'undefined' ? undefined : window.localStorage;
  } catch {
    return undefined;
  }
}
