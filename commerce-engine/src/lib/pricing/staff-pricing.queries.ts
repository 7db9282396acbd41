import { sql } from 'kysely';
import type { EngineContext } from '../engine-context.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import type { Market } from '../market.ts';
import { money } from '../money/money.rules.ts';
import { readVariantPrices } from './pricing.queries.ts';
import type { PricingTables } from './pricing.tables.ts';
import type { PriceListView, PriceRowView, ProductPricesView } from './pricing.views.ts';

/** Prices as staff see them: every list, what holds, what is planned. Needs `catalog.read`. */
export interface StaffPricing {
  /** By name. */
  lists(actor: Actor): Promise<readonly PriceListView[]>;
  /** Every price of a product that holds or will, and what its variants cost in the market. */
  ofProduct(
    actor: Actor,
    input: { readonly productId: string; readonly market: Market },
  ): Promise<ProductPricesView>;
}

export function createStaffPricing({ database, clock }: EngineContext): StaffPricing {
  return {
    async lists(actor) {
      requireCapability(actor, 'catalog.read');
      const now = clock();
      const rows = await database
        .tables<PricingTables>()
        .selectFrom('pricing_list as list')
        .selectAll()
        .select((is) =>
          is
            .selectFrom('pricing_price as price')
            .select((price) => price.fn.count<number>('variant_id').distinct().as('count'))
            .whereRef('price.list_id', '=', 'list.id')
            .where((when) => when.or([when('valid_to', 'is', null), when('valid_to', '>', now)]))
            .as('variants'),
        )
        .orderBy(sql`lower(name)`)
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        currency: row.currency,
        ...(row.channel_id !== null && { channel: row.channel_id }),
        ...(row.customer_group !== null && { customerGroup: row.customer_group }),
        priority: row.priority,
        ...(row.valid_from && { validFrom: row.valid_from.toISOString() }),
        ...(row.valid_to && { validTo: row.valid_to.toISOString() }),
        variants: Number(row.variants ?? 0),
      }));
    },
    async ofProduct(actor, { productId, market }) {
      requireCapability(actor, 'catalog.read');
      const now = clock();
      const rows = await database
        .tables<PricingTables>()
        .selectFrom('pricing_price as price')
        .innerJoin('pricing_list as list', 'list.id', 'price.list_id')
        .selectAll('price')
        .select('list.currency')
        .where('product_id', '=', productId)
        .where((when) => when.or([when('price.valid_to', 'is', null), when('price.valid_to', '>', now)]))
        .orderBy('list_id')
        .orderBy('variant_id')
        .orderBy('min_quantity')
        .orderBy('kind')
        .orderBy('price.valid_from')
        .execute();
      const variantIds = [...new Set(rows.map(({ variant_id }) => variant_id))];
      const prices = await readVariantPrices(database, market, variantIds, { at: now, always30Days: true });
      return {
        rows: rows.map(
          (row): PriceRowView => ({
            listId: row.list_id,
            variantId: row.variant_id,
            minQuantity: row.min_quantity,
            kind: row.kind,
            price: money(row.amount, row.currency),
            ...(row.valid_from && { from: row.valid_from.toISOString() }),
            ...(row.valid_to && { to: row.valid_to.toISOString() }),
            ...(row.campaign !== null && { sale: row.campaign }),
          }),
        ),
        prices: prices.filter((each) => each !== undefined),
      };
    },
  };
}
