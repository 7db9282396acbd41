import { newId, type Queryable, type Transaction } from '@vitrine/database';
import type { CatalogQueries } from '../catalog/catalog.queries.ts';
import type { Customers } from '../customers/customers.ts';
import type { StockBooker } from '../inventory/inventory.ts';
import type { LockedOrder } from '../orders/orders.ts';
import type { AdditionRefusal, InsteadChoices } from './additions.views.ts';
import { choicesInstead } from './choices-instead.ts';
import { fitInstead, type GoodsInstead, priceInstead, type WantedInstead } from './goods-instead.ts';
import { holdGoods, keepGoods, releaseBeyond } from './hold-goods.ts';
import {
  fitAddition,
  type KeptAddition,
  lastMoment,
  makeAddition,
  readAdditions,
  writeAddition,
} from './keep-addition.ts';
import { exemptionsOf, marketOf } from './market-of.ts';
import type { PricingDoors } from './price-goods.ts';
import { completeAddition, giveUpAddition, type SettlingDoors } from './settle-addition.ts';

/** Longer than a parcel takes, and the days in which the rest can be paid after it. */
const HELD_DAYS = 30;

/** Goods that wait for a return. */
export interface HeldInstead {
  readonly additionId: string;
  readonly kept: KeptAddition;
  readonly instead: readonly GoodsInstead[];
}

export type HoldInsteadOutcome =
  | ({ readonly kind: 'held' } & HeldInstead)
  | Extract<AdditionRefusal, { kind: 'not-sold' | 'bad-quantity' | 'no-way' | 'not-enough' }>;

/** Additions that come for pieces of a return: SPEC rules ADD-11 to ADD-15. The order is locked, for money where it is decided. */
export interface AdditionsForReturns {
  /** What of the products of these pieces can be had in their stead now. Holds nothing. */
  choices(
    on: Queryable,
    orderId: string,
    pieces: readonly { readonly lineId: string; readonly quantity: number }[],
    at: Date,
  ): Promise<readonly InsteadChoices[]>;
  /** Prices and holds what is wanted instead of pieces. What is refused has written nothing. */
  hold(
    tx: Transaction,
    order: LockedOrder,
    asked: { readonly returnId: string; readonly wanted: readonly WantedInstead[]; readonly by: StockBooker },
  ): Promise<HoldInsteadOutcome>;
  /** Makes it no more than came back; the order does not count it yet. Undefined = nothing is left of it, and nothing is held. */
  fit(
    tx: Transaction,
    order: LockedOrder,
    came: {
      readonly additionId: string;
      readonly instead: readonly GoodsInstead[];
      readonly pieces: ReadonlyMap<string, number>;
      readonly by: StockBooker;
    },
  ): Promise<HeldInstead | undefined>;
  find(tx: Transaction, additionId: string): Promise<KeptAddition | undefined>;
  /** They are paid in full: lines of the order from now on. Undefined = they are not there any more; nothing was written. */
  add(
    tx: Transaction,
    order: LockedOrder,
    which: { readonly additionId: string; readonly by: StockBooker },
  ): Promise<LockedOrder | undefined>;
  /** So much of them is paid; the rest waits for its money. */
  offer(
    tx: Transaction,
    order: LockedOrder,
    which: { readonly additionId: string; readonly covered: number; readonly by: StockBooker },
  ): Promise<KeptAddition>;
  /** Nothing is held any more. Harmless when it does not wait. */
  letGo(tx: Transaction, which: { readonly additionId: string; readonly by: StockBooker }): Promise<void>;
}

export function additionsForReturns(
  doors: PricingDoors &
    SettlingDoors & {
      readonly customers: Pick<Customers, 'inTransaction'>;
      readonly catalog: Pick<CatalogQueries, 'productsById'>;
    },
): AdditionsForReturns {
  const { orders, stock } = doors;

  async function find(tx: Transaction, id: string): Promise<KeptAddition | undefined> {
    return (await readAdditions(tx, { id }))[0];
  }

  async function letGo(tx: Transaction, { additionId, by }: { additionId: string; by: StockBooker }) {
    const kept = await find(tx, additionId);
    if (kept?.state === 'waiting')
      await giveUpAddition(tx, doors, { kept, by, as: 'withdrawn', byReturn: true });
  }

  return {
    find,
    letGo,
    async choices(on, orderId, pieces, at) {
      const order = pieces.length > 0 ? await orders.inTransaction.read(on, orderId) : undefined;
      if (!order || order.state === 'cancelled') return [];
      const market = await marketOf(on, doors.customers, order);
      return choicesInstead(on, doors, { market, order, pieces, at });
    },
    async hold(tx, order, { returnId, wanted, by }) {
      const { actor, at } = by;
      const market = await marketOf(tx, doors.customers, order);
      const exemptions = await exemptionsOf(tx, doors.customers, order);
      const priced = await priceInstead(tx, doors, { market, order, wanted, at, exemptions });
      if (priced.kind !== 'priced') return priced;
      const { goods, instead } = priced;
      const id = newId();
      const expiresAt = new Date(at.getTime() + HELD_DAYS * 24 * 60 * 60_000);
      const short = await holdGoods(tx, doors, { id, order, goods, expiresAt, by });
      if (short.length > 0) return { kind: 'not-enough', short };
      const kept = await makeAddition(tx, { id, orderId: order.id, goods, actor, at, returnId, expiresAt });
      return { kind: 'held', additionId: id, kept, instead };
    },
    async fit(tx, order, { additionId, instead, pieces, by }) {
      const kept = (await find(tx, additionId))!;
      const fitted = fitInstead(order, { goods: kept.goods, instead, came: pieces });
      if (fitted.instead.length === 0) {
        await letGo(tx, { additionId, by });
        return undefined;
      }
      await releaseBeyond(tx, stock, { id: additionId, goods: fitted.goods, by });
      return { additionId, kept: await fitAddition(tx, kept, fitted.goods, by.at), instead: fitted.instead };
    },
    async add(tx, order, { additionId, by }) {
      const kept = (await find(tx, additionId))!;
      if (!(await keepGoods(tx, doors, { kept, order, by }))) return undefined;
      await writeAddition(tx, kept, { covered: kept.total });
      return completeAddition(tx, doors, { kept, order, by });
    },
    async offer(tx, order, { additionId, covered, by: { actor, at } }) {
      const kept = (await find(tx, additionId))!;
      const written = await writeAddition(tx, kept, { covered, expires_at: lastMoment(at), updated_at: at });
      await orders.inTransaction.tell(tx, order.id, {
        kind: 'goods-offered',
        actor,
        detail: { addition: additionId, total: kept.total, covered },
      });
      await tx.emit({ kind: 'order.goods-offered', payload: { orderId: order.id, additionId } });
      return written;
    },
  };
}
