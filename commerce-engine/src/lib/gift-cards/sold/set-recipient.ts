import type { Queryable, Transaction } from '@vitrine/database';
import { z } from 'zod';
import { problemsOf, recipientSchema } from '../../cart/recipient.ts';
import type { ChannelClocks } from '../../delivery/channel-clocks.ts';
import type { Mail } from '../../mail/mail.ts';
import { isErased } from '../../orders/customer-orders.ts';
import type { Orders } from '../../orders/orders.ts';
import type { GiftCardsTables } from '../gift-cards.tables.ts';
import { dueOf, mailOnAnotherDay } from './sold-mails.ts';

export const setRecipientSchema = z.strictObject({
  orderId: z.uuid('expected the id of an order'),
  lineId: z.uuid('expected the id of a line'),
  recipient: recipientSchema,
});
export type SetRecipientInput = z.infer<typeof setRecipientSchema>;

export type SetRecipientOutcome =
  | { readonly kind: 'changed' }
  /** Its cards go to whoever bought them, or it has none. */
  | { readonly kind: 'not-given' }
  /** So far ahead no card is mailed. */
  | { readonly kind: 'too-late' }
  /** Its buyer was erased. */
  | { readonly kind: 'nobody' };

export interface RecipientDesk {
  readonly orders: Pick<Orders, 'inTransaction'>;
  readonly mail: Pick<Mail, 'inTransaction'>;
  readonly clocks: Pick<ChannelClocks, 'instantIn'>;
  readonly at: Date;
}

/** Says to whom and when the cards of a line are mailed that are for somebody else: SPEC rule GIFT-23. */
export async function setRecipient(
  tx: Transaction,
  { orders, mail, clocks, at }: RecipientDesk,
  { orderId, lineId, recipient }: SetRecipientInput,
  actor: string,
): Promise<SetRecipientOutcome> {
  if (problemsOf(recipient, at).length > 0) return { kind: 'too-late' };
  const order = await orders.inTransaction.lock(tx, orderId);
  const line = order?.lines.find(({ id }) => id === lineId);
  if (!order || !line?.giftCard?.recipient) return { kind: 'not-given' };
  const view = await orders.inTransaction.view(tx, { id: orderId });
  if (!view || isErased(view)) return { kind: 'nobody' };
  await orders.inTransaction.setRecipient(tx, { lineId, recipient });
  const mailingIds = await mailingsOf(tx, lineId);
  const dueAt = (await dueOf(tx, clocks, order.channel, recipient)) ?? at;
  await mailOnAnotherDay(tx, mail, { mailingIds, dueAt });
  // Only what was corrected, not to what: the timeline outlives what the order says about a person.
  await orders.inTransaction.tell(tx, orderId, { kind: 'gift-card-readdressed', actor });
  await tx.emit({ kind: 'order.corrected', payload: { orderId, fields: ['recipient'] } });
  return { kind: 'changed' };
}

async function mailingsOf(on: Queryable, lineId: string): Promise<readonly string[]> {
  const rows = await on
    .tables<GiftCardsTables>()
    .selectFrom('giftcards_sold')
    .select('mailing_id')
    .distinct()
    .where('line_id', '=', lineId)
    .execute();
  return rows.map(({ mailing_id }) => mailing_id);
}
