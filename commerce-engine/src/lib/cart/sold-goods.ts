import type { Database, Queryable } from '@vitrine/database';
import type { VariantLineView } from '../catalog/catalog.queries.ts';
import type { ReadOptions } from '../engine-context.ts';
import type { Market } from '../market.ts';
import type { VariantPriceView } from '../pricing/pricing.views.ts';

/** A variant as it is sold in a market: what it is and what one piece costs. Stock is asked for each time. */
export interface SoldGood {
  readonly line: VariantLineView;
  readonly price: VariantPriceView;
}

export interface SoldGoods {
  /** By variant id; what is not sold in this market is missing. Two statements for what is not remembered. */
  read(
    on: Queryable,
    market: Market,
    ask: { readonly variantIds: readonly string[]; readonly at: Date },
  ): Promise<ReadonlyMap<string, SoldGood>>;
}

export interface SoldGoodsDoors {
  readonly catalog: {
    variantLines(
      market: Market,
      variantIds: readonly string[],
      options?: ReadOptions,
    ): Promise<(VariantLineView | undefined)[]>;
  };
  readonly pricing: {
    variantPrices(
      market: Market,
      ids: readonly string[],
      options?: ReadOptions,
    ): Promise<(VariantPriceView | undefined)[]>;
  };
}

interface Kept {
  /** Undefined = not sold here. */
  readonly good: SoldGood | undefined;
  readonly from: number;
  readonly until: number;
}

/** Assortments begin and end by the clock, without an event: what is known is looked at again after so many milliseconds. */
const KEPT_FOR = 5000;
const MOST_KEPT = 50_000;
const CHANGES: ReadonlySet<string> = new Set([
  'product.changed',
  'category.changed',
  'list.changed',
  'price.changed',
  'channel.changed',
  'gift-cards.product-changed',
]);

/**
 * Remembers what is sold at what price for a few seconds, until an event says that it changed: carts ask for the same few
 * things again and again. A change by this process holds at once, one of another process as soon as its event is here.
 */
export function rememberSoldGoods(database: Database, { catalog, pricing }: SoldGoodsDoors): SoldGoods {
  const kept = new Map<string, Kept>();
  let changes = 0;
  database.subscribe((events) => {
    if (!events.some(({ kind }) => CHANGES.has(kind))) return;
    kept.clear();
    changes += 1;
  });
  return {
    async read(on, market, { variantIds, at }) {
      const now = at.getTime();
      const keyOf = (variantId: string) =>
        `${market.channel} ${market.locale} ${market.currency} ${market.customerGroup} ${variantId}`;
      const missing = variantIds.filter((variantId) => {
        const known = kept.get(keyOf(variantId));
        return !known || now < known.from || now >= known.until;
      });
      if (missing.length > 0) {
        const before = changes;
        const lines = await catalog.variantLines(market, missing, { on, at });
        const prices = await pricing.variantPrices(market, missing, { on, at });
        if (kept.size > MOST_KEPT) kept.clear();
        const fresh = missing.map((variantId, place) => {
          const [line, price] = [lines[place], prices[place]];
          const ends =
            price?.validUntil === undefined ? Number.POSITIVE_INFINITY : Date.parse(price.validUntil);
          const good = line && price ? { line, price } : undefined;
          return [keyOf(variantId), { good, from: now, until: Math.min(now + KEPT_FOR, ends) }] as const;
        });
        // What was read before a change came must not be remembered after it.
        const into = before === changes ? kept : new Map(kept);
        for (const [key, each] of fresh) into.set(key, each);
        return pick(variantIds, (variantId) => into.get(keyOf(variantId))?.good);
      }
      return pick(variantIds, (variantId) => kept.get(keyOf(variantId))?.good);
    },
  };
}

function pick(
  variantIds: readonly string[],
  goodOf: (variantId: string) => SoldGood | undefined,
): ReadonlyMap<string, SoldGood> {
  return new Map(
    variantIds.flatMap((variantId) => {
      const good = goodOf(variantId);
      return good ? [[variantId, good] as const] : [];
    }),
  );
}
