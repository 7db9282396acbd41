import type { Queryable } from '@vitrine/database';
import type { SoldGoods } from '../cart/sold-goods.ts';
import { localeChain, textIn } from '../catalog/local-text.rules.ts';
import type { ReadOptions } from '../engine-context.ts';
import type { StoreAvailabilityView } from '../inventory/inventory.views.ts';
import type { Market } from '../market.ts';
import { type DeliveryOptions, deliveryOptions, type PickupStore } from './delivery.rules.ts';
import type { DeliveryAsk } from './delivery-ask.ts';
import { calendarOf, channelIn, type DeliveryFacts, type DeliveryMemory } from './delivery-memory.ts';

/** The domains delivery asks. */
export interface DeliverySources {
  readonly goods: SoldGoods;
  readonly inventory: {
    storeAvailability(
      market: Market,
      variantIds: readonly string[],
      options?: ReadOptions,
    ): Promise<(readonly StoreAvailabilityView[])[]>;
  };
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
    inStores: known,
  }: DeliveryAsk & {
    readonly market: Market;
    readonly at: Date;
    /** What stores have of each line, where that was read already. */
    readonly inStores?: readonly (readonly StoreAvailabilityView[])[] | undefined;
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
  const pickup = facts.methods.some(({ kind }) => kind === 'pickup');
  const inStores = pickup
    ? (known ?? (await sources.inventory.storeAvailability(market, variantIds, { on })))
    : [];
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
    },
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
    if (!told || told.class === 'sold-out') return false;
    return told.left === undefined || told.left >= wanted.get(lines[index]!.variantId)!;
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
