import {
  type DeliveryChoice,
  type GoodsGivenBack,
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
    /** What is left on gift cards that were made of it. Absent = none was. Minor units. */
    readonly onCards?: number;
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

/** Pieces of a line that are counted as given back. */
export interface CountedPieces extends LinePieces {
  /** How many of the line were given back before them. Absent = all others that are. */
  readonly before?: number;
}

/** What of their deliveries goes back with pieces, which are counted by now. */
export function sharesOfDeliveries(
  order: DividedOrder,
  pieces: readonly CountedPieces[],
  choice: DeliveryChoice,
): DeliveryShare[] {
  return order.deliveries.flatMap((delivery) => {
    const lines = order.lines.filter(({ deliveryId }) => deliveryId === delivery.id);
    const goods = goodsGivenBack(lines, pieces);
    if (goods.parts.length === 0) return [];
    const share = shareOfDelivery(delivery, choice, { before: delivery.givenBack, goods });
    return share.gross > 0 ? [{ deliveryId: delivery.id, share }] : [];
  });
}

function goodsGivenBack(lines: DividedOrder['lines'], pieces: readonly CountedPieces[]): GoodsGivenBack {
  // Where all cost nothing, a piece is worth as much as another: the charge falls on them nevertheless.
  const areFree = lines.every(({ gross }) => gross === 0);
  const worth = (line: PaidLine, count: number) => (areFree ? count : grossOfFirst(line, count));
  let all = 0;
  const parts: { from: number; to: number }[] = [];
  for (const line of lines) {
    for (const given of pieces.filter(({ lineId }) => lineId === line.id)) {
      const before = given.before ?? line.cancelled + line.returned - given.quantity;
      parts.push({
        from: all + worth(line, before),
        to: all + worth(line, before + given.quantity),
      });
    }
    all += worth(line, line.quantity);
  }
  return { parts, all };
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
