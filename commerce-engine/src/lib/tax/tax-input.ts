import { z } from 'zod';
import { countrySchema } from '../country-input.ts';
import { withRegionCode, withRegionCodes } from '../region.rules.ts';
import type { TaxClass, TaxTableRate } from './choose-rates.rules.ts';
import type { Place, PostalRule } from './place.rules.ts';
import type { ShippingTax } from './shipping-tax.rules.ts';
import type { TaxSettings } from './tax-settings.ts';
import type { TaxZone } from './tax-zone.rules.ts';

/** Classes, zones and rates as a seed or an operator describes them. Each `id` is its identity; those not named stay. */
export interface TaxTablesInput {
  readonly classes?: readonly TaxClass[];
  readonly zones?: readonly TaxZone[];
  readonly rates?: readonly TaxTableRate[];
}

export interface ProductClassInput {
  readonly productId: string;
  /** `standard` is what products without a class have. */
  readonly class: string;
}

export interface ChannelTaxInput extends Omit<TaxSettings, 'vatNumbers'> {
  readonly channel: string;
  /** Default `verified`. */
  readonly vatNumbers?: TaxSettings['vatNumbers'];
}

const id = z.string().min(1).max(200);
const text = z.string().trim().min(1).max(200);
const moment = z.iso.datetime({ offset: true });
/** Percent as text. */
export const percentSchema = z
  .string()
  .regex(/^\d{1,4}(\.\d{1,8})?$/, 'expected a percentage such as "19" or "8.875"');
const texts = z.array(text).min(1).max(10_000);

export const postalRuleSchema: z.ZodType<PostalRule> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('prefix'), prefix: text }),
  z.strictObject({ kind: z.literal('range'), from: text, to: text }),
]);

export const placeSchema: z.ZodType<Place> = z
  .strictObject({
    country: countrySchema,
    region: z.string().max(100).optional(),
    postalCode: z.string().max(20).optional(),
    city: z.string().max(200).optional(),
  })
  .overwrite(withRegionCode);

const classSchema: z.ZodType<TaxClass> = z.strictObject({ id, name: text, otherwise: id.optional() });

const zoneSchema: z.ZodType<TaxZone> = z
  .strictObject({
    id,
    name: text,
    country: countrySchema,
    regions: texts.optional(),
    postalCodes: z.array(postalRuleSchema).min(1).max(10_000).optional(),
    cities: texts.optional(),
    insteadOf: z.array(id).min(1).max(100).optional(),
  })
  .overwrite(withRegionCodes);

const rateSchema: z.ZodType<TaxTableRate> = z
  .strictObject({
    id,
    zone: id,
    class: id,
    name: text,
    rate: percentSchema,
    jurisdiction: text,
    compound: z.boolean(),
    order: z.int().min(0).max(1_000),
    includedInPrice: z.boolean().optional(),
    from: moment.optional(),
    to: moment.optional(),
  })
  .refine(
    ({ from, to }) => from === undefined || to === undefined || Date.parse(from) < Date.parse(to),
    'expected an end after the beginning',
  );

export const taxTablesSchema: z.ZodType<TaxTablesInput> = z.strictObject({
  classes: listOf(classSchema, 1_000).optional(),
  zones: listOf(zoneSchema, 50_000).optional(),
  rates: listOf(rateSchema, 100_000).optional(),
});

export const productClassesSchema: z.ZodType<ProductClassInput[]> = z
  .array(z.strictObject({ productId: id, class: id }))
  .min(1)
  .max(10_000)
  .refine((inputs) => isSet(inputs.map(({ productId }) => productId)), 'expected each product once');

const shippingSchema: z.ZodType<ShippingTax> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('class'), class: id }),
  z.strictObject({ kind: z.literal('as-goods'), by: z.enum(['highest', 'proportional']) }),
]);

export const channelTaxSchema: z.ZodType<ChannelTaxInput> = z.strictObject({
  channel: id,
  rounding: z.strictObject({
    mode: z.enum(['half-up', 'half-even', 'up', 'down']),
    level: z.enum(['unit', 'line', 'order']),
  }),
  basedOn: z.enum(['destination', 'origin', 'store']),
  shipping: shippingSchema,
  vatNumbers: z.enum(['verified', 'as-typed']).optional(),
});

function listOf<Item extends { readonly id: string }>(schema: z.ZodType<Item>, max: number) {
  return z
    .array(schema)
    .max(max)
    .refine((items) => isSet(items.map((item) => item.id)), 'expected each id once');
}

function isSet(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
