import type { Transaction } from '@vitrine/database';
import type { DeliveryKind } from '../delivery/delivery.rules.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { money } from '../money/money.rules.ts';
import { demandOf, exceeding, type LinePieces, openOf, sumPieces } from '../orders/order-pieces.ts';
import type { LockedOrder, Orders } from '../orders/orders.ts';
import type { Stores } from '../stores/stores.ts';
import type { FulfilmentRefusal, ShipmentView } from './fulfilment.views.ts';

/** What a fulfilment command works with. */
export interface FulfilmentDesk {
  readonly tx: Transaction;
  readonly orders: Orders;
  readonly stock: Inventory['inTransaction'];
  readonly stores: Stores;
  readonly actor: string;
  readonly at: Date;
}

export interface Wanted {
  readonly orderId: string;
  readonly lines: readonly LinePieces[];
  readonly locationId: string;
}

export type Checked =
  | { readonly kind: 'usable'; readonly order: LockedOrder; readonly pieces: readonly LinePieces[] }
  | FulfilmentRefusal;

export const ownerOf = (orderId: string) => `order:${orderId}`;

/**
 * Locks the order and holds what is wanted against it.
 * @param kinds how the lines may reach the shopper.
 * @param ready pieces that wait in pickups already, by line.
 */
export async function checkWanted(
  desk: FulfilmentDesk,
  wanted: Wanted,
  {
    kinds,
    ready = async () => [],
  }: {
    readonly kinds: readonly DeliveryKind[];
    readonly ready?: () => Promise<readonly ShipmentView[]>;
  },
): Promise<Checked> {
  const { tx, orders, stock } = desk;
  const order = await orders.inTransaction.lockForMoney(tx, wanted.orderId);
  if (!order) return { kind: 'no-order' };
  const pieces = sumPieces(wanted.lines);
  const waiting = await ready();
  const inPickups = piecesIn(waiting);
  const tooMany = exceeding(order, pieces, (line) => openOf(line) - (inPickups.get(line.id) ?? 0));
  if (tooMany) return { kind: 'too-many', ...tooMany };
  const lines = order.lines.filter(({ id }) => pieces.some(({ lineId }) => lineId === id));
  const kindOf = (deliveryId: string) => order.deliveries.find(({ id }) => id === deliveryId)!.kind;
  const other = lines.filter(({ deliveryId }) => !kinds.includes(kindOf(deliveryId)));
  if (other.length > 0) return { kind: 'other-way', lineIds: other.map(({ id }) => id) };
  if (new Set(lines.map(({ deliveryId }) => deliveryId)).size > 1) return { kind: 'several-deliveries' };
  const held = await stock.held(tx, ownerOf(order.id));
  const here = waiting.filter(({ locationId }) => locationId === wanted.locationId);
  const readyHere = new Map(
    demandOf(order, [...piecesIn(here)].map(toPieces)).map((each) => [each.variantId, each.quantity]),
  );
  for (const { variantId, quantity } of demandOf(order, pieces)) {
    const at = held.find((each) => each.variantId === variantId && each.locationId === wanted.locationId);
    const there = (at?.quantity ?? 0) - (readyHere.get(variantId) ?? 0);
    if (there < quantity) return { kind: 'not-there', variantId, there };
  }
  return { kind: 'usable', order, pieces };
}

/**
 * Takes pieces out of stock and counts them, and has the money taken that was promised for them: FUL-12. The order is locked
 * for money, and they are known to be there.
 */
export async function takePieces(
  { tx, orders, stock, actor, at }: FulfilmentDesk,
  order: LockedOrder,
  {
    pieces,
    locationId,
    beforePaid = false,
  }: {
    readonly pieces: readonly LinePieces[];
    readonly locationId: string;
    readonly beforePaid?: boolean | undefined;
  },
): Promise<Extract<FulfilmentRefusal, { kind: 'not-there' | 'not-paid' }> | LockedOrder> {
  const owner = ownerOf(order.id);
  const missing = await orders.inTransaction.takePromised(tx, order, { beforePaid });
  if (missing > 0 && !beforePaid) return { kind: 'not-paid', missing: money(missing, order.currency) };
  if (missing > 0)
    await orders.inTransaction.tell(tx, order.id, { kind: 'sent-on-account', actor, detail: { missing } });
  const parts = demandOf(order, pieces).map((demand) => ({ ...demand, locationId }));
  const taken = await stock.take(tx, owner, parts, { actor, at });
  if (taken.kind === 'taken') return orders.inTransaction.count(tx, order, { as: 'fulfilled', pieces });
  const { variantId } = taken;
  const held = await stock.held(tx, owner);
  const there = held.find((each) => each.variantId === variantId && each.locationId === locationId);
  return { kind: 'not-there', variantId, there: there?.quantity ?? 0 };
}

function piecesIn(shipments: readonly ShipmentView[]): Map<string, number> {
  const all = shipments.flatMap(({ lines }) => lines);
  return new Map(sumPieces(all).map(({ lineId, quantity }) => [lineId, quantity]));
}

function toPieces([lineId, quantity]: readonly [string, number]): LinePieces {
  return { lineId, quantity };
}
