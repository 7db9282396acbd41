import { money } from '../money/money.rules.ts';
import type { LockedOrder } from '../orders/orders.ts';
import { isOpenInstead, type KeptInstead, keptInstead } from './instead.ts';
import { type KeptReturn, writeReturn } from './keep-return.ts';
import { quoteRefund, type Refunded, type RefundTerms, refundPieces } from './refund-return.ts';
import type { Inspected, ReturnDesk } from './return-desk.ts';
import type { InsteadEnd } from './returns.views.ts';

/** Writes down how what is wanted instead stands. */
export function writeInstead(desk: ReturnDesk, kept: KeptReturn, instead: KeptInstead): Promise<KeptReturn> {
  return writeReturn(desk.tx, kept, { instead: JSON.stringify(instead), updated_at: desk.at });
}

/** The return ends without the goods: nothing is held for it any more. Harmless when nothing is. SPEC rule RET-26. */
export async function letGoInstead(desk: ReturnDesk, kept: KeptReturn, why: InsteadEnd): Promise<KeptReturn> {
  const { tx, additions } = desk;
  const { instead } = kept;
  if (!isOpenInstead(instead)) return kept;
  await additions.letGo(tx, { additionId: instead.additionId, by: desk });
  return writeInstead(desk, kept, endedInstead(instead, why));
}

export function endedInstead({ toPay: _, terms: __, ...instead }: KeptInstead, why: InsteadEnd): KeptInstead {
  return { ...instead, state: 'over', why };
}

/** Holds no more than came back: SPEC rule RET-26. The order does not count the pieces yet. */
export async function fitInsteadTo(
  desk: ReturnDesk,
  order: LockedOrder,
  { kept, inspected }: { readonly kept: KeptReturn; readonly inspected: readonly Inspected[] },
): Promise<KeptReturn> {
  const { tx, additions } = desk;
  const { instead } = kept;
  if (!isOpenInstead(instead)) return kept;
  const pieces = new Map(
    inspected.map(({ lineId, resellable, damaged }) => [lineId, resellable + damaged] as const),
  );
  const { additionId, lines } = instead;
  const fitted = await additions.fit(tx, order, { additionId, instead: lines, pieces, by: desk });
  return writeInstead(desk, kept, fitted ? keptInstead(fitted) : endedInstead(instead, 'missing'));
}

export type SettledInstead =
  | Refunded
  /** The return pays a part of the goods; so much waits to be paid. Minor units. */
  | { readonly kind: 'to-pay'; readonly kept: KeptReturn; readonly toPay: number }
  /** They are not there any more. */
  | { readonly kind: 'sold-out' };

/**
 * What came back pays for what is wanted instead: SPEC rules RET-27 and RET-28. Locked for money.
 * @param terms of a return whose goods are held.
 */
export async function settleInstead(
  desk: ReturnDesk,
  order: LockedOrder,
  { kept, ...terms }: RefundTerms & { readonly kept: KeptReturn & { readonly instead: KeptInstead } },
): Promise<SettledInstead> {
  const { tx, additions } = desk;
  const { instead } = kept;
  const { additionId, total } = instead;
  const quoted = await quoteRefund(desk, grownBy(order, instead), { kept, ...terms });
  if (quoted.kind !== 'quoted') return quoted;
  if (quoted.amount < total) {
    const { amount: covered } = quoted;
    await additions.offer(tx, order, { additionId, covered, by: desk });
    const toPay = total - covered;
    const waiting = { ...instead, state: 'to-pay', toPay, terms } as const;
    return { kind: 'to-pay', kept: await writeInstead(desk, kept, waiting), toPay };
  }
  const grown = await additions.add(tx, order, { additionId, by: desk });
  if (!grown) return { kind: 'sold-out' };
  return payInstead(desk, { before: order, grown }, { kept, ...terms });
}

/** The goods are the order's, and the return's money pays for them: what is above goes back. Locked for money. */
export async function payInstead(
  desk: ReturnDesk,
  { before, grown }: { readonly before: LockedOrder; readonly grown: LockedOrder },
  { kept, ...terms }: RefundTerms & { readonly kept: KeptReturn & { readonly instead: KeptInstead } },
): Promise<Extract<Refunded, { readonly kind: 'refunded' }>> {
  const refunded = await refundPieces(desk, grown, {
    ...{ kept, ...terms, exchanged: kept.instead.total },
    chargedFor: before,
  });
  if (refunded.kind !== 'refunded')
    throw new Error(`What return ${kept.number} was to pay could not be paid: ${refunded.kind}.`);
  const { toPay: _, terms: __, ...instead } = kept.instead;
  return { ...refunded, kept: await writeInstead(desk, refunded.kept, { ...instead, state: 'added' }) };
}

/** An order as it will be with the goods: what it owes then decides what goes back. */
export function grownBy(order: LockedOrder, { total }: Pick<KeptInstead, 'total'>): LockedOrder {
  return { ...order, total: order.total + total };
}

/** How a refund's quote tells of the goods. */
export function quotedInstead(
  { total }: KeptInstead,
  { amount, currency }: { readonly amount: number; readonly currency: string },
) {
  const covered = Math.min(amount, total);
  const cash = (sum: number) => money(sum, currency);
  return { total: cash(total), covered: cash(covered), toPay: cash(total - covered) };
}
