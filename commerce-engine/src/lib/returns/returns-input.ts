import { z } from 'zod';
import { REFUND_TENDERS } from '../orders/refund-plan.rules.ts';
import { RETURN_REASONS } from './returns.views.ts';

const pieces = z.int('expected whole pieces').min(0).max(1_000_000);
const lineId = z.uuid('expected the id of a line');
const reason = z.enum(RETURN_REASONS, `expected one of ${RETURN_REASONS.join(', ')}`);
const note = z.string().trim().min(1).max(1000, 'expected at most 1000 characters');
const place = z.string().min(1, 'expected a location').max(200);
const returnId = z.uuid('expected a UUID');

/** Each line once. */
function eachOnce<Line extends z.ZodType<{ readonly lineId: string }>>(line: Line) {
  return z
    .array(line)
    .min(1, 'expected at least one line')
    .max(500)
    .refine(
      (lines) => new Set(lines.map((each) => each.lineId)).size === lines.length,
      'expected each line once',
    );
}

export const requestSchema = z.strictObject({
  orderId: z.uuid('expected a UUID'),
  /** The order's key; what a shopper asks with. */
  key: z.string().max(100).optional(),
  lines: eachOnce(
    z
      .strictObject({
        lineId,
        quantity: pieces.min(1),
        reason,
        /** What is wanted instead of its money; absent = its money. As many pieces as come back, unless fewer. */
        instead: z
          .strictObject({ variantId: z.string().min(1).max(200), quantity: pieces.min(1).optional() })
          .optional(),
      })
      .refine(
        ({ quantity, instead }) => (instead?.quantity ?? 0) <= quantity,
        'expected no more pieces instead than come back',
      ),
  ),
  /** Where it is asked for. Default the order's channel. */
  channel: z.string().min(1).max(63).optional(),
  note: note.optional(),
});

/** What a shopper calls off. */
export const callOffSchema = z.strictObject({
  orderId: z.uuid('expected a UUID'),
  /** The order's key; without one its customer asks. */
  key: z.string().max(100).optional(),
  returnId,
});

export const stepSchema = z.strictObject({ returnId });
export const rejectReturnSchema = z.strictObject({ returnId, answer: note });

export const receiveSchema = z.strictObject({
  returnId,
  locationId: place,
  lines: eachOnce(
    z.strictObject({
      lineId,
      resellable: pieces.optional(),
      damaged: pieces.optional(),
      missing: pieces.optional(),
    }),
  ),
});

const terms = {
  /** Kept back, minor units of the order's currency. Default 0. */
  fee: z.int('expected whole minor units').min(0).optional(),
  /** What of the delivery's charge goes back. Default none. */
  delivery: z.enum(['none', 'all', 'proportional']).optional(),
  /** Where the money goes; absent = as the channel's policy says. */
  to: z.enum(REFUND_TENDERS).optional(),
};

export const refundSchema = z.strictObject({
  returnId,
  ...terms,
  /** False = what is wanted instead is let go, and its money goes back. Default true. */
  instead: z.boolean().optional(),
});

export const prepareExchangeSchema = z.strictObject({
  returnId,
  fee: terms.fee,
  delivery: terms.delivery,
  /** Of the cart that is filled: one for each exchange that is thought about. */
  cartId: z.uuid('expected a UUID'),
  /** What goes out instead; what else lies in the cart is taken out. */
  lines: z
    .array(z.strictObject({ variantId: z.string().min(1).max(200), quantity: pieces.min(1) }))
    .min(1, 'expected at least one article')
    .max(100)
    .refine(
      (lines) => new Set(lines.map(({ variantId }) => variantId)).size === lines.length,
      'expected each article once',
    ),
  /** How it is sent. Default as the order was, or by the first parcel there is. */
  by: z.strictObject({ methodId: z.string().min(1).max(200), storeId: place.optional() }).optional(),
});

export const exchangeSchema = z.strictObject({
  returnId,
  fee: terms.fee,
  delivery: terms.delivery,
  market: z.strictObject({
    channel: z.string().min(1).max(63),
    locale: z.string().min(2).max(35),
    currency: z.string().regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code such as "EUR"'),
    /** All groups of who buys, as `prepareExchange` tells them: up to 20 of 63 characters with commas between. */
    customerGroup: z.string().min(1).max(1300).default('anyone'),
  }),
  /** What is bought instead, filled in. */
  cartId: z.uuid('expected a UUID'),
  checkoutId: z.uuid('expected a UUID'),
  /** The checkout's `seen`. */
  seen: z.string().min(1).max(200),
  /** How what the return does not cover is paid. Absent = the return covers everything. */
  provider: z.string().min(1).max(60).optional(),
  method: z.string().min(1).max(60).optional(),
  token: z.string().min(1).max(500).optional(),
});

export const takeBackSchema = z.strictObject({
  orderNumber: z.string().trim().min(1, 'expected the number of an order').max(40),
  locationId: place,
  lines: eachOnce(
    z.strictObject({
      lineId,
      quantity: pieces.min(1),
      reason,
      condition: z.enum(['resellable', 'damaged']),
    }),
  ),
  channel: z.string().min(1).max(63).optional(),
  note: note.optional(),
  ...terms,
});

export const refundPolicySchema = z.strictObject({
  channel: z.string().min(1).max(63),
  /** By method of payment; `original` = the payment itself, or `store-credit`. A method that is not named goes back the way it came. */
  tenders: z.record(z.string().min(1).max(60), z.array(z.string().min(1).max(60)).max(20)),
  /**
   * Days after pieces left in which shoppers may announce a return of them; null = without end. Absent = as it was. Staff are not
   * bound by it.
   */
  returnDays: z
    .int('expected whole days')
    .min(1, 'expected at least 1 day')
    .max(3650, 'expected at most 3650 days')
    .nullable()
    .optional(),
});

export type CallOffInput = z.input<typeof callOffSchema>;
export type RequestInput = z.infer<typeof requestSchema>;
export type StepInput = z.infer<typeof stepSchema>;
export type RejectReturnInput = z.infer<typeof rejectReturnSchema>;
export type ReceiveInput = z.infer<typeof receiveSchema>;
export type RefundInput = z.infer<typeof refundSchema>;
export type PrepareExchangeInput = z.infer<typeof prepareExchangeSchema>;
export type ExchangeInput = z.infer<typeof exchangeSchema>;
export type TakeBackInput = z.infer<typeof takeBackSchema>;
export type RefundPolicyInput = z.infer<typeof refundPolicySchema>;
