import { newId, type Queryable, type Transaction } from '@vitrine/database';
import type { Recipient } from '../../cart/recipient.ts';
import type { ChannelClocks } from '../../delivery/channel-clocks.ts';
import type { Fulfilment } from '../../fulfilment/fulfilment.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import type { Mail } from '../../mail/mail.ts';
import { openOf } from '../../orders/order-pieces.ts';
import type { LockedOrder, Orders } from '../../orders/orders.ts';
import { shareOfPieces } from '../../orders/refund-share.rules.ts';
import type { Payments } from '../../payments/payments.ts';
import type { GiftCardsTables } from '../gift-cards.tables.ts';
import { insertGiftCard } from '../keep-gift-card.ts';
import { dueOf, mailMade } from './sold-mails.ts';
import { soldSecrets } from './sold-secrets.ts';

export interface SoldDesk {
  readonly orders: Pick<Orders, 'inTransaction'>;
  readonly payments: Pick<Payments, 'inTransaction'>;
  readonly fulfilment: Pick<Fulfilment, 'inTransaction'>;
  readonly stock: Pick<Inventory['inTransaction'], 'held'>;
  readonly mail: Pick<Mail, 'inTransaction'>;
  readonly clocks: Pick<ChannelClocks, 'instantIn'>;
  readonly secret: string;
  readonly at: Date;
}

/** Nothing to do; not paid yet, or not there: asked again when the order changes, or after a while; so many were made. */
export type IssueOutcome =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'not-paid' }
  | { readonly kind: 'not-there' }
  | { readonly kind: 'issued'; readonly cards: number };

const ACTOR = 'system:gift-cards';

/** Pieces of lines that lie at one place and go with one delivery. */
interface Batch {
  readonly locationId: string;
  readonly lines: { readonly lineId: string; readonly quantity: number }[];
}

/**
 * Makes the cards an order bought, once it is paid, and counts their pieces as sent: SPEC rules GIFT-12 to GIFT-15. All of them or none;
 * it may run any number of times.
 */
export async function issueSold(tx: Transaction, desk: SoldDesk, orderId: string): Promise<IssueOutcome> {
  const { orders, payments, fulfilment, stock, mail } = desk;
  const order = await orders.inTransaction.lockForMoney(tx, orderId);
  if (!order) return { kind: 'nothing' };
  const wanted = await wantedCards(tx, order);
  if (wanted.length === 0) return { kind: 'nothing' };
  const missing = await orders.inTransaction.takePromised(tx, order, { beforePaid: false });
  const standing = await payments.inTransaction.standing(tx, orderId);
  // What is on its way may still fail, and a card that was sent cannot be had back.
  const kept = standing.reduce((sum, { captured, refunded }) => sum + captured - refunded, 0);
  if (missing > 0 || kept < order.total - order.adjusted) return { kind: 'not-paid' };
  const batches = batchesOf(wanted, await stock.held(tx, `order:${orderId}`));
  if (!batches) return { kind: 'not-there' };
  for (const batch of batches) {
    const sent = await fulfilment.inTransaction.mail(tx, { orderId, ...batch }, { actor: ACTOR });
    if (sent.kind !== 'shipped')
      throw new Error(`Gift cards of order ${order.number} were not sent: ${sent.kind}.`);
  }
  /** Those for whoever bought them go together; a line for somebody else goes to them, on its day. */
  const own = newId();
  const mailings = new Map<string, Recipient | undefined>();
  let cards = 0;
  for (const { line, pieces } of wanted) {
    const recipient = line.giftCard?.recipient;
    const mailingId = recipient ? newId() : own;
    for (const piece of pieces) {
      const amount = worthOf(line, piece);
      if (amount === 0) continue;
      await addCard(tx, desk, { order, lineId: line.id, piece, mailingId, amount });
      mailings.set(mailingId, recipient);
      cards += 1;
    }
  }
  for (const [mailingId, recipient] of mailings)
    await mailMade(tx, mail, mailingId, await dueOf(tx, desk.clocks, order.channel, recipient));
  return { kind: 'issued', cards };
}

