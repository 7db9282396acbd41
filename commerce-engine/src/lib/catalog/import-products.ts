import { newId, type Queryable, type Transaction } from '@vitrine/database';
import type { EngineContext } from '../engine-context.ts';
import type { Inventory, StockPlan, StockSetting } from '../inventory/inventory.ts';
import { lockInOrder } from '../lock-in-order.ts';
import { decimalText } from '../money/format-money.rules.ts';
import type { PricePlan, PriceSetting, Pricing } from '../pricing/pricing.ts';
import { emitBundleChanges, emitProductChanges } from './catalog-events.ts';
import { type ImportReferences, type Owners, readOwners, type SkuOwner } from './import-references.ts';
import { type ProductPlan, planProduct } from './plan-product.ts';
import type { ImportOutcome, ProductInput } from './product-import.ts';
import { type ProductRecord, readRecords, type VariantRecord } from './product-record.ts';
import { productsByNeed } from './products-by-need.ts';
import { retiredVariants, writeProduct } from './write-product.ts';

const CHUNK = 100;

/** What an import works with. */
export interface ImportDesk {
  readonly context: EngineContext;
  readonly pricing: Pricing;
  readonly inventory: Inventory;
  readonly references: ImportReferences;
  /** Who does it, for the ledger. */
  readonly actor: string;
  readonly dryRun: boolean;
}

/** Imports valid inputs with cleaned HTML, each handle once. Outcomes come in their order. */
export async function importValidProducts(
  desk: ImportDesk,
  inputs: readonly ProductInput[],
): Promise<ImportOutcome[]> {
  const outcomes = new Map<ProductInput, ImportOutcome>();
  const isPlain = ({ variants }: ProductInput) => variants.every(({ components }) => !components);
  const plain = inputs.filter(isPlain);
  const coming = new Map<string, Coming>();
  const importAll = async (chunk: readonly ProductInput[]) => {
    // Comparing many at once first: most imports change little, and what is unchanged needs no transaction.
    for (const comparison of await compare(desk, desk.context.database, { inputs: chunk, coming })) {
      const { input, outcome, plan } = comparison;
      const done = outcome ?? (isComing(plan, coming) ? rehearsed(comparison) : await importOne(desk, input));
      outcomes.set(input, done);
      if (desk.dryRun && done.kind !== 'refused')
        for (const each of comingIn(comparison)) coming.set(each.id, each);
    }
  };
  for (let start = 0; start < plain.length; start += CHUNK)
    await importAll(plain.slice(start, start + CHUNK));
  // What bundles are made of has to be there first.
  const bundles = inputs.filter((input) => !isPlain(input));
  for (const input of productsByNeed(bundles)) await importAll([input]);
  return inputs.map((input) => outcomes.get(input)!);
}

/** Whether it is made of what this dry run would have written by now. */
function isComing(plan: Planned | undefined, coming: ReadonlyMap<string, Coming>): boolean {
  const isIn = ({ record: { components } }: Planned['variants'][number]) =>
    components?.some(({ variantId }) => coming.has(variantId));
  return plan?.variants.some(isIn) ?? false;
}

/** A variant as a dry run would have left it. */
interface Coming extends SkuOwner {
  readonly sku: string;
  readonly handle: string;
}

function comingIn({ input: { handle }, stored, plan }: Comparison): Coming[] {
  if (!plan) return [];
  const comingFrom = (variants: readonly VariantRecord[], isOnSale: boolean) =>
    variants.map(({ id, sku, components }) => ({ id, sku, handle, isOnSale, isBundle: components !== null }));
  return [
    ...comingFrom(plan.record.variants, true),
    ...comingFrom(retiredVariants(plan.record, stored), false),
  ];
}

function rehearsed({ input, stored, changes }: Comparison): ImportOutcome {
  return outcomeOf(input, stored ? 'changed' : 'created', changes);
}

type Planned = Extract<ProductPlan, { kind: 'planned' }>;

