import { z } from 'zod';
import { audienceIdSchema } from './audience-schema.ts';
import { type Experiment, versionNames } from './experiment.ts';

/** What people decide of a test; its state changes by starting and ending it. */
export const experimentSchema: z.ZodType<Omit<Experiment, 'state'>> = z
  .strictObject({
    id: audienceIdSchema,
    name: z.string().trim().min(1, 'Expected a name.').max(100, 'Expected at most 100 characters.'),
    versions: z
      .array(z.strictObject({ name: z.enum(versionNames), label: z.string().trim().min(1).max(100) }))
      .min(2, 'Expected at least two versions.')
      .max(versionNames.length, `Expected at most ${versionNames.length} versions.`),
    share: z.int().min(1, 'Expected between 1 and 100.').max(100, 'Expected between 1 and 100.'),
    audience: audienceIdSchema.optional(),
  })
  .refine(
    ({ versions }) => versions.every(({ name }, index) => name === versionNames[index]),
    'Expected the versions a, b, c, d in this order, without a gap.',
  );
