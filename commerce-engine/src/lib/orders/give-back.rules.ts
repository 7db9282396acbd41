import type { LinePieces } from './count-pieces.ts';
import type { LockedOrder } from './lock-order.ts';
import {
  type DeliveryChoice,
  grossOfFirst,
  type MoneyShare,
  shareOfDelivery,
  shareOfPieces,
} from './refund-share.rules.ts';

export interface LineShare extends LinePieces {
  readonly share: MoneyShare;
}

export interface DeliveryShare {
  readonly deliveryId: string;
  readonly share: MoneyShare;
}

/** What pieces are worth that are about to be given back; each line once. */
export function sharesOfLines(order: LockedOrder, pieces: readonly LinePieces[]): LineShare[] {
  return pieces.map(({ lineId, quantity }) => {
    const line = order.lines.find(({ id }) => id === lineId)!;
    const before = line.cancelled + line.returned;
    return { lineId, quantity, share: shareOfPieces(line, { before, pieces: quantity }) };
  });
}

/** What of their deliveries goes back with pieces, which are counted by now. */
export function sharesOfDeliveries(
  order: LockedOrder,
  pieces: readonly LinePieces[],
  choice: DeliveryChoice,
): DeliveryShare[] {
  const lineIds = new Set(pieces.map(({ lineId }) => lineId));
  return order.deliveries.flatMap((delivery) => {
    const lines = order.lines.filter(({ deliveryId }) => deliveryId === delivery.id);
    if (!lines.some(({ id }) => lineIds.has(id))) return [];
    const back = lines.reduce((sum, line) => sum + grossOfFirst(line, line.cancelled + line.returned), 0);
    const all = lines.reduce((sum, { gross }) => sum + gross, 0);
    const share = shareOfDelivery(delivery, choice, { before: delivery.givenBack, goods: { back, all } });
    return share.gross > 0 ? [{ deliveryId: delivery.id, share }] : [];
  });
}