interface Comparison {
  readonly input: ProductInput;
  readonly stored: ProductRecord | undefined;
  /** Known already when there is nothing to write. */
  readonly outcome?: ImportOutcome;
  readonly plan?: Planned;
  readonly changes: readonly string[];
  readonly isUnchanged?: boolean;
}

/** What each input would change. The same number of statements for one or for many. */
async function compare(
  { context, pricing, inventory, references }: ImportDesk,
  on: Queryable,
  {
    inputs,
    coming = new Map(),
  }: {
    readonly inputs: readonly ProductInput[];
    /** What a dry run would have written by now, by the variant's id. */
    readonly coming?: ReadonlyMap<string, Coming>;
  },
): Promise<Comparison[]> {
  const now = context.clock();
  const records = await readRecords(
    on,
    inputs.map((input) => input.handle),
  );
  const owners = withComing(await readOwners(on, inputs, records), coming);
  const plans = inputs.map((input) => {
    const stored = records.get(input.handle);
    return { input, stored, plan: planProduct(input, { stored, references, owners, newId, now }) };
  });
  const planned = plans.flatMap(({ plan }) => (plan.kind === 'planned' ? plan : []));
  const prices = await pricing.inTransaction.plan(on, planned.flatMap(priceSettings), now);
  const stock = await inventory.inTransaction.plan(on, planned.flatMap(stockSettings));
  return plans.map(({ input, stored, plan }) => {
    if (plan.kind === 'refused') {
      return { input, stored, changes: [], outcome: outcomeOf(input, 'refused', [], plan.problems) };
    }
    const problems = belowReserved(plan, stock);
    if (problems.length > 0) {
      return { input, stored, changes: [], outcome: outcomeOf(input, 'refused', [], problems) };
    }
    const changes = [...plan.changes, ...priceSentences(plan, prices), ...stockSentences(plan, stock)];
    const isNew = stock.newItems.some(({ productId }) => productId === plan.record.id);
    const isUnchanged = plan.parts.size === 0 && changes.length === 0 && !isNew;
    // Whoever counts goods learns what an import says of them, also when it says what the books say.
    const isNews = plan.variants.some(({ record: { id } }) =>
      stock.unnoted.some(({ variantId }) => variantId === id),
    );
    const outcome = isUnchanged && !isNews ? outcomeOf(input, 'unchanged') : undefined;
    return { input, stored, plan, changes, isUnchanged, ...(outcome && { outcome }) };
  });
}

function withComing(owners: Owners, coming: ReadonlyMap<string, Coming>): Owners {
  if (coming.size === 0) return owners;
  const left = [...owners.variants].flatMap(([sku, all]) =>
    all.filter(({ id }) => !coming.has(id)).map((owner) => ({ ...owner, sku })),
  );
  const skus = [...coming.values()].flatMap(({ isOnSale, sku, handle }) =>
    isOnSale ? [[sku, handle] as const] : [],
  );
  return {
    ...owners,
    variants: Map.groupBy([...left, ...coming.values()], ({ sku }) => sku),
    skus: new Map([...skus, ...owners.skus]),
  };
}

async function importOne(desk: ImportDesk, input: ProductInput): Promise<ImportOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await desk.context.database.transaction(async (tx) => {
        const outcome = await importIn(tx, desk, input);
        if (desk.dryRun || outcome.kind === 'refused') throw new RolledBack(outcome);
        return outcome;
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.outcome;
      // Another import took a slug or SKU between our look and our write: look again.
      if (!isUniqueViolation(error) || attempt === 3) throw error;
    }
  }
}

