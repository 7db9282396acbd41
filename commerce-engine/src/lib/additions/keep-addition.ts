import type { Queryable, Transaction } from '@vitrine/database';
import type { Selectable, Updateable } from 'kysely';
import { money } from '../money/money.rules.ts';
import type { AddedGoods } from '../orders/orders.ts';
import type { AdditionsTables } from './additions.tables.ts';
import type { AddedLineView, AdditionView } from './additions.views.ts';

export type KeptAddition = Selectable<AdditionsTables['additions_addition']>;

/** So long an addition waits to be paid: as an order does. */
const WAIT_DAYS = 14;

/** Who holds the stock of an addition that waits. */
export const holderOf = (additionId: string) => `addition:${additionId}`;

/** In the order they were made. */
export function readAdditions(
  on: Queryable,
  which: { readonly id: string } | { readonly orderId: string } | { readonly paymentId: string },
): Promise<KeptAddition[]> {
  const query = on.tables<AdditionsTables>().selectFrom('additions_addition').selectAll();
  const found =
    'id' in which
      ? query.where('id', '=', which.id)
      : 'orderId' in which
        ? query.where('order_id', '=', which.orderId)
        : query.where('payment_id', '=', which.paymentId);
  return found.orderBy('made_at').orderBy('id').execute();
}

export function makeAddition(
  tx: Transaction,
  {
    id,
    orderId,
    goods,
    actor,
    at,
    returnId = null,
    expiresAt = lastMoment(at),
  }: {
    id: string;
    orderId: string;
    goods: AddedGoods;
    actor: string;
    at: Date;
    returnId?: string | null;
    expiresAt?: Date;
  },
): Promise<KeptAddition> {
  return tx
    .tables<AdditionsTables>()
    .insertInto('additions_addition')
    .values({
      id,
      order_id: orderId,
      state: 'waiting',
      goods: JSON.stringify(goods),
      total: goods.priced.total,
      return_id: returnId,
      covered: null,
      payment_id: null,
      is_received: false,
      declined: null,
      made_by: actor,
      made_at: at,
      expires_at: expiresAt,
      updated_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Makes other goods of what waits for a return. */
export function fitAddition(
  tx: Transaction,
  kept: KeptAddition,
  goods: AddedGoods,
  at: Date,
): Promise<KeptAddition> {
  const { total } = goods.priced;
  return writeAddition(tx, kept, { goods: JSON.stringify(goods), total, updated_at: at });
}

export function lastMoment(at: Date): Date {
  return new Date(at.getTime() + WAIT_DAYS * 24 * 60 * 60_000);
}

export function writeAddition(
  tx: Transaction,
  { id }: Pick<KeptAddition, 'id'>,
  change: Updateable<AdditionsTables['additions_addition']>,
): Promise<KeptAddition> {
  return tx
    .tables<AdditionsTables>()
    .updateTable('additions_addition')
    .set(change)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** It comes for pieces that are not back yet, or of which nobody has decided. */
export function waitsForReturn({ return_id, covered }: Pick<KeptAddition, 'return_id' | 'covered'>): boolean {
  return return_id !== null && covered === null;
}

/** What is to be paid of it in money. */
export function toPayOf({ total, covered }: Pick<KeptAddition, 'total' | 'covered'>): number {
  return total - (covered ?? 0);
}

/** Ids of those that nobody has paid in time, or whose order is cancelled; what waits for a return has no time of its own. */
export async function readOverdue(on: Queryable, now: Date, limit: number): Promise<readonly string[]> {
  const { rows } = await on.execute(
    `select addition.id from additions_addition as addition
      join orders_order on orders_order.id = addition.order_id
      where addition.state = 'waiting' and (addition.return_id is null or addition.covered is not null)
        and (addition.expires_at <= $1 or orders_order.state = 'cancelled')
      order by addition.expires_at limit $2`,
    [now, limit],
  );
  return rows.map(({ id }) => id as string);
}

export function additionView(kept: KeptAddition): AdditionView {
  const { id, order_id: orderId, state, goods, declined, expires_at, made_at, updated_at } = kept;
  const cash = (amount: number) => money(amount, goods.priced.currency);
  return {
    id,
    orderId,
    state,
    lines: addedLines(goods),
    tax: cash(goods.priced.tax),
    total: cash(kept.total),
    ...(kept.return_id !== null && { returnId: kept.return_id }),
    ...(kept.covered !== null && { covered: cash(kept.covered) }),
    toPay: cash(toPayOf(kept)),
    until: expires_at.toISOString(),
    ...(declined !== null && { declined }),
    madeAt: made_at.toISOString(),
    updatedAt: updated_at.toISOString(),
  };
}

export function addedLines({ priced, lines }: AddedGoods): AddedLineView[] {
  const cash = (amount: number) => money(amount, priced.currency);
  return priced.lines.map(({ id, quantity, unitPrice, discount, total }) => {
    const { variantId, productSlug, sku, name, options, media } = lines[id]!;
    return {
      ...{ variantId, productSlug, sku, name, options },
      ...(media && { media }),
      quantity,
      unitPrice: cash(unitPrice),
      discount: cash(discount),
      total: cash(total),
    };
  });
}
