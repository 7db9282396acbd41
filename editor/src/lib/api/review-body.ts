import { z } from 'zod';
import { isPlain, isVisible } from '../comments/plain-text.ts';
import { MOST_NOTE } from '../reviews/review-facts.ts';

const note = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .pipe(
    z
      .string()
      .max(MOST_NOTE, `A note has ${MOST_NOTE} characters at most. Say the rest in comments on the page.`)
      .refine(isPlain, 'There are control characters in it. Write it as plain text.'),
  );
const id = z.string().max(100).refine(isPlain, 'No review is called so: there are control characters in it.');
const text = z.string().max(100);
const seenReview = { id, askedAt: z.iso.datetime().transform((at) => new Date(at)) };
const read = { ...seenReview, seen: text };

export const askBody = z.strictObject({ note, whom: text.optional() });
/** `askedAt` and `seen` are of the review and the document that were looked at. */
export const decideBody = z.discriminatedUnion('decision', [
  z.strictObject({ ...read, decision: z.literal('approve'), note }),
  z.strictObject({
    ...read,
    decision: z.literal('return'),
    note: note.refine(isVisible, 'Say what should be mended.'),
  }),
]);
export const withdrawBody = z.strictObject(seenReview);
export const reviewBody = z.strictObject({ id });
