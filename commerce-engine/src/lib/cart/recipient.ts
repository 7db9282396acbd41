import { z } from 'zod';
import { giftMessageSchema } from '../contact-input.ts';
import { canonicalJson } from '../idempotency/canonical-json.ts';
import { isStorable } from '../storable-text.ts';

/** For whom a gift card is bought: it is mailed to them. */
export interface Recipient {
  readonly name: string;
  readonly email: string;
  readonly message?: string | undefined;
  /** The local day it is mailed, `YYYY-MM-DD`; one that is over = as soon as it is paid. Absent = so, too. */
  readonly on?: string | undefined;
}

/** What a line was ordered with whose pieces are gift cards. */
export interface OrderedGiftCard {
  /** Absent = whoever buys. */
  readonly recipient?: Recipient;
}

export const RECIPIENT_FIELDS = ['name', 'email', 'message', 'on'] as const;
export type RecipientField = (typeof RECIPIENT_FIELDS)[number];

/** How many days ahead a card may wait. */
const MOST_DAYS = 366;

export const recipientSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'expected a name')
    .max(100, 'expected at most 100 characters')
    .refine(isStorable, 'expected a text without control characters'),
  email: z.email('expected an email address such as "name@example.com"').max(254),
  message: giftMessageSchema.refine(isStorable, 'expected a text without control characters').optional(),
  on: z.iso.date('expected a day such as "2026-12-24"').optional(),
});

/** What of it cannot be used; empty = all can. */
export function problemsOf(recipient: unknown, now: Date): readonly RecipientField[] {
  const parsed = recipientSchema.safeParse(recipient);
  if (!parsed.success)
    return [...new Set(parsed.error.issues.map(({ path }) => path[0]))].filter((field) =>
      RECIPIENT_FIELDS.includes(field as RecipientField),
    ) as RecipientField[];
  const { on } = parsed.data;
  const last = new Date(now.getTime() + MOST_DAYS * 24 * 60 * 60_000).toISOString().slice(0, 10);
  return on !== undefined && on > last ? ['on'] : [];
}

/** Pieces of one variant for the same person, with the same words on the same day, are one line. */
export function isSameRecipient(one: Recipient | undefined, other: Recipient | undefined): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null);
}
