import { z } from 'zod';
import { LONGEST_QUOTE, MOST_WORDS } from '../comments/comment-facts.ts';
import { isPlain, isVisible } from '../comments/plain-text.ts';

const plain = { message: 'There are control characters in it. Write it as plain text.' };

/** Made in the browser, so that what is sent twice is there once. */
const id = z.string().regex(/^[\w-]{8,64}$/);
const key = z.string().min(1).max(200).refine(isPlain, plain);
const position = z
  .string()
  .max(400)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/);
const words = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .pipe(
    z
      .string()
      .refine(isVisible, 'Write something.')
      .max(MOST_WORDS, `A comment has ${MOST_WORDS} characters at most. Say it in two.`)
      .refine(isPlain, plain),
  );
const mentions = z.array(z.string().max(100)).max(20);
const message = z.strictObject({ id, words, mentions });
const anchor = z
  .strictObject({
    node: key.optional(),
    path: key.optional(),
    words: z
      .strictObject({
        quote: z.string().min(1).max(LONGEST_QUOTE).refine(isPlain, plain),
        start: position,
        end: position,
      })
      .optional(),
  })
  .refine(
    ({ node, path, words }) => (path === undefined || node !== undefined) && (!words || path !== undefined),
    'Words belong to a setting, and a setting to a module.',
  );

export const threadBody = z.strictObject({ id, anchor, assignee: z.string().max(100).optional(), message });
export const answerBody = message;
export const editBody = z.strictObject({ words, mentions, revision: z.number().int().min(1) });
export const resolveBody = z.strictObject({ seen: id });
export const assignBody = z.strictObject({ person: z.string().max(100).nullable() });
export const listQuery = z.object({
  state: z.enum(['open', 'resolved']).default('open'),
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
});
