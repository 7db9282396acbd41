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

/** Cancels pieces that are not on their way yet: SPEC rules ORDER-7 to ORDER-10. */
export async function cancelOrder(
  tx: Transaction,
  desk: CancelDesk,
  { orderId, lines, reason, delivery, to }: CancelInput,
): Promise<CancelOutcome> {
  const { payments, stock, actor, at } = desk;
  const order = await lockForMoney(tx, payments, orderId);
  if (!order) return { kind: 'no-order' };
  const pieces = lines ? sumPieces(lines) : allOpen(order);
  if (pieces.length === 0) return { kind: 'nothing-open' };
  const tooMany = exceeding(order, pieces);
  if (tooMany) return { kind: 'too-many', ...tooMany };
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
  const released = await stock.releasePart(tx, `order:${order.id}`, demandOf(order, pieces), { actor, at });
  if (released.kind === 'not-held')
    throw new Error(
      `Order ${order.number} does not hold its pieces of variant "${released.variantId}". Run the doctor.`,
    );
  const { customerId } = order;
  const choice = { ...(to && { to }), ...(customerId !== undefined && { customerId }) };
  const plan = await settleOrder(tx, payments, adjusted, { reason: 'cancelled', ...choice });
  // Credit needs somebody to have it: who asked for it otherwise gets the money the way it came.
  if (plan.barred > 0) await settleOrder(tx, payments, adjusted, { reason: 'cancelled' });
  await desk.tell({ reason, ...givenBackDetail(goods, charges) });
  await tx.emit({ kind: 'order.cancelled', payload: { orderId: order.id, whole: isWhole } });
  return { kind: 'cancelled', state: counted.state, amount: money(sum.gross, order.currency) };
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

function allOpen({ lines }: LockedOrder): LinePieces[] {
  return lines
    .map((line) => ({ lineId: line.id, quantity: openOf(line) }))
    .filter(({ quantity }) => quantity > 0);
}
