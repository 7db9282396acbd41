import type { Transaction } from '@vitrine/database';
import type { ChannelDirectory } from '../channel-directory.ts';
import type { Inventory, StockBooker } from '../inventory/inventory.ts';
import type { AddedGoods, LockedOrder } from '../orders/orders.ts';
import { holderOf, type KeptAddition } from './keep-addition.ts';

export interface HoldingDoors {
  readonly stock: Inventory['inTransaction'];
  readonly directory: ChannelDirectory;
}

/** Holds goods for an addition where their delivery takes them from, as a checkout would: ADD-4. @returns what is missing. */
export async function holdGoods(
  tx: Transaction,
  { stock, directory }: HoldingDoors,
  {
    id,
    order,
    goods,
    expiresAt,
    by,
  }: {
    readonly id: string;
    readonly order: LockedOrder;
    readonly goods: AddedGoods;
    readonly expiresAt: Date;
    readonly by: StockBooker;
  },
): Promise<readonly { readonly variantId: string; readonly name: string; readonly free: number }[]> {
  const { kind, storeId } = order.deliveries.find((each) => each.id === goods.deliveryId)!;
  const { locations } = await directory.channel(order.channel, { on: tx });
  const inStore = kind === 'pickup' && storeId !== undefined;
  const source = inStore ? { locations: [storeId], inStore } : { locations };
  const part = { demand: demandOf(goods), ...source };
  const held = await stock.reserve(
    tx,
    { owner: holderOf(id), channel: order.channel, parts: [part], expiresAt },
    by,
  );
  if (held.kind === 'reserved') return [];
  const known = Object.values(goods.lines);
  return held.short.map(({ variantId, free }) => ({
    variantId,
    name: known.find((line) => line.variantId === variantId)?.name ?? '',
    free,
  }));
}

/** Gives what an addition holds to its order; what ran out meanwhile is taken again. @returns false = it is not there any more. */
export async function keepGoods(
  tx: Transaction,
  doors: HoldingDoors,
  { kept, order, by }: { readonly kept: KeptAddition; readonly order: LockedOrder; readonly by: StockBooker },
): Promise<boolean> {
  const { id, goods, expires_at: expiresAt } = kept;
  const { stock } = doors;
  const demand = demandOf(goods);
  // Whoever frees what ran out holds the same rows: what is seen here stays so until the order has it.
  await stock.lockItems(
    tx,
    demand.map(({ variantId }) => variantId),
  );
  const held = await stock.held(tx, holderOf(id));
  const pieces = held.reduce((sum, { quantity, backordered }) => sum + quantity + backordered, 0);
  if (pieces < demand.reduce((sum, { quantity }) => sum + quantity, 0)) {
    await stock.release(tx, holderOf(id), by);
    if ((await holdGoods(tx, doors, { id, order, goods, expiresAt, by })).length > 0) return false;
  }
  await stock.join(tx, holderOf(id), `order:${order.id}`);
  return true;
}

/** Gives back what an addition holds above what these goods are. What has run out already is as it was. */
export async function releaseBeyond(
  tx: Transaction,
  stock: HoldingDoors['stock'],
  { id, goods, by }: { readonly id: string; readonly goods: AddedGoods; readonly by: StockBooker },
): Promise<void> {
  const held = new Map<string, number>();
  for (const { variantId, quantity, backordered } of await stock.held(tx, holderOf(id)))
    held.set(variantId, (held.get(variantId) ?? 0) + quantity + backordered);
  const needed = new Map<string, number>();
  for (const { variantId, quantity } of demandOf(goods))
    needed.set(variantId, (needed.get(variantId) ?? 0) + quantity);
  const beyond = [...held]
    .map(([variantId, pieces]) => ({ variantId, quantity: pieces - (needed.get(variantId) ?? 0) }))
    .filter(({ quantity }) => quantity > 0)
    .sort((a, b) => (a.variantId < b.variantId ? -1 : 1));
  if (beyond.length > 0) await stock.releasePart(tx, holderOf(id), beyond, by);
}

function demandOf({ priced, lines }: AddedGoods) {
  return priced.lines.map(({ id, quantity }) => ({ variantId: lines[id]!.variantId, quantity }));
}
