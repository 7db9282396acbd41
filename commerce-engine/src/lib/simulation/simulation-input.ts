import { z } from 'zod';
import { MOST_ORDERED } from '../catalog/order-quantities.rules.ts';
import { groupKey } from '../market.ts';

const id = z.string().min(1).max(200);

export const simulationSchema = z.strictObject({
  channel: id,
  locale: z.string().min(2).max(35),
  currency: z.string().regex(/^[A-Z]{3}$/, 'expected an ISO 4217 code such as "EUR"'),
  /** Several with commas between. Default `anyone`. */
  customerGroup: z
    .string()
    .min(1)
    .max(1300)
    .transform((word) => groupKey(word.split(',').flatMap((each) => each.trim() || [])))
    .optional(),
  /** E-mail address of who buys, for codes that are one customer's. */
  customer: z.string().trim().min(1).max(254).optional(),
  /** ISO time. Default now. */
  at: z.iso.datetime({ offset: true }).optional(),
  lines: z
    .array(z.strictObject({ variantId: id, quantity: z.int().min(1).max(MOST_ORDERED) }))
    .max(50)
    .refine(
      (lines) => new Set(lines.map(({ variantId }) => variantId)).size === lines.length,
      'expected each variant once',
    ),
  codes: z.array(z.string().trim().min(1).max(60)).max(10).optional(),
  /** What delivery costs before promotions, in minor units, and by which method. */
  delivery: z.strictObject({ method: id, amount: z.int().min(0).max(1_000_000_000) }).optional(),
  /** How it is paid. */
  tender: id.optional(),
  /** Ids of promotions that count as if they were enabled. */
  trials: z.array(id).max(20).optional(),
});

export type SimulationInput = z.infer<typeof simulationSchema>;
