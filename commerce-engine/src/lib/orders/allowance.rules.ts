import type { DeliveryShare, DividedOrder, LineShare } from './give-back.rules.ts';
import { leftOfDelivery, leftOfLine } from './left.rules.ts';
import { type MoneyShare, part, shareOfAllowance } from './refund-share.rules.ts';
import { seats } from './split-charge.rules.ts';

/** What an allowance is for. Absent = the order as a whole. */
export type AllowanceFor = { readonly lineId: string } | { readonly deliveryId: string };

/** What is left of a charge that an allowance may be of. Minor units. */
interface Part {
  readonly left: number;
  shareOf(amount: number): MoneyShare;
}

/** An allowance as shares of what was paid: SPEC rules ALLOW-1 and ALLOW-2. */
export interface Allowance {
  readonly lines: readonly LineShare[];
  readonly deliveries: readonly DeliveryShare[];
}

export type AllowancePlan =
  | { readonly kind: 'planned'; readonly allowance: Allowance }
  /** `most` minor units are left. */
  | { readonly kind: 'too-much'; readonly most: number }
  /** There is no such line or delivery. */
  | { readonly kind: 'unknown' };

/** Divides an amount over what is left of the lines and deliveries it is for. Whole minor units. */
export function planAllowance(
  order: DividedOrder,
  amount: number,
  target: AllowanceFor | undefined,
): AllowancePlan {
  const lines = order.lines
    .filter(({ id, onCards }) =>
      target === undefined ? onCards === undefined : 'lineId' in target && target.lineId === id,
    )
    .map((line) => ({ lineId: line.id, ...partOfLine(line) }));
  const deliveries = order.deliveries
    .filter(({ id }) => target === undefined || ('deliveryId' in target && target.deliveryId === id))
    .map((delivery) => ({ deliveryId: delivery.id, ...partOfDelivery(delivery) }));
  const all: readonly Part[] = [...lines, ...deliveries];
  if (all.length === 0 && target) return { kind: 'unknown' };
  const most = all.reduce((sum, { left }) => sum + left, 0);
  if (amount > most) return { kind: 'too-much', most };
  const amounts = seats(
    all.map(({ left }) => left),
    amount,
  );
  const allowance = {
    lines: lines.map(({ lineId, shareOf }, at) => ({ lineId, quantity: 0, share: shareOf(amounts[at]!) })),
    deliveries: deliveries.map(({ deliveryId, shareOf }, at) => ({
      deliveryId,
      share: shareOf(amounts[lines.length + at]!),
    })),
  };
  const isSome = ({ share }: { readonly share: MoneyShare }) => share.gross > 0;
  return {
    kind: 'planned',
    allowance: { lines: allowance.lines.filter(isSome), deliveries: allowance.deliveries.filter(isSome) },
  };
}

function partOfLine(line: DividedOrder['lines'][number]): Part {
  const before = line.cancelled + line.returned;
  return { left: leftOfLine(line), shareOf: (amount) => shareOfAllowance(line, { before, amount }) };
}

function partOfDelivery(delivery: DividedOrder['deliveries'][number]): Part {
  const { givenBack: before } = delivery;
  return { left: leftOfDelivery(delivery), shareOf: (amount) => part(delivery, { before, amount }) };
}
