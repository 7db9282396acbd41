import type { Transaction } from '@vitrine/database';
import type { PricedCart, PricedTax } from '../cart/priced-cart.rules.ts';
import { canonicalJson } from '../idempotency/canonical-json.ts';
import type { TaxRelief } from '../tax/tax-exemption.rules.ts';
import { fulfilmentOf } from './count-pieces.ts';
import type { LockedOrder } from './lock-order.ts';
import type { DraftLine } from './order-draft.ts';
import type { LinePieces } from './order-pieces.ts';
import type { OrdersTables } from './orders.tables.ts';
import { discountsOf, lineRow } from './place-order.ts';
import { type MoneyShare, sumShares } from './refund-share.rules.ts';

/** Goods for an order that stands, priced and frozen; they go with one of its deliveries, whose charge stays. JSON. */
export interface AddedGoods {
  readonly deliveryId: string;
  /** Without deliveries. */
  readonly priced: PricedCart;
  /** By the ids of the priced lines. */
  readonly lines: Readonly<Record<string, Omit<DraftLine, 'deliveryId'>>>;
  /** Names of promotions then, by id. */
  readonly promotions: Readonly<Record<string, string>>;
}

/** What came to an order. */
export interface AddedShare extends MoneyShare {
  readonly lines: readonly (LinePieces & Pick<MoneyShare, 'net' | 'gross'>)[];
}

/** Makes goods lines of an order, behind those it has; nothing of these changes: SPEC rules ORDER-19 and ORDER-20. It is locked. */
export async function addLines(
  tx: Transaction,
  order: LockedOrder,
  { priced, lines: facts, promotions, deliveryId }: AddedGoods,
  at: Date,
): Promise<AddedShare> {
  const tables = tx.tables<OrdersTables>();
  const before = await tables
    .selectFrom('orders_order')
    .select(['taxes', 'discounts', 'reliefs'])
    .where('id', '=', order.id)
    .executeTakeFirstOrThrow();
  const rows = priced.lines.map((line, at) => ({
    place: order.lines.length + at,
    order_id: order.id,
    ...lineRow(line, facts[line.id]!, deliveryId),
  }));
  await tables.insertInto('orders_line').values(rows).execute();
  const fulfilment = fulfilmentOf([
    ...order.lines,
    ...priced.lines.map(({ quantity }) => ({ quantity, fulfilled: 0, cancelled: 0 })),
  ]);
  await tables
    .updateTable('orders_order')
    .set((is) => ({
      pieces: is('pieces', '+', sumOf(priced.lines, 'quantity')),
      goods: is('goods', '+', priced.goods),
      discount: is('discount', '+', priced.discount),
      net: is('net', '+', priced.net),
      tax: is('tax', '+', priced.tax),
      waived: is('waived', '+', priced.waived ?? 0),
      reliefs: JSON.stringify(joinReliefs(before.reliefs, priced.reliefs)),
      total: is('total', '+', priced.total),
      taxes: JSON.stringify(joinTaxes(before.taxes, priced.taxes)),
      discounts: JSON.stringify(joinDiscounts([...before.discounts, ...discountsOf(priced, promotions)])),
      fulfilment,
      updated_at: at,
    }))
    .where('id', '=', order.id)
    .execute();
  return {
    ...sumShares(priced.lines),
    lines: rows.map(({ id: lineId, quantity, net, gross }) => ({ lineId, quantity, net, gross })),
  };
}

function sumOf<Key extends string>(parts: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return parts.reduce((sum, part) => sum + part[key], 0);
}

function joinReliefs(before: readonly TaxRelief[], more: readonly TaxRelief[] = []): readonly TaxRelief[] {
  return [...new Map([...before, ...more].map((relief) => [canonicalJson(relief), relief])).values()];
}

function joinTaxes(before: readonly PricedTax[], more: readonly PricedTax[]): readonly PricedTax[] {
  const taxes = new Map<string, PricedTax>();
  for (const tax of [...before, ...more]) {
    const known = taxes.get(tax.rateId) ?? { ...tax, taxable: 0, amount: 0 };
    const sums = { taxable: known.taxable + tax.taxable, amount: known.amount + tax.amount };
    taxes.set(tax.rateId, { ...known, ...sums });
  }
  return [...taxes.values()];
}

function joinDiscounts<Discount extends { promotionId: string; code?: string; amount: number }>(
  parts: readonly Discount[],
): Discount[] {
  const sums = new Map<string, Discount>();
  for (const part of parts) {
    const key = `${part.promotionId} ${part.code ?? ''}`;
    sums.set(key, { ...part, amount: (sums.get(key)?.amount ?? 0) + part.amount });
  }
  return [...sums.values()];
}
