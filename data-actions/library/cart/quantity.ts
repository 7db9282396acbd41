import { z } from 'zod';

/**
 * A count as a form or a script sends it: decimal digits, nothing else. An empty field is no zero, for zero takes a line out
 * of the cart. Whether the count can be had is the engine's to say.
 */
export const quantity = z.union([
  z.number(),
  z
    .string()
    .trim()
    .regex(/^[+-]?\d{1,15}(\.\d{1,15})?$/, 'expected a count such as 2')
    .transform(Number),
]);
