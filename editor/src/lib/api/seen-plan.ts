import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { PublishPlan } from '../app/backend.ts';

const text = z.string().max(3000);

export const seenPlan = z.object({
  documents: z.array(z.object({ id: text, version: text, state: text })).max(10_000),
  addresses: z.array(z.object({ path: text, locale: text, state: text, from: text.optional() })).max(10_000),
});

/** `seen` = what of the plan was shown to whoever publishes it. Default: nothing was, and all of it is wanted. */
export const publishBody = z.object({ seen: seenPlan.optional() });

/** Names of what would go live otherwise than it was shown. What is live by now needs nobody's look. */
export function findUnseen(plan: PublishPlan, seen: z.infer<typeof seenPlan>): readonly string[] {
  const shown = new Map(seen.documents.map((each) => [each.id, each]));
  const documents = plan.documents.filter(({ id, version, state }) => {
    const before = shown.get(id);
    return state !== 'same' && (before?.version !== version || before.state === 'same');
  });
  const addresses = plan.addresses.filter(
    (address) => address.state !== 'same' && !seen.addresses.some((each) => isDeepStrictEqual(each, address)),
  );
  return [
    ...documents.map(({ name }) => `“${name}”`),
    ...(addresses.length > 0 ? [`the address ${addresses.map(({ path }) => path).join(', ')}`] : []),
  ];
}
