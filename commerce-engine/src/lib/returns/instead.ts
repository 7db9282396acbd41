import type { HeldInstead } from '../additions/additions-for-returns.ts';
import { money } from '../money/money.rules.ts';
import type { RefundTender } from '../orders/refund-plan.rules.ts';
import type { DeliveryChoice } from '../orders/refund-share.rules.ts';
import type { InsteadEnd, InsteadState, InsteadView } from './returns.views.ts';

/** What is wanted instead of a return's pieces, as it stands with the return. JSON; money in minor units. */
export interface KeptInstead {
  readonly state: InsteadState;
  readonly additionId: string;
  /** ISO time. */
  readonly heldUntil: string;
  readonly lines: readonly KeptInsteadLine[];
  /** What they cost together, tax within. */
  readonly total: number;
  /** What the pieces are worth that were announced. */
  readonly worth?: number;
  /** Of `to-pay`: what the return leaves to be paid, and what was decided of its money. */
  readonly toPay?: number;
  readonly terms?: {
    readonly fee?: number;
    readonly delivery?: DeliveryChoice;
    readonly to?: RefundTender;
  };
  /** Of `over`: why. */
  readonly why?: InsteadEnd;
}

export interface KeptInsteadLine {
  readonly lineId: string;
  readonly variantId: string;
  readonly productSlug: string;
  readonly sku: string;
  readonly name: string;
  readonly options: string;
  readonly quantity: number;
  readonly isEven: boolean;
  readonly cost: number;
  readonly goods: readonly string[];
}

/** As it is kept once it is held. */
export function keptInstead({ additionId, kept, instead }: HeldInstead, worth?: number): KeptInstead {
  const { goods, total, expires_at } = kept;
  return {
    state: 'held',
    additionId,
    heldUntil: expires_at.toISOString(),
    lines: instead.map(({ goods: own, ...line }) => {
      const { productSlug, sku, name, options } = goods.lines[own[0]!]!;
      const cost = goods.priced.lines
        .filter(({ id }) => own.includes(id))
        .reduce((sum, { gross }) => sum + gross, 0);
      return { ...line, ...{ productSlug, sku, name, options, cost }, goods: own };
    }),
    total,
    ...(worth !== undefined && { worth }),
  };
}

/** Its goods wait: for the return, or for the rest of their money. */
export function isOpenInstead(instead: KeptInstead | null): instead is KeptInstead {
  return instead !== null && (instead.state === 'held' || instead.state === 'to-pay');
}

/** What of the goods a return's money pays, and what of it goes back: SPEC rule RET-30. Minor units. */
function dividedBy(
  { total }: Pick<KeptInstead, 'total'>,
  refund: number,
): { readonly covered: number; readonly back: number } {
  const covered = Math.min(refund, total);
  return { covered, back: refund - covered };
}

/** @param credit what came back is worth. Absent = it was not received. */
export function insteadView(
  instead: KeptInstead,
  {
    currency,
    credit,
    refund,
  }: { readonly currency: string; readonly credit?: number; readonly refund: number | null },
): InsteadView {
  const { state, additionId, heldUntil, lines, total, toPay, why } = instead;
  const cash = (amount: number) => money(amount, currency);
  const worth = credit ?? instead.worth;
  const divided = state === 'added' && refund !== null ? dividedBy(instead, refund) : undefined;
  return {
    state,
    additionId,
    heldUntil,
    lines: lines.map(({ goods: _, cost, ...line }) => ({ ...line, cost: cash(cost) })),
    total: cash(total),
    ...(state === 'to-pay' && toPay !== undefined && { toPay: cash(toPay) }),
    ...(state === 'held' && worth !== undefined && { difference: cash(total - worth) }),
    ...(divided && { covered: cash(divided.covered), back: cash(divided.back) }),
    ...(why && { why }),
  };
}
