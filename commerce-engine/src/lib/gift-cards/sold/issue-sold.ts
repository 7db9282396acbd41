import { newId, type Transaction } from '@vitrine/database';
import type { Fulfilment } from '../../fulfilment/fulfilment.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import type { Mail } from '../../mail/mail.ts';
import { openOf } from '../../orders/order-pieces.ts';
import type { LockedOrder, Orders } from '../../orders/orders.ts';
import { shareOfPieces } from '../../orders/refund-share.rules.ts';
import type { Payments } from '../../payments/payments.ts';
import type { GiftCardsTables } from '../gift-cards.tables.ts';
import { insertGiftCard } from '../keep-gift-card.ts';
import { soldSecrets } from './sold-secrets.ts';

export interface SoldDesk {
  readonly orders: Pick<Orders, 'inTransaction'>;
  readonly payments: Pick<Payments, 'inTransaction'>;
  readonly fulfilment: Pick<Fulfilment, 'inTransaction'>;
  readonly stock: Pick<Inventory['inTransaction'], 'held'>;
  readonly mail: Pick<Mail, 'inTransaction'>;
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
export async function issueSold(
  tx: Transaction,
  desk: SoldDesk,
  { orderId, products }: { readonly orderId: string; readonly products: ReadonlySet<string> },
): Promise<IssueOutcome> {
  const { orders, payments, fulfilment, stock, mail, at } = desk;
  const order = await orders.inTransaction.lockForMoney(tx, orderId);
  if (!order) return { kind: 'nothing' };
  const lines = cardLines(order, products);
  if (lines.length === 0) return { kind: 'nothing' };
  const missing = await orders.inTransaction.takePromised(tx, order, { beforePaid: false });
  const standing = await payments.inTransaction.standing(tx, orderId);
  // What is on its way may still fail, and a card that was sent cannot be had back.
  const kept = standing.reduce((sum, { captured, refunded }) => sum + captured - refunded, 0);
  if (missing > 0 || kept < order.total - order.adjusted) return { kind: 'not-paid' };
  const batches = batchesOf(lines, await stock.held(tx, `order:${orderId}`));
  if (!batches) return { kind: 'not-there' };
  let cards = 0;
  for (const batch of batches) {
    const sent = await fulfilment.inTransaction.mail(tx, { orderId, ...batch }, { actor: ACTOR });
    if (sent.kind !== 'shipped')
      throw new Error(`Gift cards of order ${order.number} were not sent: ${sent.kind}.`);
    for (const { lineId, quantity } of batch.lines) {
      const line = order.lines.find(({ id }) => id === lineId)!;
      const first = await countSold(tx, lineId);
      for (let piece = first; piece < first + quantity; piece += 1) {
        const amount = shareOfPieces(line, { before: line.cancelled + piece, pieces: 1 }).gross;
        // What cost nothing is worth nothing.
        if (amount === 0) continue;
        await addCard(tx, desk, { order, lineId, piece, shipmentId: sent.shipment.id, amount, at });
        cards += 1;
      }
    }
    await mail.inTransaction.queue(tx, { kind: 'gift-cards', reference: sent.shipment.id });
  }
  return { kind: 'issued', cards };
}

/** Lines with open pieces that are cards and go by e-mail. */
function cardLines(order: LockedOrder, products: ReadonlySet<string>): LockedOrder['lines'] {
  const mailed = new Set(order.deliveries.filter(({ kind }) => kind === 'electronic').map(({ id }) => id));
  return order.lines.filter(
    (line) => products.has(line.productId) && mailed.has(line.deliveryId) && openOf(line) > 0,
  );
}

/** Where each open piece comes from; undefined = some are not there yet. */
function batchesOf(
  lines: LockedOrder['lines'],
  held: readonly { readonly variantId: string; readonly locationId: string; readonly quantity: number }[],
): Batch[] | undefined {
  const left = held.map((each) => ({ ...each }));
  const batches = new Map<string, Batch>();
  for (const line of lines) {
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

async function countSold(tx: Transaction, lineId: string): Promise<number> {
  const { last } = await tx
    .tables<GiftCardsTables>()
    .selectFrom('giftcards_sold')
    .select(({ fn }) => fn.max('piece').as('last'))
    .where('line_id', '=', lineId)
    .executeTakeFirstOrThrow();
  return last === null ? 0 : Number(last) + 1;
}

async function addCard(
  tx: Transaction,
  { secret }: SoldDesk,
  {
    order,
    lineId,
    shipmentId,
    piece,
    amount,
    at,
  }: {
    readonly order: LockedOrder;
    readonly lineId: string;
    readonly shipmentId: string;
    readonly piece: number;
    readonly amount: number;
    readonly at: Date;
  },
): Promise<void> {
  const id = newId();
  const card = { amount, currency: order.currency, note: `Order ${order.number}` };
  await insertGiftCard(tx, { secret, at, id }, card, soldSecrets(secret, { id, issue: 1 }));
  await tx
    .tables<GiftCardsTables>()
    .insertInto('giftcards_sold')
    .values({ card_id: id, order_id: order.id, line_id: lineId, shipment_id: shipmentId, piece })
    .execute();
}
