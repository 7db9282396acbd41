import { z } from 'zod';
import { CommerceError } from '../commerce-error.ts';

interface Place {
  readonly at: Date;
  readonly id: string;
}

/** Where the next page of a list of carts begins. */
export function cursorOf({ changedAt, id }: { readonly changedAt: Date; readonly id: string }): string {
  return Buffer.from(`${changedAt.toISOString()} ${id}`).toString('base64url');
}

/** @throws CommerceError `bad_input` for a cursor that is none. */
export function requirePlace(cursor: string): Place {
  const [at, id] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const place = z.object({ at: z.iso.datetime(), id: z.uuid() }).safeParse({ at, id });
  if (place.success) return { at: new Date(place.data.at), id: place.data.id };
  throw new CommerceError(
    'bad_input',
    `The list of carts expected the cursor that came as "next" with the page before, got "${cursor}". Leave it out for the first page.`,
    { fields: [{ path: 'cursor', problem: 'expected "next" of the page before' }] },
  );
}
