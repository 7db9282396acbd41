import { expect, test } from 'vitest';
import type { z as Zod } from 'zod';
import { z as absent } from './absent-schemas.ts';

const z = absent as typeof Zod;

test('schemas are written as ever and are nothing', () => {
  const count = z.union([z.number(), z.string().trim().regex(/^\d+$/).transform(Number)]);
  const shape = z.object({ kind: z.enum(['a', 'b']), count: count.default(1), list: z.array(count).max(2) });
  expect(Object.freeze({ input: z.discriminatedUnion('kind', [shape]) }).input).toBe(absent);
});

test('checking a value with one says why that is not possible', () => {
  for (const check of ['parse', 'safeParse', 'parseAsync', 'safeParseAsync', '~standard'] as const)
    expect(() => z.string()[check]).toThrow(`"${check}" of a zod schema was used in an island`);
});
