import { z } from 'zod';
import { type Audience, isAudienceId } from './audience.ts';

const word = z.string().trim().min(1, 'Expected a word.').max(100, 'Expected at most 100 characters.');
const words = z.array(word).min(1, 'Expected at least one.').max(50, 'Expected at most 50.');
const devices = z.array(z.enum(['phone', 'tablet', 'computer'])).min(1, 'Expected at least one device.');

export const audienceIdSchema = z
  .string()
  .refine(
    isAudienceId,
    'Expected an id of lower-case letters, digits and hyphens, at most 40, for example spring-mail.',
  );

export const audienceSchema: z.ZodType<Audience> = z.strictObject({
  id: audienceIdSchema,
  name: word,
  rules: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('campaign'),
          parameter: z.enum(['source', 'medium', 'campaign']),
          values: words,
        }),
        z.strictObject({
          kind: z.literal('referrer'),
          hosts: z
            .array(
              z
                .string()
                .trim()
                .regex(
                  /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i,
                  'Expected a host such as example.com, without https://.',
                )
                .max(253, 'Expected at most 253 characters.'),
            )
            .min(1, 'Expected at least one.')
            .max(50, 'Expected at most 50.'),
        }),
        z.strictObject({ kind: z.literal('device'), devices }),
        z.strictObject({ kind: z.literal('group'), groups: words }),
        z.strictObject({ kind: z.literal('signed-in'), is: z.boolean() }),
        z.strictObject({ kind: z.literal('basket'), is: z.boolean() }),
      ]),
    )
    .min(1, 'Expected at least one rule: without any it would be everybody.')
    .max(10, 'Expected at most 10 rules.'),
});
