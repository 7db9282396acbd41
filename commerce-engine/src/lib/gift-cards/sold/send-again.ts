import type { Queryable, Transaction } from '@vitrine/database';
import { z } from 'zod';
import type { Checkouts } from '../../checkout/checkout.ts';
import { CommerceError } from '../../commerce-error.ts';
import type { Mail } from '../../mail/mail.ts';
import { isErased } from '../../orders/customer-orders.ts';
import type { Orders } from '../../orders/orders.ts';
import type { GiftCardsTables } from '../gift-cards.tables.ts';
import { giftCardLock } from '../keep-gift-card.ts';
import { mailAgain, mailNow } from './sold-mails.ts';
import { soldSecrets } from './sold-secrets.ts';

export const sendAgainSchema = z.strictObject({
  id: z.uuid('expected the id of a gift card'),
  /** True = with another code and PIN; those of before end at once. */
  newCode: z.boolean(),
});
export type SendAgainInput = z.infer<typeof sendAgainSchema>;

export type SendAgainOutcome =
  | { readonly kind: 'queued' }
  /** Nobody can pay with it: it is blocked, or nothing is left on it. Its code stays what it is. */
  | { readonly kind: 'not-usable' }
  /** It was issued by staff, or taken over: its code is known to nobody here. */
  | { readonly kind: 'not-sold' }
  /** Its buyer was erased. */
  | { readonly kind: 'nobody' };

export interface SendingDesk {
  readonly orders: Pick<Orders, 'inTransaction'>;
  readonly checkout: Pick<Checkouts, 'inTransaction'>;
  readonly mail: Pick<Mail, 'inTransaction'>;
  /** Codes follow from it. */
  readonly secret: string;
  readonly at: Date;
}

/** Mails a card that was bought again, with the code it has or another one: SPEC rule GIFT-16. */
export async function sendAgain(
  tx: Transaction,
  { orders, checkout, mail, secret, at }: SendingDesk,
  { id, newCode }: SendAgainInput,
  note: (detail: Readonly<Record<string, unknown>>) => Promise<void>,
): Promise<SendAgainOutcome> {
  const sold = await soldOf(tx, id);
  if (!sold) return { kind: 'not-sold' };
  const card = await tx
    .tables<GiftCardsTables>()
    .selectFrom('giftcards_card')
    .select(['state', 'balance'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (card.state !== 'active' || card.balance === 0) return { kind: 'not-usable' };
  const order = await orders.inTransaction.view(tx, { id: sold.order_id });
  if (!order || isErased(order)) return { kind: 'nobody' };
  if (newCode) {
    await renew(tx, secret, { id, issue: sold.issue + 1 });
    // Whoever brought the old code to a checkout does not pay with it any more.
    await checkout.inTransaction.takeAwayGiftCard(tx, id);
  }
  await note({ newCode });
  // What waits for its day goes now; it is mailed once.
  if (!(await mailNow(tx, mail, { mailingId: sold.mailing_id, at })))
    await mailAgain(tx, mail, { cardId: id, isRenewed: newCode });
  return { kind: 'queued' };
}

/** With what a card was bought; undefined = it was not. */
export async function soldOf(on: Queryable, cardId: string) {
  return on
    .tables<GiftCardsTables>()
    .selectFrom('giftcards_sold')
    .select(['order_id', 'issue', 'mailing_id'])
    .where('card_id', '=', cardId)
    .executeTakeFirst();
}

async function renew(
  tx: Transaction,
  secret: string,
  card: { readonly id: string; readonly issue: number },
): Promise<void> {
  const { id, issue } = card;
  const tables = tx.tables<GiftCardsTables>();
  const changed = await tables
    .updateTable('giftcards_card')
    .set({ ...giftCardLock(secret, soldSecrets(secret, card)), wrong_pins: 0, locked_until: null })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (!changed) throw new CommerceError('bad_input', `There is no gift card "${id}".`);
  await tables.updateTable('giftcards_sold').set({ issue }).where('card_id', '=', id).execute();
}