/** One product, with its prices and its stock. */
export async function importIn(
  tx: Transaction,
  desk: ImportDesk,
  input: ProductInput,
): Promise<ImportOutcome> {
  const { context, pricing, inventory, references, actor } = desk;
  const at = context.clock();
  await lockInOrder(tx, 'catalog.product', [input.handle]);
  // Whoever gives the same barcode at once waits.
  await lockInOrder(
    tx,
    'catalog.barcode',
    input.variants.flatMap(({ barcode }) => barcode ?? []),
  );
  const [comparison] = await compare(desk, tx, { inputs: [input] });
  const { stored, plan, outcome, changes, isUnchanged } = comparison!;
  if (outcome || !plan) return outcome ?? outcomeOf(input, 'unchanged');
  const { record, parts } = plan;
  await writeProduct(tx, { record, stored, parts, references, at });
  await pricing.inTransaction.retire(
    tx,
    retiredVariants(record, stored).map((variant) => variant.id),
    at,
  );
  await pricing.inTransaction.set(tx, priceSettings(plan), at);
  const booked = await inventory.inTransaction.set(tx, stockSettings(plan), { actor, at, reason: 'import' });
  if (booked.kind === 'not-enough') {
    const problem = `The stock at ${booked.locationId} cannot be lowered: only ${booked.free} pieces are not reserved.`;
    return outcomeOf(input, 'refused', [], [problem]);
  }
  if (isUnchanged) return outcomeOf(input, 'unchanged');
  await emitProductChanges(tx, { record, stored, parts, categories: references.categories });
  await emitBundleChanges(tx, { record, stored, parts });
  return outcomeOf(input, stored ? 'changed' : 'created', changes);
}

/** Carries an outcome out of a transaction that must leave nothing behind. */
class RolledBack extends Error {
  readonly outcome: ImportOutcome;
  constructor(outcome: ImportOutcome) {
    super('This transaction is rolled back on purpose.');
    this.outcome = outcome;
  }
}

export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}

function priceSettings({ record, variants }: Planned): PriceSetting[] {
  return variants.flatMap(({ record: { id }, input }) =>
    (input.prices ?? []).map((price) => ({ ...price, variantId: id, productId: record.id })),
  );
}

function stockSettings({ record, variants }: Planned): StockSetting[] {
  return variants.map(({ record: { id, components }, input }) => ({
    variantId: id,
    productId: record.id,
    backorder: input.backorder,
    preorder: input.preorder,
    onHand: input.stock,
    ...(components && { components }),
  }));
}

function skuOf({ variants }: Planned, variantId: string): string | undefined {
  return variants.find(({ record }) => record.id === variantId)?.record.sku;
}

function priceSentences(plan: Planned, { changes }: PricePlan): string[] {
  return changes
    .filter((change) => change.productId === plan.record.id)
    .map(({ variantId, kind, currency, before, after }) => {
      const text = (amount: number | undefined) =>
        amount === undefined ? 'none' : decimalText({ amount, currency });
      const what = kind === 'sale' ? 'Sale price' : 'Price';
      return `${what} of ${skuOf(plan, variantId)}: ${text(before)} → ${text(after)} ${currency}.`;
    });
}

function stockSentences(plan: Planned, { changes }: StockPlan): string[] {
  return changes.flatMap((change) => {
    const sku = skuOf(plan, change.variantId);
    return sku === undefined ? [] : [stockSentence(sku, change)];
  });
}

function stockSentence(sku: string, change: StockPlan['changes'][number]): string {
  switch (change.kind) {
    case 'on-hand':
      return `Stock of ${sku} at ${change.locationId}: ${change.before} → ${change.after}.`;
    case 'backorder':
      return `${sku} ${change.after ? 'may' : 'may not'} be sold when there is none left.`;
    case 'preorder': {
      if (!change.after) return `${sku} is not on preorder any more.`;
      const { shipsFrom, limit } = change.after;
      return `${sku} is on preorder and ships from ${shipsFrom}${limit === undefined ? '' : `, at most ${limit} pieces`}.`;
    }
  }
}

function belowReserved(plan: Planned, { refused }: StockPlan): string[] {
  return refused.flatMap(({ variantId, locationId, reserved, wanted }) => {
    const sku = skuOf(plan, variantId);
    return sku === undefined
      ? []
      : [`Stock of ${sku} at ${locationId} cannot be ${wanted}: ${reserved} are reserved for orders.`];
  });
}

function outcomeOf(
  { handle }: { handle: string },
  kind: ImportOutcome['kind'],
  changes: readonly string[] = [],
  problems: readonly string[] = [],
): ImportOutcome {
  return { handle, kind, changes, problems };
}
