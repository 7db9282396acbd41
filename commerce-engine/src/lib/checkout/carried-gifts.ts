import type { CartLine } from '../cart/cart-line.ts';
import type { Gifts } from '../cart/gift-lines.ts';
import type { DeliveryKind } from '../delivery/delivery.rules.ts';
import { allDeliveries, type CheckoutDeliveries, type CheckoutDelivery } from './checkout-deliveries.ts';

/** Deliveries of what is bought with the gifts that go along, and those gifts. */
export interface CarriedGifts {
  readonly deliveries: CheckoutDeliveries;
  readonly gifts: Gifts;
}

/**
 * Puts gifts into the deliveries there are, the one for the whole first: SPEC rule CHECK-37. What none of them can carry is missed. Pure.
 * @param bought lines of the shopper. `ways` kinds of delivery of each gift, in the order of the gifts.
 */
export function carryGifts(
  { deliveries, gifts }: CarriedGifts,
  {
    bought,
    ways,
  }: { readonly bought: readonly CartLine[]; readonly ways: readonly (readonly DeliveryKind[])[] },
): CarriedGifts {
  const carried: { readonly line: CartLine; readonly by: CheckoutDelivery }[] = [];
  const missed = [...gifts.missed];
  gifts.lines.forEach((gift, at) => {
    const inside = [...bought, ...carried.map(({ line }) => line)];
    const rooms = allDeliveries(deliveries).map((by) => {
      const ids = [
        ...by.lineIds,
        ...carried.filter((each) => each.by.id === by.id).map(({ line }) => line.id),
      ];
      const along = inside.filter(({ id, variantId }) => variantId === gift.variantId && ids.includes(id));
      return { by, quantity: roomFor(gift, { by, ways: ways[at]!, along, facts: gifts.facts }) };
    });
    const most = Math.max(...rooms.map(({ quantity }) => quantity));
    const isMissed = missed.some(({ promotionId }) => promotionId === gift.giftOf);
    if (most < gift.quantity && gift.giftOf !== undefined && !isMissed)
      missed.push({ promotionId: gift.giftOf, name: gift.seenName });
    const room = rooms.find(({ quantity }) => quantity === most);
    if (room && most > 0) carried.push({ line: { ...gift, quantity: most }, by: room.by });
  });
  const withTheirs = <Delivery extends CheckoutDelivery>(delivery: Delivery): Delivery => {
    const theirs = carried.filter(({ by }) => by.id === delivery.id).map(({ line }) => line.id);
    return { ...delivery, lineIds: [...delivery.lineIds, ...theirs] };
  };
  const { main, others, lineWays } = deliveries;
  return {
    deliveries: {
      main: withTheirs(main),
      others: others.map(withTheirs),
      lineWays: [
        ...lineWays,
        ...carried.map(({ line, by }) => {
          const way = kindOf(by);
          return { lineId: line.id, ways: way ? [way] : [], ...(way && { way }), isApart: by.id !== main.id };
        }),
      ],
    },
    gifts: { ...gifts, lines: carried.map(({ line }) => line), missed },
  };
}

/** How many pieces of a gift a delivery can take along. */
function roomFor(
  { variantId, quantity }: CartLine,
  {
    by,
    ways,
    along,
    facts,
  }: {
    readonly by: CheckoutDelivery;
    readonly ways: readonly DeliveryKind[];
    /** Of the same variant. */
    readonly along: readonly CartLine[];
    readonly facts: Gifts['facts'];
  },
): number {
  const kind = kindOf(by);
  // While nothing is decided, it goes along with whatever could be.
  if (!kind) {
    const kinds = by.options.map((option) => option.kind);
    return ways.some((way) => kinds.length === 0 || kinds.includes(way)) ? quantity : 0;
  }
  if (!ways.includes(kind)) return 0;
  if (kind !== 'pickup') return quantity;
  const offered = by.chosen?.stores ?? [];
  const chosen = offered.filter(({ id }) => id === by.choice?.storeId);
  const stores = chosen.length > 0 ? chosen : offered;
  const taken = along.reduce((sum, line) => sum + line.quantity, 0);
  const inStores = facts.get(variantId)?.stock.inStores ?? [];
  const rooms = stores.map(({ id }) => {
    const told = inStores.find(({ storeId }) => storeId === id);
    if (!told || told.class === 'sold-out') return 0;
    return told.left === undefined ? quantity : told.left - taken;
  });
  return Math.max(0, Math.min(quantity, Math.max(0, ...rooms)));
}

function kindOf({ kind, chosen }: CheckoutDelivery): DeliveryKind | undefined {
  return chosen?.kind ?? kind;
}
