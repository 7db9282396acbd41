import { z } from 'zod';
import { addressSchema, contactSchema, giftMessageSchema, orderNoteSchema } from '../contact-input.ts';
import { REFUND_TENDERS } from './refund-plan.rules.ts';

const someOfLine = z.strictObject({
  lineId: z.uuid('expected the id of a line'),
  quantity: z.int('expected whole pieces').min(1).max(1_000_000),
});

function someLines<Line extends z.ZodType>(line: Line) {
  return z.array(line).min(1, 'expected at least one line').max(500);
}

export const piecesSchema = someLines(someOfLine);

export const cancelSchema = z.strictObject({
  orderId: z.uuid('expected a UUID'),
  /** Absent = everything that is not on its way yet. */
  lines: someLines(
    someOfLine.extend({
      /** They cannot be sold any more: they are written off where they lie. Default they are free again. */
      broken: z.boolean().optional(),
    }),
  ).optional(),
  reason: z.string().trim().min(1, 'expected a reason').max(200),
  /** What of the delivery's charge goes back. Default none; of a delivery of which nothing is left, all of it. */
  delivery: z.enum(['none', 'all', 'proportional']).optional(),
  /** Where the money goes; absent = the way it came. */
  to: z.enum(REFUND_TENDERS).optional(),
});

export const allowanceSchema = z.strictObject({
  orderId: z.uuid('expected a UUID'),
  /** Minor units of the order's currency. */
  amount: z.int('expected whole minor units').min(1, 'expected more than nothing').max(1e12),
  /** What it is for; absent = the order as a whole. */
  of: z
    .union([
      z.strictObject({ lineId: z.uuid('expected the id of a line') }),
      z.strictObject({ deliveryId: z.uuid('expected the id of a delivery') }),
    ])
    .optional(),
  /** Staff and the shopper read it. */
  reason: z.string().trim().min(1, 'expected a reason').max(200),
  /** Where the money goes; absent = the way it came. */
  to: z.enum(REFUND_TENDERS).optional(),
});

export const confirmAgainSchema = z.strictObject({ orderId: z.uuid('expected a UUID') });

/** What is given replaces what was there; `null` takes it away; absent stays. */
export const correctionSchema = z.strictObject({
  orderId: z.uuid('expected a UUID'),
  contact: contactSchema.extend({ phone: contactSchema.shape.phone.nullable() }).optional(),
  billing: addressSchema.nullable().optional(),
  note: orderNoteSchema.nullable().optional(),
  /** Until the first goods leave. */
  giftMessage: giftMessageSchema.nullable().optional(),
  addresses: z
    .array(z.strictObject({ deliveryId: z.uuid('expected the id of a delivery'), address: addressSchema }))
    .max(50)
    .optional(),
});

export type CorrectionInput = z.infer<typeof correctionSchema>;
export type AllowanceInput = z.infer<typeof allowanceSchema>;
export type CancelInput = z.infer<typeof cancelSchema>;
