import { money } from '../money/money.rules.ts';
import type { LockedOrder } from '../orders/orders.ts';
import { isOpenInstead } from './instead.ts';
import { type KeptReturn, returnView } from './keep-return.ts';
import { type RefundTerms, refundPieces } from './refund-return.ts';
import type { ReturnDesk } from './return-desk.ts';
import type { RefundOutcome } from './returns.views.ts';
import { letGoInstead, settleInstead } from './settle-instead.ts';

/** Refunds a return, and carries out what is wanted instead unless it is let go: SPEC rules RET-7, RET-27 and RET-28. Locked for money. */
export async function refundWith(
  desk: ReturnDesk,
  { order, kept }: { readonly order: LockedOrder; readonly kept: KeptReturn },
  { terms, instead: isWanted }: { readonly terms: Omit<RefundTerms, 'kept'>; readonly instead: boolean },
): Promise<RefundOutcome> {
  const { instead } = kept;
  if (!isOpenInstead(instead) || !isWanted) {
    const refunded = await refundPieces(desk, order, { kept, ...terms });
    if (refunded.kind !== 'refunded') return refunded;
    return { kind: 'done', return: returnView(await letGoInstead(desk, refunded.kept, 'money')) };
  }
  const waits = (now: KeptReturn, toPay: number) =>
    ({ kind: 'to-pay', return: returnView(now), toPay: money(toPay, order.currency) }) as const;
  // What was decided stands while the rest is awaited.
  if (instead.state === 'to-pay') return waits(kept, instead.toPay ?? 0);
  const settled = await settleInstead(desk, order, { ...terms, kept: { ...kept, instead } });
  if (settled.kind === 'refunded') return { kind: 'done', return: returnView(settled.kept) };
  return settled.kind === 'to-pay' ? waits(settled.kept, settled.toPay) : settled;
}
