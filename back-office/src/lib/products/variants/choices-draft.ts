import type { StaffProductView } from '@vitrine/commerce-engine/client';

export type OptionDraft = StaffProductView['kept']['options'][number];
export type ValueDraft = OptionDraft['values'][number];

/** A variant that is on sale when this is saved. */
export interface VariantDraft {
  /** Absent = a new one. */
  readonly id?: string;
  /** Value keys by option key. */
  readonly chosen: Readonly<Record<string, string>>;
  /** Empty = made of the product's handle and the values. */
  readonly sku: string;
  readonly barcode: string;
  readonly weight: number | null;
  /** In what quantities it is ordered. */
  readonly quantities?: KeptVariant['quantities'];
  /** What a bundle is made of; only of a new one it can be changed. */
  readonly components?: readonly ComponentDraft[];
}

/** So many pieces of an article in one piece of a bundle. */
export interface ComponentDraft {
  readonly variantId: string;
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
}

/** What there is of a product to choose from, while it is changed. */
export interface ChoicesDraft {
  readonly options: readonly OptionDraft[];
  readonly variants: readonly VariantDraft[];
}

type KeptVariant = StaffProductView['onSale'][number];

export function variantDraft({
  id,
  chosen,
  sku,
  barcode = '',
  weight,
  quantities,
  components,
}: KeptVariant): VariantDraft {
  return {
    id,
    chosen,
    sku,
    barcode,
    weight: weight ?? null,
    ...(quantities && { quantities }),
    ...(components && {
      components: components.map(({ variantId, sku: number, name, options, quantity }) => ({
        variantId,
        sku: number,
        name: [name, options].filter(Boolean).join(', '),
        quantity,
      })),
    }),
  };
}

export function choicesDraft({ kept, onSale }: Pick<StaffProductView, 'kept' | 'onSale'>): ChoicesDraft {
  return { options: kept.options, variants: onSale.map(variantDraft) };
}

/** What is sent. Pictures only as far as they show a value that is there no more. */
export function sentChoices({ options, variants }: ChoicesDraft, media: StaffProductView['kept']['media']) {
  const isThere = ([key, value]: readonly [string, string]) =>
    options.some((option) => option.key === key && option.values.some((each) => each.key === value));
  const cleaned = media.map(({ shows, ...picture }) => {
    const left = Object.entries(shows ?? {}).filter(isThere);
    return { ...picture, ...(left.length > 0 && { shows: Object.fromEntries(left) }) };
  });
  const isStale = media.some(({ shows }) => !Object.entries(shows ?? {}).every(isThere));
  return {
    options,
    variants: variants.map(({ id, chosen, sku, barcode, weight, quantities = {}, components = [] }) => ({
      ...(id !== undefined && { id }),
      options: chosen,
      ...(sku.trim() !== '' && { sku: sku.trim() }),
      barcode: barcode.trim() || null,
      weight,
      quantities: Object.keys(quantities).length > 0 ? quantities : null,
      // What a variant is made of is said once, when it is made.
      ...(id === undefined &&
        components.length > 0 && {
          components: components.map(({ sku: number, quantity }) => ({ sku: number, quantity })),
        }),
    })),
    ...(isStale && { media: cleaned }),
  };
}

/** Combinations of values that no variant has, in the order of the options. */
export function missingCombinations({ options, variants }: ChoicesDraft): Readonly<Record<string, string>>[] {
  const all = options.reduce<Readonly<Record<string, string>>[]>(
    (begun, { key, values }) =>
      begun.flatMap((combination) => values.map((value) => ({ ...combination, [key]: value.key }))),
    [{}],
  );
  return all.filter((combination) => !variants.some(({ chosen }) => isSame(chosen, combination)));
}

/** Values that no variant has yet, with the combinations that come with each. */
export function valuesToCome(draft: ChoicesDraft): readonly {
  readonly value: ValueDraft;
  readonly combinations: readonly VariantDraft['chosen'][];
}[] {
  const missing = missingCombinations(draft);
  return draft.options.flatMap(({ key, values }) =>
    values
      .filter((value) => !hasVariants(draft, key, value.key))
      .map((value) => ({
        value,
        combinations: missing.filter((chosen) => chosen[key] === value.key && isKnown(draft, chosen, key)),
      })),
  );
}

/** Whether some variant has all its other values: what nobody sells in any colour is not offered in another. */
function isKnown({ variants }: ChoicesDraft, chosen: VariantDraft['chosen'], but: string): boolean {
  const others = Object.entries(chosen).filter(([key]) => key !== but);
  return variants.some((each) => others.every(([key, value]) => each.chosen[key] === value));
}

export function isSame(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

/** One more option. Every variant there is gets its first value, and stays the variant it is. */
export function withOption(draft: ChoicesDraft, option: OptionDraft): ChoicesDraft {
  const [first] = option.values;
  return {
    options: [...draft.options, option],
    variants: draft.variants.map((each) => ({
      ...each,
      chosen: { ...each.chosen, [option.key]: first!.key },
    })),
  };
}

/** Whether all variants are the same in it: then nothing is lost without it. */
export function isNeedless({ variants }: ChoicesDraft, key: string): boolean {
  return new Set(variants.map(({ chosen }) => chosen[key])).size <= 1;
}

export function withoutOption({ options, variants }: ChoicesDraft, key: string): ChoicesDraft {
  return {
    options: options.filter((option) => option.key !== key),
    variants: variants.map((each) => {
      const { [key]: _, ...chosen } = each.chosen;
      return { ...each, chosen };
    }),
  };
}

/** The value with another colour; empty = with none. */
export function withSwatch({ swatch: _, ...value }: ValueDraft, swatch: string): ValueDraft {
  return swatch === '' ? value : { ...value, swatch };
}

export function hasVariants({ variants }: ChoicesDraft, optionKey: string, valueKey: string): boolean {
  return variants.some(({ chosen }) => chosen[optionKey] === valueKey);
}

/** `Dark Ochre` → `dark-ochre`, with a number behind it when that is taken. */
export function keyOf(words: string, taken: readonly string[]): string {
  const plain =
    words
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || 'value';
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? plain : `${plain}-${count}`;
    if (!taken.includes(key)) return key;
  }
}
