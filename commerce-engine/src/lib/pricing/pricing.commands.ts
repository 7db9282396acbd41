import type { Transaction } from '@vitrine/database';
import { CommerceError } from '../commerce-error.ts';
import { canonicalJson } from '../idempotency/canonical-json.ts';
import {
  applyPrices,
  endRows,
  everyonesList,
  lockPrices,
  type PriceChange,
  planPrices,
} from './price-changes.ts';
import type { PriceListInput, SetPriceInput } from './price-input.ts';
import type { PricingTables } from './pricing.tables.ts';

/** Which product a variant belongs to; handed in by the catalogue. Variants that do not exist are missing. */
export type ProductsOfVariants = (
  tx: Transaction,
  variantIds: readonly string[],
) => Promise<ReadonlyMap<string, string>>;

/** @throws CommerceError `conflict` when a list would change its currency. */
export async function upsertPriceLists(tx: Transaction, inputs: readonly PriceListInput[]): Promise<void> {
  const tables = tx.tables<PricingTables>();
  const stored = await tables.selectFrom('pricing_list').selectAll().execute();
  const changed: string[] = [];
  for (const input of inputs) {
    const old = stored.find((list) => list.id === input.id);
    if (old && old.currency !== input.currency) {
      throw new CommerceError(
        'conflict',
        `Price list "${input.id}" is in ${old.currency}, not ${input.currency}. Make a new list for the new currency.`,
      );
    }
    const row = {
      name: input.name,
      channel_id: input.channel ?? null,
      customer_group: input.customerGroup ?? null,
      priority: input.priority ?? 0,
      valid_from: input.validFrom ? new Date(input.validFrom) : null,
      valid_to: input.validTo ? new Date(input.validTo) : null,
    };
    const list = { id: input.id, currency: input.currency, ...row };
    if (old && canonicalJson(old) === canonicalJson(list)) continue;
    if (old) changed.push(input.id);
    await tables
      .insertInto('pricing_list')
      .values(list)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  }
  await emitListChanged(tx, changed);
}

/** What is priced in a list that changed may cost something else now. */
async function emitListChanged(tx: Transaction, listIds: readonly string[]): Promise<void> {
  if (listIds.length === 0) return;
  const rows = await tx
    .tables<PricingTables>()
    .selectFrom('pricing_price')
    .select(['variant_id', 'product_id'])
    .distinct()
    .where('list_id', 'in', listIds)
    .execute();
  await emitPriceChanged(
    tx,
    rows.map((row) => ({ variantId: row.variant_id, productId: row.product_id })),
  );
}

/** @returns how many prices changed. */
export async function setPrices(
  tx: Transaction,
  inputs: readonly SetPriceInput[],
  at: Date,
  productsOfVariants: ProductsOfVariants,
): Promise<{ readonly changed: number }> {
  const products = await requireVariants(tx, inputs, productsOfVariants);
  await requireLists(tx, inputs);
  await lockPrices(tx, [...products.keys()]);
  const settings = inputs.map(({ list, ...input }) => ({
    ...input,
    listId: list,
    productId: products.get(input.variantId)!,
  }));
  const plan = await planPrices(tx, settings, at);
  await applyPrices(tx, plan);
  await emitPriceChanged(tx, plan.changes);
  return { changed: plan.changes.length };
}

/** Ends every price of variants that are not sold any more. */
export async function retirePrices(tx: Transaction, variantIds: readonly string[], at: Date): Promise<void> {
  if (variantIds.length === 0) return;
  const rows = await tx
    .tables<PricingTables>()
    .selectFrom('pricing_price')
    .select(['id', 'valid_from'])
    .where('variant_id', 'in', variantIds)
    .where((is) => is.or([is('valid_to', 'is', null), is('valid_to', '>', at)]))
    .execute();
  await endRows(tx, rows, at);
}

export async function emitPriceChanged(
  tx: Transaction,
  changes: readonly Pick<PriceChange, 'variantId' | 'productId'>[],
): Promise<void> {
  if (changes.length === 0) return;
  const productIds = [...new Set(changes.map((change) => change.productId))];
  const variantIds = [...new Set(changes.map((change) => change.variantId))];
  await tx.emit({ kind: 'price.changed', payload: { productIds, variantIds } });
}

export async function requireVariants(
  tx: Transaction,
  inputs: readonly { readonly variantId: string }[],
  productsOfVariants: ProductsOfVariants,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(inputs.map((input) => input.variantId))];
  const products = await productsOfVariants(tx, ids);
  const unknown = ids.filter((id) => !products.has(id));
  if (unknown.length === 0) return products;
  throw new CommerceError(
    'unknown_variant',
    `There is no variant ${unknown.map((id) => `"${id}"`).join(', ')}. Nothing was changed.`,
  );
}

export async function requireLists(
  tx: Transaction,
  inputs: readonly { readonly list?: string; readonly price: { readonly currency: string } }[],
): Promise<void> {
  const currencies = [...new Set(inputs.filter((each) => !each.list).map((each) => each.price.currency))];
  const tables = tx.tables<PricingTables>();
  if (currencies.length > 0) {
    await tables
      .insertInto('pricing_list')
      .values(currencies.map((currency) => ({ id: everyonesList(currency), name: currency, currency })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  const named = inputs.flatMap(({ list, price }) => (list ? [{ list, currency: price.currency }] : []));
  if (named.length === 0) return;
  const lists = await tables.selectFrom('pricing_list').select(['id', 'currency']).execute();
  for (const { list, currency } of named) {
    const found = lists.find((each) => each.id === list);
    if (found?.currency === currency) continue;
    throw new CommerceError(
      'unknown_price_list',
      found
        ? `Price list "${list}" is in ${found.currency}, but a price in ${currency} was given. Nothing was changed.`
        : `There is no price list "${list}". Price lists: ${lists.map((each) => each.id).join(', ') || 'none yet'}.`,
    );
  }
}
