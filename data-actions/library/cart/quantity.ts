import { z } from 'zod';

const COUNT = /^[+-]?\d{1,15}(\.\d{1,15})?$/;
/** What nobody can have: the engine answers it with what can be asked for. */
const NO_COUNT = -1;

/**
 * A count as a form or a script sends it: decimal digits, nothing else. Anything else is no count, and nobody is sent to a page of
 * errors for it: the answer says on the page before what was expected. An empty field is no zero either, for zero takes a line out
 * of the cart.
 */
export const quantity = z.unknown().transform((given): number => {
  if (typeof given === 'number') return Number.isFinite(given) ? given : NO_COUNT;
  return typeof given === 'string' && COUNT.test(given.trim()) ? Number(given) : NO_COUNT;
});
