import { newId, type Queryable, type Transaction } from '@vitrine/database';
import type { Recipient } from '../../cart/recipient.ts';
import type { ChannelClocks } from '../../delivery/channel-clocks.ts';
import type { EngineContext } from '../../engine-context.ts';
import type { Mail, WrittenMail } from '../../mail/mail.ts';
import { money } from '../../money/money.rules.ts';
import { isErased } from '../../orders/customer-orders.ts';
import type { Orders } from '../../orders/orders.ts';
import type { GiftCardsTables } from '../gift-cards.tables.ts';
import { soldLetter } from './sold-letter.ts';
import { soldSecrets } from './sold-secrets.ts';

const MADE = 'gift-cards';

export type ShopUrl = (shopper: { readonly locale: string }) => string;

/** Says how cards that were bought are mailed. Once, while the engine is put together. */
export function defineSoldMails(
  { database, secret }: EngineContext,
  {
    orders,
    mail,
    shopUrl,
  }: {
    readonly orders: Pick<Orders, 'inTransaction'>;
    readonly mail: Pick<Mail, 'define'>;
    readonly shopUrl?: ShopUrl | undefined;
  },
): void {
  mail.define(MADE, (mailingId) => letterOf('mailing_id', mailingId), { isSecret: true });
  mail.define(
    'gift-card-again',
    (request) => {
      const [cardId, , isRenewed] = request.split(' ');
      return letterOf('card_id', cardId!, { isRenewed: isRenewed === 'renewed' });
    },
    { isSecret: true },
  );

  async function letterOf(
    column: 'mailing_id' | 'card_id',
    id: string,
    { isRenewed = false }: { readonly isRenewed?: boolean } = {},
  ): Promise<WrittenMail | undefined> {
    const rows = await database
      .tables<GiftCardsTables>()
      .selectFrom('giftcards_sold as sold')
      .innerJoin('giftcards_card as card', 'card.id', 'sold.card_id')
      .select([
        'card.id',
        'card.balance',
        'card.currency',
        'card.state',
        'sold.issue',
        'sold.order_id',
        'sold.line_id',
      ])
      .where(`sold.${column}`, '=', id)
      .orderBy('sold.line_id')
      .orderBy('sold.piece')
      .execute();
    const cards = rows.filter(({ state, balance }) => state === 'active' && balance > 0);
    const order = rows[0] && (await orders.inTransaction.view(database, { id: rows[0].order_id }));
    if (!order || isErased(order) || cards.length === 0) return undefined;
    const recipient = order.lines.find((line) => line.id === rows[0]!.line_id)?.giftCard?.recipient;
    const { number, locale, contact, giftMessage } = order;
    const message = recipient ? recipient.message : giftMessage;
    return soldLetter(
      {
        ...{ number, locale, to: recipient?.email ?? contact.email },
        ...(recipient && { gift: { to: recipient.name, from: contact.name } }),
        ...(message && { message }),
        ...(shopUrl && { shop: shopUrl({ locale }) }),
      },
      cards.map((card) => ({
        amount: money(card.balance, card.currency),
        ...soldSecrets(secret, card),
      })),
      { isRenewed },
    );
  }
}

/** Mails cards that were made together. */
export function mailMade(
  tx: Transaction,
  mail: Pick<Mail, 'inTransaction'>,
  mailingId: string,
  dueAt: Date | undefined,
): Promise<void> {
  return mail.inTransaction.queue(tx, { kind: MADE, reference: mailingId, ...(dueAt && { dueAt }) });
}

/** Has cards that were not mailed yet mailed on another day. */
export async function mailOnAnotherDay(
  tx: Transaction,
  mail: Pick<Mail, 'inTransaction'>,
  { mailingIds, dueAt }: { readonly mailingIds: readonly string[]; readonly dueAt: Date },
): Promise<void> {
  for (const reference of mailingIds) await mail.inTransaction.postpone(tx, { kind: MADE, reference, dueAt });
}

/** Which of these mailings are still to be sent. */
export function waitingMailings(
  on: Queryable,
  mail: Pick<Mail, 'inTransaction'>,
  references: readonly string[],
): Promise<ReadonlySet<string>> {
  return mail.inTransaction.waiting(on, { kind: MADE, references });
}

/** @returns whether it still waited. */
export function mailNow(
  tx: Transaction,
  mail: Pick<Mail, 'inTransaction'>,
  { mailingId, at }: { readonly mailingId: string; readonly at: Date },
): Promise<boolean> {
  return mail.inTransaction.postpone(tx, { kind: MADE, reference: mailingId, dueAt: at });
}

/** When most people are up. */
const IN_THE_MORNING = '08:00';

/** When a card goes to whom it is for; undefined = at once. */
export async function dueOf(
  on: Queryable,
  clocks: Pick<ChannelClocks, 'instantIn'>,
  channel: string,
  recipient: Recipient | undefined,
): Promise<Date | undefined> {
  return recipient?.on === undefined
    ? undefined
    : clocks.instantIn(on, channel, { date: recipient.on, time: IN_THE_MORNING });
}

/** Mails one card again. It may be asked for again and again: each request has a reference of its own. */
export function mailAgain(
  tx: Transaction,
  mail: Pick<Mail, 'inTransaction'>,
  { cardId, isRenewed }: { readonly cardId: string; readonly isRenewed: boolean },
): Promise<void> {
  const reference = [cardId, newId(), ...(isRenewed ? ['renewed'] : [])].join(' ');
  return mail.inTransaction.queue(tx, { kind: 'gift-card-again', reference });
}
