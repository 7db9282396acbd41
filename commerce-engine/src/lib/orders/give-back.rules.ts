import {
  type DeliveryChoice,
  grossOfFirst,
  type MoneyShare,
  type PaidCharge,
  type PaidLine,
  shareOfDelivery,
  shareOfPieces,
  sumShares,
} from './refund-share.rules.ts';

/** Pieces of a line. */
export interface LinePieces {
  readonly lineId: string;
  readonly quantity: number;
}

/** An order as far as pieces of it can be given back. */
export interface DividedOrder {
  readonly lines: readonly (PaidLine & {
    readonly id: string;
    readonly deliveryId: string;
    readonly cancelled: number;
    readonly returned: number;
  })[];
  readonly deliveries: readonly (PaidCharge & {
    readonly id: string;
    /** What of its charge went back already. */
    readonly givenBack: number;
  })[];
}

export interface LineShare extends LinePieces {
  readonly share: MoneyShare;
}

export interface DeliveryShare {
  readonly deliveryId: string;
  readonly share: MoneyShare;
}

/** What pieces are worth that are about to be given back; each line once. */
export function sharesOfLines(order: DividedOrder, pieces: readonly LinePieces[]): LineShare[] {
  return pieces.map(({ lineId, quantity }) => {
    const line = order.lines.find(({ id }) => id === lineId)!;
    const before = line.cancelled + line.returned;
    return { lineId, quantity, share: shareOfPieces(line, { before, pieces: quantity }) };
  });
}

/** What of their deliveries goes back with pieces, which are counted by now. */
export function sharesOfDeliveries(
  order: DividedOrder,
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

/** What a timeline's entry says of money that came off an order: enough to write a credit note from. */
export interface GivenBackDetail extends MoneyShare {
  readonly lines: readonly (LinePieces & Pick<MoneyShare, 'net' | 'gross'>)[];
  /** What of it is delivery, and of which; older entries do not name them. */
  readonly charges: Pick<MoneyShare, 'net' | 'gross'> & { readonly deliveryIds?: readonly string[] };
}

export function givenBackDetail(
  lines: readonly LineShare[],
  deliveries: readonly DeliveryShare[],
): GivenBackDetail {
  const { net, gross } = sumShares(deliveries.map(({ share }) => share));
  return {
    ...sumShares([...lines, ...deliveries].map(({ share }) => share)),
    lines: lines.map(({ lineId, quantity, share }) => ({
      lineId,
      quantity,
      net: share.net,
      gross: share.gross,
    })),
    charges: { net, gross, deliveryIds: deliveries.map(({ deliveryId }) => deliveryId) },
  };
}
