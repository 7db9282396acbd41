import type { Transaction } from '@vitrine/database';
import type { Delivery } from '../delivery/delivery.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { money } from '../money/money.rules.ts';
import type { Payments } from '../payments/payments.ts';
import { countPieces } from './count-pieces.ts';
import { givenBackDetail, sharesOfDeliveries, sharesOfLines } from './give-back.rules.ts';
import { type LockedOrder, lockForMoney } from './lock-order.ts';
import type { CancelInput } from './order-input.ts';
import { demandOf, exceeding, type LinePieces, openOf, sumPieces } from './order-pieces.ts';
import type { CancelOutcome } from './orders.views.ts';
import { sumShares } from './refund-share.rules.ts';
import { adjustOrder, settleOrder } from './settle-order.ts';

/** Uses of codes, by whom they were taken for. */
export interface OrderCoupons {
  giveBack(tx: Transaction, owner: string): Promise<void>;
}

export interface CancelDesk {
  readonly payments: Payments;
  readonly stock: Inventory['inTransaction'];
  readonly delivery: Pick<Delivery, 'inTransaction'>;
  readonly coupons: OrderCoupons;
  readonly actor: string;
  readonly at: Date;
  tell(detail: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Cancels pieces that are not on their way yet: SPEC rules ORDER-7 to ORDER-10 and ORDER-22. */
export async function cancelOrder(
  tx: Transaction,
  desk: CancelDesk,
  { orderId, lines, reason, delivery, to }: CancelInput,
): Promise<CancelOutcome> {
  const { payments, stock, at } = desk;
  const order = await lockForMoney(tx, payments, orderId);
  if (!order) return { kind: 'no-order' };
  const asked = lines ? sumPieces(lines) : allOpen(order);
  if (asked.length === 0) return { kind: 'nothing-open' };
  const tooMany = exceeding(order, asked);
  if (tooMany) return { kind: 'too-many', ...tooMany };
  const pieces = withGifts(order, asked);
  const owner = `order:${order.id}`;
  const broken = sumPieces((lines ?? []).filter((line) => line.broken));
  // What is held of an order can only become more while it is locked.
  const wreck = await findBroken(tx, stock, order, broken);
  if (wreck.kind === 'not-there') return wreck;
  const goods = sharesOfLines(order, pieces);
  const counted = await countPieces(tx, order, { as: 'cancelled', pieces, at });
  const isWhole = counted.state === 'cancelled';
  // What is delivered to nobody costs nothing, whatever was chosen.
  const { nobodys, others } = byWhetherDelivered(counted);
  const charges = [
    ...sharesOfDeliveries({ ...counted, deliveries: nobodys }, allOf(counted), 'all'),
    ...sharesOfDeliveries({ ...counted, deliveries: others }, pieces, delivery ?? 'none'),
  ];
  const sum = sumShares([...goods, ...charges].map(({ share }) => share));
  const adjusted = await adjustOrder(tx, counted, { amount: sum.gross, deliveries: charges, at });
  // In the order in which a checkout takes them, so that nobody's locks cross.
  if (order.checkoutId !== undefined) {
    if (isWhole) await desk.coupons.giveBack(tx, `checkout:${order.checkoutId}`);
    if (isWhole || nobodys.some(({ kind }) => kind === 'pickup'))
      await desk.delivery.inTransaction.giveBackSlot(tx, order.checkoutId);
  }
  await letGoOf(tx, desk, order, { owner, free: withoutPieces(pieces, broken), broken: wreck.parts });
  const { customerId } = order;
  const choice = { ...(to && { to }), ...(customerId !== undefined && { customerId }) };
  const plan = await settleOrder(tx, payments, adjusted, { reason: 'cancelled', ...choice });
  // Credit needs somebody to have it: who asked for it otherwise gets the money the way it came.
  if (plan.barred > 0) await settleOrder(tx, payments, adjusted, { reason: 'cancelled' });
  await desk.tell({ reason, ...givenBackDetail(goods, charges), ...(broken.length > 0 && { broken }) });
  await tx.emit({ kind: 'order.cancelled', payload: { orderId: order.id, whole: isWhole } });
  return { kind: 'cancelled', state: counted.state, amount: money(sum.gross, order.currency) };
}

/** Where pieces lie that are broken: of several places the one that holds most. */
async function findBroken(
  tx: Transaction,
  stock: CancelDesk['stock'],
  order: LockedOrder,
  broken: readonly LinePieces[],
): Promise<
  | { readonly kind: 'found'; readonly parts: Parameters<CancelDesk['stock']['take']>[2] }
  | Extract<CancelOutcome, { kind: 'not-there' }>
> {
  if (broken.length === 0) return { kind: 'found', parts: [] };
  const held = (await stock.held(tx, `order:${order.id}`))
    .map((each) => ({ ...each }))
    .sort((one, other) => other.quantity - one.quantity);
  const parts: { variantId: string; locationId: string; quantity: number }[] = [];
  for (const { lineId, quantity } of broken) {
    const { variantId } = order.lines.find(({ id }) => id === lineId)!;
    let left = quantity;
    for (const place of held.filter((each) => each.variantId === variantId)) {
      const taken = Math.min(left, place.quantity);
      left -= taken;
      place.quantity -= taken;
      const known = parts.find(
        (part) => part.variantId === variantId && part.locationId === place.locationId,
      );
      if (known) known.quantity += taken;
      else if (taken > 0) parts.push({ variantId, locationId: place.locationId, quantity: taken });
    }
    if (left > 0) return { kind: 'not-there', lineId, there: quantity - left };
  }
  return { kind: 'found', parts };
}

/** The pieces' stock: free again, or gone from where it lay. */
async function letGoOf(
  tx: Transaction,
  { stock, actor, at }: CancelDesk,
  order: LockedOrder,
  {
    owner,
    free,
    broken,
  }: {
    readonly owner: string;
    readonly free: readonly LinePieces[];
    readonly broken: Parameters<CancelDesk['stock']['take']>[2];
  },
): Promise<void> {
  const demand = demandOf(order, free);
  const variantIds = [...new Set([...demand, ...broken].map(({ variantId }) => variantId))];
  // All at once, so that nobody's locks cross.
  if (broken.length > 0) {
    await stock.lockItems(tx, variantIds);
    const taken = await stock.take(tx, owner, broken, { actor, at, reason: 'damaged' });
    if (taken.kind === 'not-reserved') throw notHeld(order, taken.variantId);
  }
  if (demand.length === 0) return;
  const released = await stock.releasePart(tx, owner, demand, { actor, at });
  if (released.kind === 'not-held') throw notHeld(order, released.variantId);
}

function notHeld({ number }: LockedOrder, variantId: string): Error {
  return new Error(`Order ${number} does not hold its pieces of variant "${variantId}". Run the doctor.`);
}

function withoutPieces(pieces: readonly LinePieces[], others: readonly LinePieces[]): LinePieces[] {
  return pieces
    .map(({ lineId, quantity }) => ({
      lineId,
      quantity: quantity - (others.find((other) => other.lineId === lineId)?.quantity ?? 0),
    }))
    .filter(({ quantity }) => quantity > 0);
}

/** Deliveries of which every piece is cancelled, and the others. */
function byWhetherDelivered({ deliveries, lines }: LockedOrder) {
  const isNobodys = (id: string) =>
    lines.every(({ deliveryId, cancelled, quantity }) => deliveryId !== id || cancelled === quantity);
  return {
    nobodys: deliveries.filter(({ id }) => isNobodys(id)),
    others: deliveries.filter(({ id }) => !isNobodys(id)),
  };
}

function allOf({ lines }: LockedOrder): LinePieces[] {
  return lines.map(({ id, quantity }) => ({ lineId: id, quantity }));
}

/** What was given for goods of which none are left is not sent either. */
function withGifts(order: LockedOrder, asked: readonly LinePieces[]): readonly LinePieces[] {
  const askedOf = (lineId: string) => asked.find((each) => each.lineId === lineId)?.quantity ?? 0;
  const isLeft = order.lines.some(
    ({ id, giftOf, quantity, cancelled }) => giftOf === undefined && cancelled + askedOf(id) < quantity,
  );
  if (isLeft) return asked;
  const isGift = (lineId: string) =>
    order.lines.some(({ id, giftOf }) => id === lineId && giftOf !== undefined);
  const gifts = allOpen(order).filter(({ lineId }) => isGift(lineId));
  return [...asked.filter(({ lineId }) => !isGift(lineId)), ...gifts];
}

function allOpen({ lines }: LockedOrder): LinePieces[] {
  return lines
    .map((line) => ({ lineId: line.id, quantity: openOf(line) }))
    .filter(({ quantity }) => quantity > 0);
}
