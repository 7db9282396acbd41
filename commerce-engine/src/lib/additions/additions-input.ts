import { z } from 'zod';
import { RECEIVED_BY } from './additions.views.ts';

const orderId = z.uuid('expected a UUID');
const additionId = z.uuid('expected a UUID');

const addedPiecesSchema = z
  .array(
    z.strictObject({
      variantId: z.string().min(1).max(200),
      quantity: z.int('expected whole pieces').min(1).max(10_000),
    }),
  )
  .min(1, 'expected at least one article')
  .max(100)
  .refine(
    (lines) => new Set(lines.map(({ variantId }) => variantId)).size === lines.length,
    'expected each article once',
  );

export const quoteAdditionSchema = z.strictObject({
  orderId,
  lines: addedPiecesSchema,
  /** With which they go. Absent = the first that takes them, those before the others of which something is still to go. */
  deliveryId: z.uuid('expected the id of a delivery').optional(),
});

export const addGoodsSchema = quoteAdditionSchema.extend({
  seen: z.string().min(1).max(200),
  /** The money is here already, and came so. Absent = their shopper is asked for it. */
  receivedBy: z.enum(RECEIVED_BY).optional(),
});

export const receiveAdditionSchema = z.strictObject({ additionId, receivedBy: z.enum(RECEIVED_BY) });
export const withdrawAdditionSchema = z.strictObject({ additionId });

export const payAdditionSchema = z.strictObject({
  orderId,
  /** The order's key; without one its customer pays. */
  key: z.string().max(100).optional(),
  additionId,
  provider: z.string().min(1).max(60),
  method: z.string().min(1).max(60),
  token: z.string().min(1).max(500).optional(),
  returnUrl: z.url().max(2000).optional(),
});

export type QuoteAdditionInput = z.infer<typeof quoteAdditionSchema>;
export type AddGoodsInput = z.infer<typeof addGoodsSchema>;
export type ReceiveAdditionInput = z.infer<typeof receiveAdditionSchema>;
export type WithdrawAdditionInput = z.infer<typeof withdrawAdditionSchema>;
export type PayAdditionInput = z.infer<typeof payAdditionSchema>;
