import { CommerceError } from '../commerce-error.ts';
import type { LinePieces } from './give-back.rules.ts';
import type { LockedLine, LockedOrder } from './lock-order.ts';

export type { LinePieces } from './give-back.rules.ts';

/** Pieces of each line together, in the order of the lines; lines of nothing are left out. */
export function sumPieces(pieces: readonly LinePieces[]): LinePieces[] {
  const sums = new Map<string, number>();
  for (const { lineId, quantity } of pieces) sums.set(lineId, (sums.get(lineId) ?? 0) + quantity);
  return [...sums].map(([lineId, quantity]) => ({ lineId, quantity })).filter(({ quantity }) => quantity > 0);
}

/** Pieces of a line that are neither on their way nor cancelled. */
export function openOf({
  quantity,
  fulfilled,
  cancelled,
}: Pick<LockedLine, 'quantity' | 'fulfilled' | 'cancelled'>): number {
  return quantity - fulfilled - cancelled;
}

/**
 * The first line of which more is asked for than is open.
 * @throws CommerceError `bad_input` when the order has no such line.
 */
export function exceeding(
  order: LockedOrder,
  pieces: readonly LinePieces[],
  openIn: (line: LockedOrder['lines'][number]) => number = openOf,
): { readonly lineId: string; readonly open: number } | undefined {
  for (const { lineId, quantity } of pieces) {
    const line = order.lines.find(({ id }) => id === lineId);
    if (!line) throw new CommerceError('bad_input', `Order ${order.number} has no line "${lineId}".`);
    const open = openIn(line);
    if (quantity > open) return { lineId, open };
  }
  return undefined;
}

/** Pieces by variant: two lines may be of one. */
export function demandOf(order: LockedOrder, pieces: readonly LinePieces[]) {
  const sums = new Map<string, number>();
  for (const { lineId, quantity } of pieces) {
    const { variantId } = order.lines.find(({ id }) => id === lineId)!;
    sums.set(variantId, (sums.get(variantId) ?? 0) + quantity);
  }
  return [...sums].map(([variantId, quantity]) => ({ variantId, quantity }));
}
