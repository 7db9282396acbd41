import type { Queryable } from '@vitrine/database';
import type { CartLine } from '../cart/cart-line.ts';
import type { LineFacts } from '../cart/line-facts.ts';
import type { DeliveryKind } from '../delivery/delivery.rules.ts';
import type { Place } from '../tax/place.rules.ts';
import type { ChosenDelivery, DeliveryOptionView, LineWaysView } from './checkout.views.ts';
import type { CheckoutDesk } from './checkout-desk.ts';
import { divideLines } from './divide-lines.rules.ts';
import type { KeptCheckout } from './keep-checkout.ts';

/** Lines of a checkout that are delivered together. */
export interface CheckoutDelivery {
  /** Names its charge. */
  readonly id: string;
  /** Absent = not decided: only where all lines go together. */
  readonly kind?: DeliveryKind;
  readonly lineIds: readonly string[];
  readonly options: readonly DeliveryOptionView[];
  /** What was chosen, whether it is to be had or not. */
  readonly choice: ChosenDelivery | null;
  /** The option that is chosen, while it is to be had. */
  readonly chosen: DeliveryOptionView | undefined;
}

export interface CheckoutDeliveries {
  /** The one for all that does not go apart. */
  readonly main: CheckoutDelivery;
  readonly others: readonly CheckoutDelivery[];
  readonly lineWays: readonly LineWaysView[];
}

/** How a checkout's lines reach the shopper, and how else they could: SPEC rules CHECK-26 to CHECK-29. */
export async function checkoutDeliveries(
  on: Queryable,
  desk: CheckoutDesk,
  {
    checkout,
    lines,
    facts,
    ...ask
  }: {
    readonly checkout: KeptCheckout | undefined;
    readonly place: Place;
    /** Of the whole cart: what is delivered apart does not make the rest dearer. */
    readonly subtotal: number;
    readonly lines: readonly CartLine[];
    readonly facts: ReadonlyMap<string, LineFacts>;
  },
): Promise<CheckoutDeliveries> {
  const { doors, market, now } = desk;
  const methods = await doors.delivery.methods({ on });
  const kindOf = (choice: ChosenDelivery | null | undefined) =>
    methods.find(({ id }) => id === choice?.methodId)?.kind;
  const productIds = lines.map(({ variantId }) => facts.get(variantId)!.productId);
  const ways = await doors.delivery.ways(market, productIds, { on, at: now });
  const toDeliver = lines.map(({ id }, at) => ({ id, ways: ways[at]! }));
  const whole = checkout?.delivery ?? null;
  const divided = divideLines(toDeliver, { kind: kindOf(whole), apart: checkout?.apart ?? {} });

  /** Nobody is offered to pick up what no store has. What they chose before stays, and it is said that it is not to be had. */
  function offeredWays(at: number): readonly DeliveryKind[] {
    const { variantId, quantity } = lines[at]!;
    const inStores = facts.get(variantId)?.stock.inStores ?? [];
    const isThere = inStores.some(
      ({ class: told, left }) => told !== 'sold-out' && (left === undefined || left >= quantity),
    );
    return ways[at]!.filter((way) => way !== 'pickup' || isThere);
  }

  async function optionsFor(lineIds: readonly string[]): Promise<readonly DeliveryOptionView[]> {
    const own = lines.filter(({ id }) => lineIds.includes(id));
    const inStores = own.map(({ variantId }) => facts.get(variantId)?.stock.inStores ?? []);
    const shipsFrom = own.map(({ variantId }) => facts.get(variantId)?.stock.shipsFrom);
    const { offered } = await doors.delivery.options(
      market,
      { ...ask, lines: own },
      { on, at: now, stock: { inStores, shipsFrom } },
    );
    return offered.map(({ stores, ...option }) => {
      const method = methods.find(({ id }) => id === option.methodId);
      return {
        ...option,
        ...(stores && {
          stores: stores
            .filter(({ available }) => available)
            .map(({ storeId, name, city }) => ({ id: storeId, name, city })),
        }),
        hasSlots: method?.slots !== undefined || method?.slotsByStore !== undefined,
      };
    });
  }

  /** Of one kind, which was chosen with its lines: it goes the first way there is until another one is chosen. */
  async function ofKind(kind: DeliveryKind, lineIds: readonly string[]) {
    const options = await optionsFor(lineIds);
    const ways = options.filter((option) => option.kind === kind);
    const stored = [whole, ...(checkout?.other_deliveries ?? [])].find((each) => kindOf(each) === kind);
    const chosen = ways.find(({ methodId }) => methodId === stored?.methodId) ?? ways[0];
    const isStored = chosen !== undefined && chosen.methodId === stored?.methodId;
    const choice = isStored ? stored! : chosen ? { methodId: chosen.methodId } : null;
    return { kind, lineIds, options, choice, chosen };
  }

  async function forTheWhole(): Promise<CheckoutDelivery> {
    const { together, kind } = divided;
    const wanted = kindOf(whole);
    // No line goes the way that was chosen for the whole any more.
    if (wanted && kind && kind !== wanted) return { id: MAIN, ...(await ofKind(kind, together)) };
    const options = await optionsFor(together);
    const chosen = options.find(({ methodId }) => methodId === whole?.methodId);
    return { id: MAIN, ...(kind && { kind }), lineIds: together, options, choice: whole, chosen };
  }

  const main = await forTheWhole();
  const others: CheckoutDelivery[] = [];
  for (const { kind, lineIds } of divided.others) {
    const delivery = await ofKind(kind, lineIds);
    const options = delivery.options.filter((option) => option.kind === kind);
    others.push({ ...delivery, id: `${MAIN}-${kind}`, options });
  }
  const apart = new Set(others.flatMap(({ lineIds }) => lineIds));
  const wayOf = (id: string) => [main, ...others].find(({ lineIds }) => lineIds.includes(id))?.kind;
  return {
    main,
    others,
    lineWays: toDeliver.map(({ id }, at) => {
      const way = wayOf(id);
      return { lineId: id, ways: offeredWays(at), ...(way && { way }), isApart: apart.has(id) };
    }),
  };
}

export function allDeliveries({ main, others }: CheckoutDeliveries): readonly CheckoutDelivery[] {
  return [main, ...others];
}

/** Names the delivery of all that does not go apart. */
const MAIN = 'delivery';
