import type { OrderLeftView, OrderView } from '@vitrine/commerce-engine/client';
import type { ChosenPieces } from './pieces-field.tsx';

/** What comes off an order when these pieces of it are cancelled, in minor units. Undefined = only the shop can tell. */
export function cancelledSum(
  { lines, deliveries }: Pick<OrderView, 'lines' | 'deliveries'>,
  left: OrderLeftView,
  { chosen, delivery }: { readonly chosen: ChosenPieces; readonly delivery: string },
): number | undefined {
  let sum = 0;
  for (const { lineId, open } of left.lines) {
    const pieces = chosen[lineId] ?? 0;
    if (pieces > open.length) return undefined;
    sum += open[pieces - 1]?.amount ?? 0;
  }
  for (const { id } of deliveries) {
    const own = lines.filter(({ deliveryId }) => deliveryId === id);
    const isTouched = own.some((line) => (chosen[line.id] ?? 0) > 0);
    const isNobodys = own.every((line) => line.cancelled + (chosen[line.id] ?? 0) === line.quantity);
    const charge = left.deliveries.find(({ deliveryId }) => deliveryId === id)?.left.amount ?? 0;
    if (isNobodys || (isTouched && delivery === 'all')) sum += charge;
    else if (delivery === 'proportional') sum += Math.min(charge, partOf(own, left, chosen));
  }
  return sum;
}

/** What goes back to whoever paid when so much comes off what an order owes. Minor units. */
export function backOf(
  { paid, refunded, owed }: Pick<OrderView, 'paid' | 'refunded' | 'owed'>,
  off: number,
): number {
  return Math.max(0, paid.amount - refunded.amount - (owed.amount - off));
}

/** What of a delivery's charge falls on the pieces of its lines. */
function partOf(own: OrderView['lines'], left: OrderLeftView, chosen: ChosenPieces): number {
  return own.reduce((sum, { id }) => {
    const charges = left.lines.find(({ lineId }) => lineId === id)?.charges ?? [];
    return sum + (charges[(chosen[id] ?? 0) - 1]?.amount ?? 0);
  }, 0);
}
