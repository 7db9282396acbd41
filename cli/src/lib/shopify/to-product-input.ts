import type { MediaInput, OptionInput, ProductInput, VariantInput } from '@vitrine/commerce-engine/client';
import { minorUnitDigits } from '@vitrine/commerce-engine/rules';
import type { ExportedProduct, ExportedVariant } from './parse-export.ts';

export interface Conversion {
  /** First locale of the channel: the export has one language. */
  readonly locale: string;
  /** The export names no currency. */
  readonly currency: string;
  /** Location the export's stock counts are for. */
  readonly location: string;
  /** Category for everything; otherwise the product's type, else its first tag. */
  readonly category?: string;
  /** Pictures that are at hand, by their address in the export. */
  readonly pictures: ReadonlyMap<string, MediaInput>;
}

/** A product ready for the engine, or why its rows cannot become one. */
export type Converted =
  | {
      readonly kind: 'product';
      readonly product: ProductInput;
      readonly category?: { handle: string; name: string };
      /** The pictures at hand when others of this product are not: it has no `media` then, those it has may be more. */
      readonly somePictures?: readonly MediaInput[];
    }
  | { readonly kind: 'refused'; readonly handle: string; readonly problems: readonly string[] };

/** Turns one exported product into the engine's input. Every wrong cell is a problem that names its line and column. */
export function toProductInput(exported: ExportedProduct, conversion: Conversion): Converted {
  const problems: string[] = [];
  const { locale } = conversion;
  const local = (text: string) => ({ [locale]: text });
  const field = (name: string) => (exported.fields[name] ?? '').trim();
  const handle = slugOf(exported.handle);
  if (!handle)
    problems.push(`line ${exported.line}: the handle "${exported.handle}" has no letters or digits`);
  if (!field('Title')) problems.push(`line ${exported.line}: the product has no Title`);
  const plain = exported.optionNames.length === 1 && exported.optionNames[0]?.toLowerCase() === 'title';
  const options = plain ? [] : optionsOf(exported, local);
  const variants = exported.variants.map((variant) => variantOf(variant, options, conversion, problems));
  const tags = field('Tags')
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);
  if (problems.length > 0) return { kind: 'refused', handle: exported.handle, problems };
  const categoryName = field('Type') || tags[0] || '';
  const category = conversion.category
    ? undefined
    : categoryName
      ? { handle: slugOf(categoryName), name: capitalised(categoryName) }
      : undefined;
  const categoryHandle = conversion.category ?? category?.handle;
  const seoTitle = field('SEO Title');
  const seoDescription = field('SEO Description');
  const pictures = exported.images.flatMap((image) => {
    const picture = conversion.pictures.get(image.src);
    return picture ? [{ ...picture, alt: local(image.alt || field('Title')) }] : [];
  });
  const complete = pictures.length > 0 && pictures.length === exported.images.length;
  return {
    kind: 'product',
    category,
    somePictures: complete || pictures.length === 0 ? undefined : pictures,
    product: {
      handle,
      name: local(field('Title')),
      description: local(field('Body (HTML)')),
      brand: field('Vendor') || undefined,
      published: field('Published').toLowerCase() !== 'false',
      categories: categoryHandle ? [categoryHandle] : [],
      tags,
      seo: {
        title: seoTitle ? local(seoTitle) : undefined,
        description: seoDescription ? local(seoDescription) : undefined,
      },
      media: complete ? pictures : undefined,
      options,
      variants,
    },
  };
}

function optionsOf(
  exported: ExportedProduct,
  local: (text: string) => Record<string, string>,
): OptionInput[] {
  return exported.optionNames.map((name, index) => {
    const labels = [
      ...new Set(exported.variants.map((variant) => variant.options[index] ?? '').filter(Boolean)),
    ];
    return {
      key: slugOf(name),
      label: local(name),
      values: labels.map((label) => ({ key: slugOf(label), label: local(label) })),
    };
  });
}

function variantOf(
  variant: ExportedVariant,
  options: readonly OptionInput[],
  conversion: Conversion,
  problems: string[],
): VariantInput {
  const field = (name: string) => (variant.fields[name] ?? '').trim();
  const amount = (name: string) => {
    const parsed = minorUnits(field(name), minorUnitDigits(conversion.currency));
    if (parsed === undefined)
      problems.push(`line ${variant.line}: ${name} is "${field(name)}", expected an amount like 19.90`);
    return parsed ?? 0;
  };
  const chosen: Record<string, string> = {};
  options.forEach((option, index) => {
    const label = variant.options[index] ?? '';
    if (!label)
      problems.push(`line ${variant.line}: no value for the option "${option.label[conversion.locale]}"`);
    chosen[option.key] = slugOf(label);
  });
  const price = amount('Variant Price');
  const compareAt = field('Variant Compare At Price') ? amount('Variant Compare At Price') : undefined;
  const quantity = field('Variant Inventory Qty') === '' ? 0 : Number(field('Variant Inventory Qty'));
  if (!Number.isInteger(quantity)) {
    problems.push(
      `line ${variant.line}: Variant Inventory Qty is "${field('Variant Inventory Qty')}", expected a whole number`,
    );
  }
  const money = (value: number) => ({ amount: value, currency: conversion.currency });
  // Shopify sells without limit what it does not track, and beyond zero where the policy says "continue".
  const unlimited = !field('Variant Inventory Tracker') || field('Variant Inventory Policy') === 'continue';
  return {
    sku: field('Variant SKU') || undefined,
    barcode: field('Variant Barcode') || undefined,
    weight: Math.round(Number(field('Variant Grams')) || 0) || undefined,
    options: chosen,
    prices: [
      {
        price: money(price),
        regular: compareAt !== undefined && compareAt > price ? money(compareAt) : undefined,
      },
    ],
    stock: { [conversion.location]: Math.max(0, Number.isInteger(quantity) ? quantity : 0) },
    backorder: unlimited,
  };
}

// "1234.5" → 123450 for two digits; undefined when it is no such amount or finer than the currency.
function minorUnits(text: string, digits: number): number | undefined {
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  if (fraction.length > digits) return undefined;
  return Number(match[1]) * 10 ** digits + Number(fraction.padEnd(digits, '0') || 0);
}

/** `a-z 0-9 -` from any text: "Größe XL" → "groesse-xl". */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
