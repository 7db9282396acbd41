import { z } from 'zod';
import { PUBLIC_KINDS } from './event-catalogue.ts';

const kinds = z.union([z.literal('all'), z.array(z.enum(PUBLIC_KINDS as [string, ...string[]])).min(1)], {
  error: ({ input }) => {
    const unknown = Array.isArray(input) ? input.filter((each) => !PUBLIC_KINDS.includes(String(each))) : [];
    const got = unknown.length > 0 ? `, not ${unknown.map((each) => `"${String(each)}"`).join(', ')}` : '';
    return `expected "all", or public kinds of events${got}; ask listEventKinds for them`;
  },
});

const address = z
  .string()
  .max(2_000, 'expected at most 2000 characters')
  .refine(
    (text) => isWebAddress(text),
    'expected an address such as https://example.com/hooks, without user name and password',
  );

export const endpointSchema = z.strictObject({
  /** Absent = a new endpoint. */
  id: z.uuid('expected the id of an endpoint').optional(),
  url: address,
  /** For people. */
  description: z.string().trim().max(200).optional(),
  kinds,
  /** Default active for a new endpoint, and as it was for one that is changed. */
  state: z.enum(['active', 'disabled']).optional(),
});

export type EndpointInput = z.infer<typeof endpointSchema>;

export const replaySchema = z.union([
  z.strictObject({ deliveryId: z.uuid('expected the id of a delivery') }),
  z.strictObject({
    endpointId: z.uuid('expected the id of an endpoint'),
    /** ISO time of the first event. */
    from: z.iso.datetime(),
    /** ISO time after the last event. */
    to: z.iso.datetime(),
  }),
]);

export type ReplayInput = z.infer<typeof replaySchema>;

export const deliveriesQuerySchema = z.strictObject({
  endpointId: z.uuid('expected the id of an endpoint').optional(),
  state: z.enum(['due', 'done', 'dead']).optional(),
  kind: z.string().max(100).optional(),
  /** `next` of the page before. */
  cursor: z.string().max(100).optional(),
  /** Default 50. */
  limit: z.coerce.number().int().min(1).max(200).optional(),
});

export type DeliveriesQuery = z.input<typeof deliveriesQuerySchema>;

export const endpointIdSchema = z.uuid('expected the id of an endpoint');

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  if (!url || !['http:', 'https:'].includes(url.protocol)) return false;
  return url.username === '' && url.password === '';
}
