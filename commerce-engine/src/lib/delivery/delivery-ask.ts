import { z } from 'zod';
import type { Place } from '../tax/place.rules.ts';
import { placeSchema } from '../tax/tax-input.ts';

/** What is to be delivered together, and whereto. */
export interface DeliveryAsk {
  /** Absent = not known yet; methods that depend on it then say so. */
  readonly place?: Place;
  readonly lines: readonly { readonly id: string; readonly variantId: string; readonly quantity: number }[];
  /** After discounts, minor units of the market's currency. */
  readonly subtotal: number;
}

/** A method that has slots, and the store to pick up at. */
export interface SlotAsk {
  readonly methodId: string;
  readonly storeId: string;
}

const text = z
  .string()
  .min(1)
  .max(200)
  .refine((value) => !/\p{Cc}/u.test(value), 'expected no control characters');

export const deliveryAskSchema: z.ZodType<DeliveryAsk> = z.strictObject({
  place: placeSchema.optional(),
  lines: z
    .array(z.strictObject({ id: text, variantId: text, quantity: z.int().min(1).max(1_000_000) }))
    .min(1)
    .max(100),
  subtotal: z.int('expected whole minor units').min(0),
});

export const slotAskSchema: z.ZodType<SlotAsk> = z.strictObject({ methodId: text, storeId: text });
