import type { ImportReferences, Owners } from './import-references.ts';
import type { LocalText, ProductInput } from './product-import.ts';
import type { ProductRecord } from './product-record.ts';
import { combinationOf } from './variant-combination.rules.ts';

/** Names that must be there and are not. */
export function missingNames(name: LocalText, { channels }: ImportReferences): string[] {
  const firsts = [...new Set(channels.map((channel) => channel.locales[0]!))];
  return firsts
    .filter((locale) => !name[locale])
    .map((locale) => `Expected a name in "${locale}", the first locale of a channel; got ${keysOf(name)}.`);
}

/** Categories, channels, locations and attribute values that do not fit what there is. */
export function referenceProblems(input: ProductInput, references: ImportReferences): string[] {
  const { channels, locations, attributeTypes } = references;
  const unknown = (what: string, names: readonly string[], known: readonly string[]) =>
    [...new Set(names)]
      .filter((name) => !known.includes(name))
      .map((name) =>
        `Unknown ${what} "${name}". ${known.length > 20 ? '' : `Known: ${known.join(', ') || 'none'}.`}`.trim(),
      );
  const places = input.variants.flatMap((variant) => Object.keys(variant.stock ?? {}));
  return [
    ...unknown(
      'category',
      input.categories ?? [],
      references.categories.map((category) => category.handle),
    ),
    ...unknown(
      'channel',
      (input.assortments ?? []).map((each) => each.channel),
      channels.map((channel) => channel.id),
    ),
    ...unknown(
      'location',
      places,
      locations.map((location) => location.id),
    ),
    ...Object.entries(input.attributes ?? {}).flatMap(([key, value]) => {
      const type = attributeTypes.get(key) ?? 'text';
      return Object.values(value)
        .filter((each) => !isOfType[type](each))
        .map((each) => `Attribute "${key}" expects a ${type}, got "${each}".`);
    }),
  ];
}

const isOfType = {
  text: () => true,
  number: (value: string) => /^-?\d+(\.\d+)?$/.test(value),
  date: (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)),
};

/** Variants and pictures whose options do not fit the product's. */
export function optionProblems(input: ProductInput, options: ProductRecord['options']): string[] {
  const keys = options.map((option) => option.key);
  const valuesOf = (key: string) =>
    options.find((option) => option.key === key)?.values.map((each) => each.key);
  const wrongPairs = (pairs: Readonly<Record<string, string>>, where: string) =>
    Object.entries(pairs)
      .filter(([key, value]) => !valuesOf(key)?.includes(value))
      .map(([key, value]) => `${where} names ${key} "${value}", which is not among the options.`);
  const combinations = input.variants.map((variant) => combinationOf(variant.options));
  const twice = combinations.filter((each, index) => combinations.indexOf(each) !== index);
  return [
    ...input.variants.flatMap(({ options: chosen }, index) => [
      ...keys
        .filter((key) => chosen[key] === undefined)
        .map((key) => `Variant ${index + 1} has no value for option "${key}".`),
      ...wrongPairs(chosen, `Variant ${index + 1}`),
    ]),
    ...twice.map((each) => `Two variants have the same options (${each || 'none'}).`),
    ...(input.media ?? []).flatMap((media) => wrongPairs(media.shows ?? {}, `Picture "${media.src}"`)),
  ];
}

/** Variants that are said to be one of the product's and are not, or that take the options of another. */
export function identityProblems({ variants }: ProductInput, stored: ProductRecord | undefined): string[] {
  const known = [...(stored?.variants ?? []), ...(stored?.retired ?? [])];
  return variants.flatMap(({ id, options }) => {
    if (id === undefined) return [];
    if (known.every((each) => each.id !== id)) return [`There is no variant "${id}" of this product.`];
    const combination = combinationOf(options);
    const other = known.find((each) => each.combination === combination && each.id !== id);
    return other
      ? [
          `The variant "${other.sku}" has the options ${combination} already, or had them before it was ended: bring that one back instead.`,
        ]
      : [];
  });
}

/** SKUs that are not the variant's own. */
export function skuProblems(handle: string, skus: readonly string[], owners: Owners): string[] {
  const twice = skus.filter((sku, index) => skus.indexOf(sku) !== index);
  return [
    ...twice.map((sku) => `Two variants have the SKU "${sku}".`),
    ...skus
      .filter((sku) => ![undefined, handle].includes(owners.skus.get(sku)))
      .map((sku) => `The SKU "${sku}" belongs to product "${owners.skus.get(sku)}".`),
  ];
}

/** Barcodes that another variant on sale has. What is so already is left alone: it does not keep everything else from coming in. */
export function barcodeProblems(
  handle: string,
  barcodes: readonly string[],
  { stored, owners }: { readonly stored: ProductRecord | undefined; readonly owners: Owners },
): string[] {
  const countIn = (all: readonly (string | null)[], one: string) => all.filter((each) => each === one).length;
  const before = stored?.variants.map(({ barcode }) => barcode) ?? [];
  return [...new Set(barcodes)].flatMap((barcode) => {
    const count = countIn(barcodes, barcode);
    if (count > 1 && count > countIn(before, barcode)) return [`Two variants have the barcode "${barcode}".`];
    const owner = before.includes(barcode)
      ? undefined
      : owners.barcodes.get(barcode)?.find((each) => each.handle !== handle);
    return owner ? [`The barcode "${barcode}" belongs to ${owner.sku} of product "${owner.handle}".`] : [];
  });
}

function keysOf(text: Readonly<Record<string, string>>): string {
  return Object.keys(text).join(', ') || 'none';
}
