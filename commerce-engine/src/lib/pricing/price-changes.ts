import { newId, type Queryable, type Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import { lockInOrder } from '../lock-in-order.ts';
import type { Money } from '../money/money.rules.ts';
import type { PricingTables } from './pricing.tables.ts';

/** What one piece shall cost from now on: with a higher `regular` it is a sale without an end. */
export interface PriceSetting {
  readonly variantId: string;
  readonly productId: string;
  /** Default the list of the currency that is for everyone. */
  readonly listId?: string;
  /** Default 1. */
  readonly minQuantity?: number;
  readonly price: Money;
  readonly regular?: Money;
}

export interface PriceChange {
  readonly variantId: string;
  readonly productId: string;
  readonly kind: 'regular' | 'sale';
  readonly currency: string;
  readonly minQuantity: number;
  /** Minor units; absent = there was none, or there is none any more. */
  readonly before?: number;
  readonly after?: number;
}

type PriceRow = PricingTables['pricing_price'];

/** What has to be written so that the settings hold. Empty `changes` = they hold already. */
export interface PricePlan {
  readonly at: Date;
  readonly currencies: readonly string[];
  readonly outgoing: readonly PriceRow[];
  readonly incoming: readonly PriceRow[];
  readonly changes: readonly PriceChange[];
}

/** Compares settings with the rows that hold. Reads only; one statement. */
export async function planPrices(
  on: Queryable,
  settings: readonly PriceSetting[],
  at: Date,
): Promise<PricePlan> {
  const rows = settings.length === 0 ? [] : await readOwnRows(on, settings);
  const steps = settings.flatMap((setting) => {
    const own = rows.filter(
      (row) =>
        row.variant_id === setting.variantId &&
        row.list_id === listOf(setting) &&
        row.min_quantity === (setting.minQuantity ?? 1),
    );
    const { price, regular } = setting;
    return [
      stepTo(setting, 'regular', (regular ?? price).amount, own, at),
      stepTo(setting, 'sale', regular && price.amount, own, at),
    ];
  });
  return {
    at,
    currencies: [...new Set(settings.filter((each) => !each.listId).map((each) => each.price.currency))],
    outgoing: steps.flatMap((step) => step?.outgoing ?? []),
    incoming: steps.flatMap((step) => step?.incoming ?? []),
    changes: steps.flatMap((step) => step?.change ?? []),
  };
}

/** Writes a plan made in the same transaction, after {@link lockPrices}. */
export async function applyPrices(tx: Transaction, plan: PricePlan): Promise<void> {
  if (plan.changes.length === 0) return;
  const tables = tx.tables<PricingTables>();
  if (plan.currencies.length > 0) {
    await tables
      .insertInto('pricing_list')
      .values(plan.currencies.map((currency) => ({ id: everyonesList(currency), name: currency, currency })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await endRows(tx, plan.outgoing, plan.at);
  if (plan.incoming.length > 0) {
    await tables
      .insertInto('pricing_price')
      .values([...plan.incoming])
      .execute();
  }
}

/** Ends rows now; those that have not held for a moment are removed. */
export async function endRows(
  tx: Transaction,
  rows: readonly Pick<PriceRow, 'id' | 'valid_from'>[],
  at: Date,
): Promise<void> {
  const tables = tx.tables<PricingTables>();
  const unused = rows.filter((row) => row.valid_from !== null && row.valid_from >= at).map((row) => row.id);
  const held = rows.map((row) => row.id).filter((id) => !unused.includes(id));
  if (unused.length > 0) await tables.deleteFrom('pricing_price').where('id', 'in', unused).execute();
  if (held.length > 0) {
    await tables.updateTable('pricing_price').set({ valid_to: at }).where('id', 'in', held).execute();
  }
}

/** Serialises writers of these variants' prices until the transaction ends. */
export function lockPrices(tx: Transaction, variantIds: readonly string[]): Promise<void> {
  return lockInOrder(tx, 'pricing.variant', variantIds);
}

/** The list of a currency that is for every channel and everyone. */
export function everyonesList(currency: string): string {
  return `everyone-${currency.toLowerCase()}`;
}

function readOwnRows(on: Queryable, settings: readonly PriceSetting[]): Promise<PriceRow[]> {
  const variantIds = [...new Set(settings.map((setting) => setting.variantId))];
  return on
    .tables<PricingTables>()
    .selectFrom('pricing_price')
    .selectAll()
    .where('variant_id', '=', sql<string>`any(${variantIds}::text[])`)
    .where('campaign', 'is', null)
    .execute();
}

interface Step {
  readonly outgoing: readonly PriceRow[];
  readonly incoming: readonly PriceRow[];
  readonly change: PriceChange;
}

function stepTo(
  setting: PriceSetting,
  kind: 'regular' | 'sale',
  amount: number | undefined,
  rows: readonly PriceRow[],
  at: Date,
): Step | undefined {
  const own = rows.filter((row) => row.kind === kind);
  const open = own.filter((row) => row.valid_to === null || row.valid_to > at);
  const standing = open.find((row) => row.valid_from === null || row.valid_from <= at);
  if (standing?.amount === amount && open.length <= 1) return undefined;
  const { variantId, productId, price, minQuantity = 1 } = setting;
  // The first regular price counts as having held before: there is no better answer to what it was.
  const first = kind === 'regular' && own.length === 0;
  const incoming: PriceRow[] =
    amount === undefined
      ? []
      : [
          {
            id: newId(),
            list_id: listOf(setting),
            variant_id: variantId,
            product_id: productId,
            min_quantity: minQuantity,
            kind,
            amount,
            valid_from: first ? null : at,
            valid_to: null,
            campaign: null,
          },
        ];
  return {
    outgoing: open,
    incoming,
    change: {
      variantId,
      productId,
      kind,
      currency: price.currency,
      minQuantity,
      before: standing?.amount,
      after: amount,
    },
  };
}

function listOf(setting: PriceSetting): string {
  return setting.listId ?? everyonesList(setting.price.currency);
}
