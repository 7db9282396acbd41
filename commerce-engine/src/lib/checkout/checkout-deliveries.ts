import type { Queryable } from '@vitrine/database';
import type { CartLine } from '../cart/cart-line.ts';
import type { LineFacts } from '../cart/line-facts.ts';
import type { DeliveryKind } from '../delivery/delivery.rules.ts';
import { hasPieces } from '../inventory/inventory.rules.ts';
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

/** They go apart because of their kind. */
type OtherDelivery = CheckoutDelivery & { readonly kind: DeliveryKind };

export interface CheckoutDeliveries {
  /** The one for all that does not go apart. */
  readonly main: CheckoutDelivery;
  readonly others: readonly OtherDelivery[];
  readonly lineWays: readonly LineWaysView[];
}

/** How what is bought reaches the shopper, and how else they could: SPEC rules CHECK-26 to CHECK-29. */
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
    const isThere = inStores.some((store) => hasPieces(store, quantity));
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
  function chosenOf(kind: DeliveryKind, ways: readonly DeliveryOptionView[]) {
    const stored = [whole, ...(checkout?.other_deliveries ?? [])].find((each) => kindOf(each) === kind);
    const wanted = ways.find(({ methodId }) => methodId === stored?.methodId);
    if (stored && wanted) return { choice: stored, chosen: wanted };
    const [chosen] = ways;
    return { choice: chosen ? { methodId: chosen.methodId } : null, chosen };
  }

  async function forTheWhole(): Promise<CheckoutDelivery> {
    const { together, kind } = divided;
    const options = await optionsFor(together);
    const delivery = { id: MAIN, ...(kind && { kind }), lineIds: together, options };
    const wanted = kindOf(whole);
    // No line goes the way that was chosen for the whole any more.
    if (wanted && kind && kind !== wanted) return { ...delivery, ...chosenOf(kind, ofKind(kind, options)) };
    const chosen = options.find(({ methodId }) => methodId === whole?.methodId);
    return { ...delivery, choice: whole, chosen };
  }

  const main = await forTheWhole();
  const others: OtherDelivery[] = [];
  for (const { kind, lineIds } of divided.others) {
    const options = ofKind(kind, await optionsFor(lineIds));
    others.push({ id: `${MAIN}-${kind}`, kind, lineIds, options, ...chosenOf(kind, options) });
  }
  const apart = new Set(others.flatMap(({ lineIds }) => lineIds));
  const all = allDeliveries({ main, others });
  const wayOf = (id: string) => all.find(({ lineIds }) => lineIds.includes(id))?.kind;
  return {
    main,
    others,
    lineWays: toDeliver.map(({ id }, at) => {
      const way = wayOf(id);
      return { lineId: id, ways: offeredWays(at), ...(way && { way }), isApart: apart.has(id) };
    }),
  };
}

function ofKind(kind: DeliveryKind, options: readonly DeliveryOptionView[]): readonly DeliveryOptionView[] {
  return options.filter((option) => option.kind === kind);
}

export function allDeliveries({
  main,
  others,
}: Pick<CheckoutDeliveries, 'main' | 'others'>): readonly CheckoutDelivery[] {
  return [main, ...others];
}

/** Names the delivery of all that does not go apart. */
const MAIN = 'delivery';
