import type { Queryable, Transaction } from '@vitrine/database';
import type { CommandContext } from '../api/commerce-client.ts';
import type { EngineContext, ReadOptions } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import type { Market } from '../market.ts';
import { parseInput } from '../parse-input.ts';
import type { Stores } from '../stores/stores.ts';
import { endPrices, endSale } from './end-prices.ts';
import { applyPrices, lockPrices, type PricePlan, type PriceSetting, planPrices } from './price-changes.ts';
import {
  type EndPricesInput,
  type EndSaleInput,
  endPricesSchema,
  endSaleSchema,
  type PriceListInput,
  priceListSchema,
  type SaleInput,
  type SetPriceInput,
  saleSchema,
  setPricesSchema,
} from './price-input.ts';
import {
  emitPriceChanged,
  type ProductsOfVariants,
  retirePrices,
  setPrices,
  upsertPriceLists,
} from './pricing.commands.ts';
import {
  explainVariantPrice,
  readCustomerGroups,
  readProductPrices,
  readVariantPrices,
} from './pricing.queries.ts';
import type { ResolvedPrice } from './pricing.rules.ts';
import type { ProductPriceView, VariantPriceView } from './pricing.views.ts';
import { type SaleOutcome, scheduleSale } from './schedule-sale.ts';
import { createStaffPricing, type StaffPricing } from './staff-pricing.queries.ts';

export type { PricePlan, PriceSetting } from './price-changes.ts';
export { isSaleBelowRegular, moneySchema, saleBelowRegular } from './price-input.ts';

/** What things cost. */
export interface Pricing {
  /** In the order of the ids; undefined = no price in this market. `quantities` by variant id, default 1 piece. */
  variantPrices(
    market: Market,
    variantIds: readonly string[],
    options?: ReadOptions & { readonly quantities?: Readonly<Record<string, number>> },
  ): Promise<(VariantPriceView | undefined)[]>;
  /** In the order of the ids; undefined = no variant has a price in this market. */
  productPrices(
    market: Market,
    productIds: readonly string[],
    options?: ReadOptions,
  ): Promise<(ProductPriceView | undefined)[]>;
  /** Why a variant costs what it costs, row by row. */
  explainPrice(
    market: Market,
    variantId: string,
    options?: ReadOptions & { readonly quantity?: number },
  ): Promise<ResolvedPrice | undefined>;
  /** Ids of the customer groups that have prices of their own, sorted. */
  customerGroups(options?: Pick<ReadOptions, 'on'>): Promise<readonly string[]>;
  /** Makes or changes price lists by id. Needs `pricing.write`. */
  importPriceLists(command: CommandContext, lists: readonly PriceListInput[]): Promise<void>;
  /** Sets prices that hold from now on. Needs `pricing.write`. @throws CommerceError `unknown_variant`, `unknown_price_list`. */
  setPrices(command: CommandContext, prices: readonly SetPriceInput[]): Promise<{ readonly changed: number }>;
  /** Sale prices for a while, beside the regular prices. Needs `pricing.write`. */
  scheduleSale(command: CommandContext, sale: SaleInput): Promise<SaleOutcome>;
  /** Takes prices out of a list; scheduled sales stay. Needs `pricing.write`. */
  endPrices(command: CommandContext, prices: readonly EndPricesInput[]): Promise<{ readonly ended: number }>;
  /** Ends a scheduled sale of these variants, begun or not. Needs `pricing.write`. */
  endSale(command: CommandContext, sale: EndSaleInput): Promise<{ readonly ended: number }>;
  /** All there is, for those who run the shop. */
  readonly forStaff: StaffPricing;
  /** For other domains, inside their own transaction. */
  readonly inTransaction: {
    plan(on: Queryable, settings: readonly PriceSetting[], at: Date): Promise<PricePlan>;
    /** Plans again under lock, writes and emits. */
    set(tx: Transaction, settings: readonly PriceSetting[], at: Date): Promise<PricePlan>;
    /** Ends every price of variants that are not sold any more. */
    retire(tx: Transaction, variantIds: readonly string[], at: Date): Promise<void>;
  };
}

export function createPricing(
  context: EngineContext,
  doors: { readonly productsOfVariants: ProductsOfVariants; readonly stores: Pick<Stores, 'channels'> },
): Pricing {
  const { database, clock } = context;
  const { productsOfVariants, stores } = doors;

  /** Whether tax comes on top is the channel's to say, which is remembered. */
  async function withTax<Price extends object>(
    { channel }: Market,
    { on }: Pick<ReadOptions, 'on'>,
    prices: readonly (Price | undefined)[],
  ): Promise<(Price | undefined)[]> {
    const found = (await stores.channels({ on })).find(({ id }) => id === channel);
    if (found?.taxDisplay !== 'exclusive') return [...prices];
    return prices.map((price) => price && { ...price, plusTax: true });
  }

  return {
    async variantPrices(market, ids, options = {}) {
      const { on, quantities, at = clock() } = options;
      const prices = await readVariantPrices(on ?? database, market, ids, { at, quantities });
      return withTax(market, { on }, prices);
    },
    async productPrices(market, ids, options = {}) {
      const { on, at = clock() } = options;
      return withTax(market, { on }, await readProductPrices(on ?? database, market, ids, { at }));
    },
    explainPrice: (market, id, options = {}) =>
      explainVariantPrice(options.on ?? database, market, id, {
        at: options.at ?? clock(),
        quantity: options.quantity ?? 1,
      }),
    customerGroups: ({ on = database } = {}) => readCustomerGroups(on),
    async importPriceLists(command, lists) {
      const inputs = lists.map((list) => parseInput(priceListSchema, list, `price list "${list?.id}"`));
      const call = { name: 'pricing.importPriceLists', capability: 'pricing.write', body: inputs } as const;
      await runCommand(context, command, call, async (tx) => {
        await upsertPriceLists(tx, inputs);
        return null;
      });
    },
    async setPrices(command, prices) {
      const inputs = parseInput(setPricesSchema, prices, 'these prices');
      const call = { name: 'pricing.setPrices', capability: 'pricing.write', body: inputs } as const;
      return runCommand(context, command, call, (tx) => setPrices(tx, inputs, clock(), productsOfVariants));
    },
    async scheduleSale(command, sale) {
      const input = parseInput(saleSchema, sale, `sale "${sale?.name}"`);
      const call = { name: 'pricing.scheduleSale', capability: 'pricing.write', body: input } as const;
      return runCommand(context, command, call, (tx) => scheduleSale(tx, input, clock(), productsOfVariants));
    },
    async endPrices(command, prices) {
      const inputs = parseInput(endPricesSchema, prices, 'these prices');
      const call = { name: 'pricing.endPrices', capability: 'pricing.write', body: inputs } as const;
      return runCommand(context, command, call, (tx) => endPrices(tx, inputs, clock()));
    },
    async endSale(command, sale) {
      const input = parseInput(endSaleSchema, sale, `sale "${sale?.name}"`);
      const call = { name: 'pricing.endSale', capability: 'pricing.write', body: input } as const;
      return runCommand(context, command, call, (tx) => endSale(tx, input, clock()));
    },
    forStaff: createStaffPricing(context),
    inTransaction: {
      plan: planPrices,
      async set(tx, settings, at) {
        await lockPrices(tx, [...new Set(settings.map((setting) => setting.variantId))]);
        const plan = await planPrices(tx, settings, at);
        await applyPrices(tx, plan);
        await emitPriceChanged(tx, plan.changes);
        return plan;
      },
      retire: retirePrices,
    },
  };
}
