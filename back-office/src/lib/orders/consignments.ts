import type { Allocation, OrderLineView, OrderView, ShipmentView } from '@vitrine/commerce-engine/client';

export interface LinePieces {
  readonly line: OrderLineView;
  readonly quantity: number;
  /** Pieces that would be with these, had they not been cancelled. */
  readonly cancelled?: number;
}

/** Pieces that lie at one location and go one way: what can be one parcel or one pickup. */
export interface Consignment {
  readonly locationId: string;
  readonly deliveryId: string;
  readonly kind: 'ship' | 'pickup' | 'electronic';
  readonly pieces: readonly LinePieces[];
}

/** What of a line is neither on its way nor cancelled. */
export function openOf({ quantity, fulfilled, cancelled }: OrderLineView): number {
  return quantity - fulfilled - cancelled;
}

/** What a line brings its shopper, and what of it was cancelled. */
export function piecesLeft(line: OrderLineView): LinePieces {
  return { line, quantity: line.quantity - line.cancelled, cancelled: line.cancelled };
}

/** What is in a shipment; of one that waits for its shopper what can still be handed over. */
export function piecesIn(order: OrderView, { state, lines }: ShipmentView): readonly LinePieces[] {
  return lines.flatMap(({ lineId, quantity }) => {
    const line = order.lines.find(({ id }) => id === lineId);
    if (!line) return [];
    if (state !== 'ready') return [{ line, quantity }];
    // The desk gives out what is open when it is fetched.
    const left = Math.min(quantity, openOf(line));
    return [{ line, quantity: left, cancelled: quantity - left }];
  });
}

/**
 * What of an order can be sent or laid ready, by where it lies. What lies ready for a shopper is none of it; `awaited` has to come into
 * stock first.
 */
export function consignmentsOf(
  order: OrderView,
  { kept, shipments }: { readonly kept: readonly Allocation[]; readonly shipments: readonly ShipmentView[] },
): { readonly consignments: readonly Consignment[]; readonly awaited: readonly LinePieces[] } {
  const ready = shipments.filter(({ state }) => state === 'ready');
  const open = new Map(order.lines.map((line) => [line.id, openOf(line)]));
  const there = kept.map((part) => ({ ...part }));
  for (const { locationId, lines } of ready) {
    for (const { lineId, quantity } of lines) {
      const line = order.lines.find(({ id }) => id === lineId)!;
      // Pieces of a pickup may have been cancelled since.
      const waiting = Math.min(quantity, open.get(lineId)!);
      open.set(lineId, open.get(lineId)! - waiting);
      const part = there.find((each) => each.locationId === locationId && each.variantId === line.variantId);
      if (part) part.quantity = Math.max(0, part.quantity - waiting);
    }
  }
  const take = (variantId: string, most: number): LinePieces[] => {
    let left = most;
    return order.lines.flatMap((line) => {
      if (line.variantId !== variantId) return [];
      const quantity = Math.min(left, open.get(line.id)!);
      if (quantity <= 0) return [];
      left -= quantity;
      open.set(line.id, open.get(line.id)! - quantity);
      return [{ line, quantity }];
    });
  };
  const consignments: Consignment[] = [];
  for (const { variantId, locationId, quantity } of there) {
    for (const piece of take(variantId, quantity)) {
      const { deliveryId } = piece.line;
      const at = consignments.findIndex(
        (each) => each.locationId === locationId && each.deliveryId === deliveryId,
      );
      const kind = order.deliveries.find(({ id }) => id === deliveryId)?.kind ?? 'ship';
      if (at === -1) consignments.push({ locationId, deliveryId, kind, pieces: [piece] });
      else consignments[at] = { ...consignments[at]!, pieces: [...consignments[at]!.pieces, piece] };
    }
  }
  return {
    consignments,
    awaited: there.flatMap(({ variantId, backordered }) => take(variantId, backordered)),
  };
}
