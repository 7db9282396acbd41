import { z } from 'zod';
import { HAND_REASONS } from '../cart/by-hand.rules.ts';
import { textLine } from '../contact-input.ts';

const cartId = z.uuid('expected a UUID');
const lineId = z.string().min(1).max(200);
const amount = z.int('expected whole minor units').min(0).max(1_000_000_000_000);
const discount = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('percent'),
      basisPoints: z
        .int('expected hundredths of a percent as a whole number')
        .min(1, 'expected more than 0 %')
        .max(10_000, 'expected at most 100 %'),
    }),
    z.strictObject({ kind: z.literal('amount'), amount: amount.min(1, 'expected more than 0') }),
  ])
  .nullable();
const why = {
  reason: z.enum(HAND_REASONS).optional(),
  text: textLine('the reason', 200).optional(),
};

/** What is taken away needs no reason. */
function hasReason({ reason, text }: { readonly reason?: string; readonly text?: string }): boolean {
  return reason !== undefined && (reason !== 'other' || text !== undefined);
}
const NO_REASON = { error: 'expected why; for another reason, in words', path: ['reason'] };

export const openStaffCartSchema = z.strictObject({
  cartId,
  channel: z.string().min(1).max(63),
  locale: z.string().min(2).max(35),
  currency: z.string().regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code such as "EUR"'),
  /** Whom it is for, where they are a customer. */
  customerId: z.uuid('expected the id of a customer').optional(),
});

export const staffLineSchema = z.strictObject({
  cartId,
  variantId: z.string().min(1).max(200),
  quantity: z.number(),
});

export const staffQuantitySchema = z.strictObject({ cartId, lineId, quantity: z.number() });

export const staffCouponSchema = z.strictObject({
  cartId,
  code: z.string().trim().min(1, 'expected a code').max(60),
});

/** `null` takes it away, absent stays. */
export const lineByHandSchema = z
  .strictObject({
    cartId,
    lineId,
    price: amount.nullable().optional(),
    discount: discount.optional(),
    ...why,
  })
  .refine(
    (given) => (given.price ?? given.discount ?? undefined) === undefined || hasReason(given),
    NO_REASON,
  );

export const wholeByHandSchema = z
  .strictObject({ cartId, discount, ...why })
  .refine((given) => given.discount === null || hasReason(given), NO_REASON);

export const listStaffCartsSchema = z.strictObject({
  /** Only those for this customer. */
  customerId: z.uuid('expected the id of a customer').optional(),
  /** `next` of the page before. */
  cursor: z.string().max(200).optional(),
});
export type ListStaffCartsInput = z.infer<typeof listStaffCartsSchema>;

export const sendCartLinkSchema = z.strictObject({ cartId });

export const placeStaffCartSchema = z.strictObject({
  cartId,
  checkoutId: z.uuid('expected a UUID'),
  /** The checkout's `seen`. */
  seen: textLine('the name of the price that was seen'),
  /** How what gift cards leave is paid; absent = they pay everything. */
  method: textLine('a payment method', 60).optional(),
});

export type OpenStaffCartInput = z.infer<typeof openStaffCartSchema>;
export type StaffLineInput = z.infer<typeof staffLineSchema>;
export type StaffQuantityInput = z.infer<typeof staffQuantitySchema>;
export type StaffCouponInput = z.infer<typeof staffCouponSchema>;
export type LineByHandInput = z.infer<typeof lineByHandSchema>;
export type WholeByHandInput = z.infer<typeof wholeByHandSchema>;
export type PlaceStaffCartInput = z.infer<typeof placeStaffCartSchema>;
