import { z } from 'zod';
import { preorderSchema } from '../inventory/stock-input.ts';
import { isSaleBelowRegular, moneySchema, saleBelowRegular } from '../pricing/pricing.ts';
import { ALLOWED_DISCOUNTS } from './allowed-discounts.rules.ts';
import { COLOUR_EXPECTED, isCssColour } from './css-colour.rules.ts';
import { MOST_ORDERED, quantitiesOf } from './order-quantities.rules.ts';
import type {
  AttributeInput,
  CategoryInput,
  LocalText,
  MediaInput,
  OptionInput,
  ProductInput,
} from './product-import.ts';

const MAX_STOCK = 1_000_000;

export const handle = z
  .string()
  .max(200)
  .regex(/^[a-z0-9]+(?:-+[a-z0-9]+)*$/, 'expected a handle of a-z, 0-9 and -, such as "tea-mug"');
export const key = z
  .string()
  .max(100)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_.+/ -]*$/u, 'expected a key that begins with a letter or digit');
const slugText = z
  .string()
  .max(200)
  .regex(/^[\p{L}\p{N}]+(?:[-_]+[\p{L}\p{N}]+)*$/u, 'expected a slug of letters, digits and -')
  .refine((slug) => slug === slug.toLowerCase(), 'expected a slug in lower case');
const locale = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, 'expected a language tag such as "en" or "de-AT"');
const oneLine = text(500);
const long = text(100_000);
const moment = z.iso.datetime({ offset: true }).or(z.iso.date());

const media: z.ZodType<MediaInput> = z.strictObject({
  src: z
    .string()
    .max(2000)
    .refine(isSource, 'expected a path below the image address, or an http(s) address'),
  alt: oneLine.optional(),
  width: z.int().min(1).max(100_000).optional(),
  height: z.int().min(1).max(100_000).optional(),
  shows: z.record(key, key).optional(),
});

const option: z.ZodType<OptionInput> = z.strictObject({
  key,
  label: oneLine,
  values: z
    .array(
      z.strictObject({
        key,
        label: oneLine,
        swatch: z.string().max(100).refine(isCssColour, COLOUR_EXPECTED).optional(),
      }),
    )
    .min(1)
    .max(1000)
    .refine((values) => isSet(values.map((value) => value.key)), 'expected each value key once'),
});

const sku = z.string().trim().min(1, 'expected an article number').max(200);
const barcode = z.string().trim().min(1, 'expected a barcode').max(100);
const weight = z.int('expected whole grams').min(0).max(1_000_000_000);
const pieces = z.int('expected whole pieces').min(1, 'expected 1 or more').max(MOST_ORDERED);
const quantities = z
  .strictObject({ min: pieces.optional(), multiple: pieces.optional(), max: pieces.optional() })
  .refine((rule) => {
    const { least, most } = quantitiesOf(rule);
    return least <= most;
  }, 'expected a quantity that can be ordered between the fewest and the most pieces');
const chosen = z.record(key, key);
/** What a new variant is made of; it never changes afterwards. */
const components = z
  .array(z.strictObject({ sku, quantity: z.int('expected whole pieces').min(1).max(99) }))
  .min(1)
  .max(20, 'expected at most 20 components')
  .refine(
    (all) => all.length > 1 || all.every(({ quantity }) => quantity > 1),
    'expected several components, or several pieces of one',
  )
  .refine((all) => isSet(all.map((each) => each.sku)), 'expected each component once');

const variant = z.strictObject({
  sku: sku.optional(),
  barcode: barcode.optional(),
  weight: weight.optional(),
  options: chosen,
  prices: z
    .array(
      z
        .strictObject({ price: moneySchema, regular: moneySchema.optional() })
        .refine(isSaleBelowRegular, saleBelowRegular),
    )
    .refine((prices) => isSet(prices.map(({ price }) => price.currency)), 'expected one price per currency')
    .optional(),
  stock: z.record(z.string().max(100), z.int('expected whole pieces').min(0).max(MAX_STOCK)).optional(),
  backorder: z.boolean().optional(),
  preorder: preorderSchema.nullable().optional(),
  components: components.optional(),
  quantities: quantities.nullable().optional(),
});

const seo = z.strictObject({ title: oneLine.optional(), description: text(2000).optional() });