/** A line that was bought as cards, with those of its pieces that are none yet. */
interface WantedCards {
  readonly line: LockedOrder['lines'][number];
  readonly pieces: readonly number[];
}

/** Whether an order has lines that are cards. What goes another way than by e-mail is given by hand. */
export function hasCardLines(order: Pick<LockedOrder, 'lines' | 'deliveries'>): boolean {
  return cardLines(order).length > 0;
}

function cardLines({ lines, deliveries }: Pick<LockedOrder, 'lines' | 'deliveries'>): LockedOrder['lines'] {
  const mailed = new Set(deliveries.filter(({ kind }) => kind === 'electronic').map(({ id }) => id));
  return lines.filter(({ giftCard, deliveryId }) => giftCard !== undefined && mailed.has(deliveryId));
}

/** Also pieces that staff counted as sent by hand: whoever paid has a card. What cost nothing is worth nothing, and none. */
async function wantedCards(tx: Transaction, order: LockedOrder): Promise<WantedCards[]> {
  const made = await readMade(tx, order.id);
  return cardLines(order).flatMap((line) => {
    const left = line.quantity - line.cancelled - line.returned;
    const pieces = Array.from({ length: left }, (_, piece) => piece).filter(
      (piece) => !made.has(`${line.id} ${piece}`),
    );
    return openOf(line) > 0 || pieces.some((piece) => worthOf(line, piece) > 0) ? [{ line, pieces }] : [];
  });
}

/** What a piece was paid. */
function worthOf(line: LockedOrder['lines'][number], piece: number): number {
  return shareOfPieces(line, { before: line.cancelled + line.returned + piece, pieces: 1 }).gross;
}

async function readMade(on: Queryable, orderId: string): Promise<ReadonlySet<string>> {
  const rows = await on
    .tables<GiftCardsTables>()
    .selectFrom('giftcards_sold')
    .select(['line_id', 'piece'])
    .where('order_id', '=', orderId)
    .execute();
  return new Set(rows.map(({ line_id, piece }) => `${line_id} ${piece}`));
}

/** Where each open piece comes from; undefined = some are not there yet. */
function batchesOf(
  wanted: readonly WantedCards[],
  held: readonly { readonly variantId: string; readonly locationId: string; readonly quantity: number }[],
): Batch[] | undefined {
  const left = held.map((each) => ({ ...each }));
  const batches = new Map<string, Batch>();
  for (const { line } of wanted) {
    let open = openOf(line);
    for (const place of left.filter(({ variantId }) => variantId === line.variantId)) {
      const quantity = Math.min(open, place.quantity);
      if (quantity === 0) continue;
      open -= quantity;
      place.quantity -= quantity;
      const key = `${line.deliveryId} ${place.locationId}`;
      const batch = batches.get(key) ?? { locationId: place.locationId, lines: [] };
      batch.lines.push({ lineId: line.id, quantity });
      batches.set(key, batch);
    }
    if (open > 0) return undefined;
  }
  return [...batches.values()];
}

async function addCard(
  tx: Transaction,
  { secret, at }: SoldDesk,
  {
    order,
    lineId,
    mailingId,
    piece,
    amount,
  }: {
    readonly order: LockedOrder;
    readonly lineId: string;
    readonly mailingId: string;
    readonly piece: number;
    readonly amount: number;
  },
): Promise<void> {
  const id = newId();
  const card = { amount, currency: order.currency, note: `Order ${order.number}` };
  await insertGiftCard(tx, { secret, at, id }, card, soldSecrets(secret, { id, issue: 1 }));
  await tx
    .tables<GiftCardsTables>()
    .insertInto('giftcards_sold')
    .values({ card_id: id, order_id: order.id, line_id: lineId, mailing_id: mailingId, piece })
    .execute();
}
