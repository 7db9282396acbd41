import { z } from 'zod';

const countId = z.uuid('expected the id of a count');
const id = z.string().min(1).max(200);
const words = z.string().trim().min(1, 'expected a few words').max(200);
const ids = z.array(id).min(1).max(500);

export const startCountSchema = z.strictObject({
  locationId: id,
  note: words.optional(),
  /** Absent = all goods that are or were there. */
  goods: z
    .strictObject({ products: ids.optional(), categories: ids.optional() })
    .refine(({ products, categories }) => products || categories, 'expected products or categories')
    .optional(),
});

export const countLineSchema = z.strictObject({
  countId,
  variantId: id,
  pieces: z.int('expected whole pieces').min(0).max(1_000_000),
  /** `add`: found besides those that were counted. Default `set`. */
  mode: z.enum(['set', 'add']).default('set'),
});

export const clearLineSchema = z.strictObject({ countId, variantId: id });

export const approveCountSchema = z.strictObject({
  countId,
  /** For the books and whoever looks at them. */
  reason: words,
  /** What becomes of goods that nobody counted. Default they stay as they are. */
  uncounted: z.enum(['leave', 'none-there']).default('leave'),
});

export const cancelCountSchema = z.strictObject({ countId });

export type StartCountInput = z.input<typeof startCountSchema>;
export type CountLineInput = z.input<typeof countLineSchema>;
export type ClearLineInput = z.input<typeof clearLineSchema>;
export type ApproveCountInput = z.input<typeof approveCountSchema>;
export type CancelCountInput = z.input<typeof cancelCountSchema>;
