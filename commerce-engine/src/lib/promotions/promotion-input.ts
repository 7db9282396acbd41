import { z } from 'zod';
import type { LocalText } from '../catalog/product-import.ts';
import type { PriceCut, Promotion, PromotionEffect, PromotionSettings } from './promotion.rules.ts';
import { weeklyHours } from './weekly-hours.rules.ts';

/** A promotion as staff write it. `id` is its identity. */
export interface PromotionInput extends Promotion {
  readonly name: LocalText;
}

export interface CouponInput {
  readonly id: string;
  /** The one promotion its codes unlock; it must want a coupon. */
  readonly promotionId: string;
  /** Uses of all its codes together. Absent = no limit. */
  readonly limit?: number;
  /** Uses of one code that has no limit of its own. */
  readonly limitPerCode?: number;
  /** Uses by one customer, whatever code they bring. */
  readonly limitPerCustomer?: number;
}

export interface CouponCodeInput {
  /** Capitals and spaces around do not count. */
  readonly code: string;
  /** ISO times; `from` included, `to` not. */
  readonly from?: string;
  readonly to?: string;
  /** The only customer it is for. */
  readonly customer?: string;
  readonly limit?: number;
}

const id = z.string().min(1).max(200);
const ids = z.array(id).max(1_000);
const moment = z.iso.datetime({ offset: true });
const amount = z.int('expected whole minor units').min(0).max(1_000_000_000_000);
const basisPoints = z.int('expected hundredths of a percent as a whole number').min(0).max(10_000);
const pieces = z.int().min(1).max(10_000);
const uses = z.int().min(1).max(1_000_000_000);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as "17:30"');

const cut: z.ZodType<PriceCut> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), basisPoints }),
  z.strictObject({ kind: z.literal('amount'), amount }),
  z.strictObject({ kind: z.literal('price'), amount }),
]);
const target = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everything') }),
  z.strictObject({ kind: z.enum(['category', 'product', 'variant']), id }),
]);
const lines = z.strictObject({
  include: z.array(target).max(5_000),
  exclude: z.array(target).max(5_000).optional(),
  unit: z.string().min(1).max(20).optional(),
});
const group = z.strictObject({ lines, quantity: pieces });
const percentTiers = z.array(z.strictObject({ from: amount, basisPoints })).max(20);

const effect: z.ZodType<PromotionEffect> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('simple'), lines, cut }),
  z.strictObject({
    kind: z.literal('quantity'),
    lines,
    levels: z.array(z.strictObject({ from: pieces, cut })).max(20),
  }),
  z.strictObject({
    kind: z.literal('mix-and-match'),
    groups: z
      .array(group.extend({ cut: cut.optional() }))
      .min(1)
      .max(10),
    deal: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('price'), amount }),
      z.strictObject({ kind: z.literal('amount'), amount }),
      z.strictObject({ kind: z.literal('percent'), basisPoints }),
      z.strictObject({ kind: z.literal('cheapest'), pieces, cut }),
      z.strictObject({ kind: z.literal('per-group') }),
    ]),
    limit: pieces.optional(),
  }),
  z.strictObject({
    kind: z.literal('buy-x-get-y'),
    buy: group,
    get: group.extend({ cut }),
    limit: pieces.optional(),
  }),
  z.strictObject({
    kind: z.literal('threshold'),
    lines,
    tiers: z
      .array(
        z.strictObject({
          from: amount,
          cut: z.discriminatedUnion('kind', [
            z.strictObject({ kind: z.literal('percent'), basisPoints }),
            z.strictObject({ kind: z.literal('amount'), amount }),
          ]),
        }),
      )
      .max(20),
  }),
  z.strictObject({ kind: z.literal('shipping'), lines, methods: ids, tiers: percentTiers }),
  z.strictObject({ kind: z.literal('tender'), lines, tenders: ids, tiers: percentTiers }),
  z.strictObject({
    kind: z.literal('gift'),
    lines,
    fromAmount: amount.optional(),
    fromPieces: pieces.optional(),
    gift: z.strictObject({ variantId: id, quantity: pieces }),
  }),
]);

const hours = z
  .strictObject({
    zone: z.string().min(1).max(60),
    windows: z
      .array(z.strictObject({ days: z.array(z.int().min(1).max(7)).max(7), from: time, to: time }))
      .max(20),
  })
  .refine(hasKnownZone, {
    path: ['zone'],
    error: 'expected a time zone such as "Europe/Berlin" or "+02:00"',
  });

export const promotionSchema: z.ZodType<PromotionInput> = z.strictObject({
  id,
  name: z.record(z.string().min(1).max(35), z.string().trim().min(1).max(200)),
  priority: z.int().min(-1_000_000).max(1_000_000),
  mode: z.enum(['exclusive', 'best-price', 'compound', 'always']),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code such as "EUR"')
    .optional(),
  channels: ids.optional(),
  priceGroups: z.strictObject({ match: z.enum(['any', 'all']), ids }).optional(),
  from: moment.optional(),
  to: moment.optional(),
  hours: hours.optional(),
  coupon: z.boolean(),
  effect,
});

export const promotionSettingsSchema: z.ZodType<PromotionSettings> = z.strictObject({
  control: z.enum(['within-priority', 'across-priorities']),
  compoundOn: z.enum(['running', 'original']),
  splitIndivisible: z.boolean(),
  leastExpensive: z.enum(['spread', 'cheapest-only']),
  manual: z.enum(['replaces', 'compounds']),
  handLimit: z.int('expected whole basis points').min(0).max(10_000),
  searchBudget: z.int().min(0).max(10_000_000),
});

export const couponSchema: z.ZodType<CouponInput> = z.strictObject({
  id,
  promotionId: id,
  limit: uses.optional(),
  limitPerCode: uses.optional(),
  limitPerCustomer: uses.optional(),
});

export const couponCodesSchema: z.ZodType<CouponCodeInput[]> = z
  .array(
    z
      .strictObject({
        code: z.string().trim().min(3, 'expected at least 3 characters').max(60),
        from: moment.optional(),
        to: moment.optional(),
        customer: z.string().trim().min(1).max(254).optional(),
        limit: uses.optional(),
      })
      .refine(({ from, to }) => !from || !to || Date.parse(from) < Date.parse(to), {
        path: ['to'],
        error: 'expected `to` after `from`',
      }),
  )
  .min(1)
  .max(10_000);

function hasKnownZone(input: { readonly zone: string }): boolean {
  try {
    weeklyHours({ zone: input.zone, windows: [] });
    return true;
  } catch {
    return false;
  }
}
