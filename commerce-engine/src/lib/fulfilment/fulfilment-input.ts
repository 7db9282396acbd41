import { z } from 'zod';
import { piecesSchema } from '../orders/order-input.ts';

const place = z.string().min(1, 'expected a location').max(200);
const text = (what: string, max = 200) => z.string().trim().min(1, `expected ${what}`).max(max);

/** True = also what is not paid yet, on account. */
const beforePaid = z.boolean().optional();

export const shipSchema = z.strictObject({
  orderId: z.uuid('expected a UUID'),
  lines: piecesSchema,
  locationId: place,
  beforePaid,
  carrier: text('a carrier', 100).optional(),
  tracking: text('a tracking number').optional(),
});

export const readySchema = shipSchema.pick({ orderId: true, lines: true, locationId: true });

export const handOverSchema = z.strictObject({
  orderId: z.uuid('expected a UUID'),
  shipmentId: z.uuid('expected a UUID'),
  /** What the shopper shows. Absent = they are known otherwise. */
  code: text('a code', 40).optional(),
  beforePaid,
});

export const rejectSchema = readySchema.extend({ reason: text('a reason') });

export const sendersSchema = z
  .array(z.strictObject({ locationId: place, ships: z.boolean() }))
  .min(1)
  .max(1_000);

export type ShipInput = z.infer<typeof shipSchema>;
export type ReadyInput = z.infer<typeof readySchema>;
export type HandOverInput = z.infer<typeof handOverSchema>;
export type RejectInput = z.infer<typeof rejectSchema>;
export type SendersInput = z.infer<typeof sendersSchema>;
