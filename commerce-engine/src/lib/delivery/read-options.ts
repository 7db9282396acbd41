import type { Queryable } from '@vitrine/database';
import type { SoldGoods } from '../cart/sold-goods.ts';
import { localeChain, textIn } from '../catalog/local-text.rules.ts';
import type { ReadOptions } from '../engine-context.ts';
import type { SellableView } from '../inventory/inventory.queries.ts';
import { hasPieces } from '../inventory/inventory.rules.ts';
import type { StoreAvailabilityView } from '../inventory/inventory.views.ts';
import type { Market } from '../market.ts';
import {
  type DeliveryKind,
  type DeliveryOptions,
  deliveryOptions,
  type PickupStore,
  waysOf,
} from './delivery.rules.ts';
import type { DeliveryAsk } from './delivery-ask.ts';
import { calendarOf, channelIn, type DeliveryFacts, type DeliveryMemory } from './delivery-memory.ts';

/** The domains delivery asks. */
export interface DeliverySources {
  readonly goods: SoldGoods;
  readonly inventory: {
    sellable(
      market: Market,
      variantIds: readonly string[],
      options?: ReadOptions,
    ): Promise<(SellableView | undefined)[]>;
  };
}

/** What there is of lines, in their order. */
export interface StockOfLines {
  readonly inStores: readonly (readonly StoreAvailabilityView[])[];
  /** The local days on which they come out; undefined = it is out. */
  readonly shipsFrom: readonly (string | undefined)[];
}

export async function readOptions(
  on: Queryable,
  memory: DeliveryMemory,
  sources: DeliverySources,
  {
    market,
    at,
    place,
    lines,
    subtotal,
    stock: known,
  }: DeliveryAsk & {
    readonly market: Market;
    readonly at: Date;
    /** What there is of each line, where that was read already. */
    readonly stock?: StockOfLines | undefined;
  },
): Promise<DeliveryOptions> {
  const facts = await memory.facts(on);
  const channel = channelIn(facts, market.channel);
  const chain = localeChain(market.locale, channel.locales);
  const variantIds = lines.map(({ variantId }) => variantId);
  const goods = await sources.goods.read(on, market, { variantIds, at });
  const variants = variantIds.map((variantId) => goods.get(variantId)?.line);
  const productIds = variants.map((variant) => variant?.productId ?? '');
  const ways = await memory.ways(on, productIds);
  const { inStores, shipsFrom } = known ?? (await readStock());
  const notBefore = shipsFrom
    .flatMap((day) => day ?? [])
    .sort()
    .at(-1);
  return deliveryOptions(
    facts.methods.map(({ name, ...method }) => ({ ...method, name: textIn(name, chain) })),
    {
      place,
      channel: market.channel,
      currency: market.currency,
      subtotal,
      weight: lines.reduce((sum, { quantity }, index) => sum + quantity * (variants[index]?.weight ?? 0), 0),
      lines: lines.map(({ id }, index) => ({
        id,
        shippable: ways[index]!.ship,
        pickupable: ways[index]!.pickup,
        electronic: ways[index]!.electronic,
      })),
      stores: storesWithAll(facts, inStores, lines),
      calendar: calendarOf(facts, channel),
      at,
      ...(notBefore !== undefined && { notBefore }),
    },
  );

  async function readStock(): Promise<StockOfLines> {
    const sellable = await sources.inventory.sellable(market, variantIds, { on, at });
    return {
      inStores: sellable.map((each) => each?.inStores ?? []),
      shipsFrom: sellable.map((each) => each?.told.shipsFrom),
    };
  }
}

/** Kinds of delivery each product may go by, in the order of the ids. */
export async function readWays(
  on: Queryable,
  memory: DeliveryMemory,
  {
    productIds,
    channel,
    at,
  }: { readonly productIds: readonly string[]; readonly channel: string; readonly at: Date },
): Promise<readonly (readonly DeliveryKind[])[]> {
  const { methods } = await memory.facts(on);
  const ways = await memory.ways(on, productIds);
  return ways.map(({ ship, pickup, electronic }) =>
    waysOf(methods, { shippable: ship, pickupable: pickup, electronic }, { channel, at }),
  );
}

/** Every store, with whether it has as many of each variant as all lines together want. */
function storesWithAll(
  { locations }: DeliveryFacts,
  inStores: readonly (readonly StoreAvailabilityView[])[],
  lines: DeliveryAsk['lines'],
): PickupStore[] {
  const wanted = new Map<string, number>();
  for (const { variantId, quantity } of lines) wanted.set(variantId, (wanted.get(variantId) ?? 0) + quantity);
  const hasLine = (storeId: string, index: number) => {
    const told = inStores[index]?.find((each) => each.storeId === storeId);
    return told !== undefined && hasPieces(told, wanted.get(lines[index]!.variantId)!);
  };
  return locations
    .filter(({ kind }) => kind === 'store')
    .map(({ id, name, city }) => ({
      storeId: id,
      name,
      city,
      available: lines.every((_line, index) => hasLine(id, index)),
    }));
}