/** What a product says of itself and where it is offered: what people change by hand. */
export const productParts = z.strictObject({
  name: oneLine,
  slug: z.record(locale, slugText),
  description: long,
  brand: z.string().trim().max(200),
  published: z.boolean(),
  discounts: z.enum(ALLOWED_DISCOUNTS),
  categories: z.array(handle).max(200).refine(isSet, 'expected each category once'),
  tags: z.array(z.string().trim().min(1).max(200)).max(250).refine(isSet, 'expected each tag once'),
  seo,
});

const mediaList = z.array(media).max(500);
const optionList = z
  .array(option)
  .max(20)
  .refine((all) => isSet(all.map((each) => each.key)), 'expected each option key once');

/** A variant of a product that is made by hand. Prices and stock come afterwards. */
export const newVariant = z.strictObject({
  options: chosen.default({}),
  sku: sku.optional(),
  barcode: barcode.optional(),
  weight: weight.optional(),
  components: components.optional(),
  quantities: quantities.optional(),
});

/** What a product has of attributes, whole. */
export const attributeValues = z.record(key, oneLine.refine(isNotEmpty, 'expected a value'));

/** What there is of a product to choose from, and what shows it: each part whole. */
export const choiceParts = z.strictObject({
  media: mediaList,
  options: optionList,
  /** All that are on sale afterwards; those that are not named are ended. */
  variants: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(200).optional(),
        options: chosen,
        sku: sku.optional(),
        barcode: barcode.nullable().optional(),
        weight: weight.nullable().optional(),
        components: components.optional(),
        quantities: quantities.nullable().optional(),
      }),
    )
    .min(1, 'expected at least one variant; a product of which none is sold is hidden from shoppers instead')
    .max(5000),
});

export const productSchema: z.ZodType<ProductInput> = z.strictObject({
  ...productParts.partial().shape,
  handle,
  name: oneLine.refine(isNotEmpty, 'expected a name in at least one locale'),
  assortments: z
    .array(
      z
        .strictObject({ channel: z.string(), from: moment.optional(), to: moment.optional() })
        .refine(
          ({ from, to }) => !from || !to || Date.parse(from) < Date.parse(to),
          'expected `to` after `from`',
        ),
    )
    .refine((all) => isSet(all.map(({ channel }) => channel)), 'expected each channel once')
    .optional(),
  attributes: attributeValues.optional(),
  media: mediaList.optional(),
  options: optionList.optional(),
  variants: z.array(variant).min(1, 'expected at least one variant').max(5000),
  related: z.array(handle).max(200).refine(isSet, 'expected each related product once').optional(),
  publishedAt: moment.optional(),
});

/** What a category says and shows: what people change by hand. */
export const categoryParts = z.strictObject({
  name: oneLine,
  slug: z.record(locale, slugText).optional(),
  description: long.optional(),
  seo: seo.optional(),
  image: media.nullable().optional(),
});

export const categorySchema: z.ZodType<CategoryInput> = z.strictObject({
  ...categoryParts.shape,
  handle,
  hierarchy: handle.optional(),
  parent: handle.nullable().optional(),
  name: oneLine.refine(isNotEmpty, 'expected a name in at least one locale'),
  position: z.int().min(0).max(1_000_000).optional(),
});

/** What an attribute is called, holds and is used for. */
export const attributeParts = z.strictObject({
  label: oneLine,
  type: z.enum(['text', 'number', 'date']).optional(),
  unit: z.string().trim().min(1).max(20).nullable().optional(),
  facet: z.boolean().optional(),
});

export const attributeSchema: z.ZodType<AttributeInput> = z.strictObject({
  ...attributeParts.shape,
  key,
  label: oneLine.refine(isNotEmpty, 'expected a label in at least one locale'),
});

function text(max: number): z.ZodType<LocalText> {
  return z.record(locale, z.string().max(max));
}

export function isNotEmpty(value: LocalText): boolean {
  return Object.values(value).some((each) => each.trim() !== '');
}

function isSet(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

function isSource(src: string): boolean {
  if (/^https?:\/\/[^\s]+$/i.test(src)) return URL.canParse(src);
  return /^[\p{L}\p{N}_][\p{L}\p{N}_.@ /-]*$/u.test(src) && !src.split('/').includes('..');
}
