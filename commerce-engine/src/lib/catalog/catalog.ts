import type { Transaction } from '@vitrine/database';
import type { z } from 'zod';
import { actorName } from '../actor-name.ts';
import type { CommandContext } from '../api/commerce-client.ts';
import { CommerceError } from '../commerce-error.ts';
import type { EngineContext } from '../engine-context.ts';
import type { GiftCardProducts } from '../gift-cards/sold/gift-card-products.ts';
import { claimKey, claimOf, storeAnswer } from '../idempotency/claim.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { recordAudit } from '../identity/audit.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor, Capability } from '../identity/identity.views.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { checkInput, parseInput, sentences } from '../parse-input.ts';
import type { Pricing } from '../pricing/pricing.ts';
import type { Stores } from '../stores/stores.ts';
import type { ChannelView } from '../stores/stores.views.ts';
import type { Tax } from '../tax/tax.ts';
import {
  type ArrangementInput,
  type ArrangementOutcome,
  arrangeCategory,
  arrangementSchema,
} from './arrange-category.ts';
import { type CatalogQueries, createCatalogQueries } from './catalog.queries.ts';
import { type CatalogIndexSource, createCatalogIndexSource } from './catalog-index-source.ts';
import {
  type ChangeProductInput,
  type ChangeProductOutcome,
  changeProduct,
  changeProductSchema,
} from './change-product.ts';
import { type CreateProductInput, createProduct, createProductSchema } from './create-product.ts';
import {
  type CopyOfProduct,
  type DuplicateProductInput,
  duplicateProduct,
  duplicateProductSchema,
} from './duplicate-product.ts';
import { importValidAttributes } from './import-attributes.ts';
import { importValidCategories } from './import-categories.ts';
import { type ImportDesk, importValidProducts, isUniqueViolation } from './import-products.ts';
import { readReferences } from './import-references.ts';
import { attributeSchema, categorySchema, productSchema } from './import-schema.ts';
import type {
  AttributeInput,
  CategoryInput,
  ImportOutcome,
  LocalText,
  ProductInput,
} from './product-import.ts';
import { sanitiseHtml } from './sanitise-html.ts';
import { setDiscounts } from './set-discounts.ts';
import {
  type ChangeAttributeInput,
  type CreateAttributeInput,
  changeAttribute,
  changeAttributeSchema,
  createAttribute,
  createAttributeSchema,
  orderAttributes,
  orderAttributesSchema,
  removeAttribute,
} from './staff-attributes.ts';
import { createStaffCatalog, type StaffCatalog } from './staff-catalog.queries.ts';
import {
  type ChangeCategoryInput,
  type CreateCategoryInput,
  changeCategory,
  changeCategorySchema,
  createCategory,
  createCategorySchema,
  type MoveCategoryInput,
  moveCategory,
  moveCategorySchema,
  removeCategory,
  type UsesOfCategory,
} from './staff-categories.ts';
import type {
  ChangeAttributeOutcome,
  ChangeCategoryOutcome,
  CreateOutcome,
  MoveCategoryOutcome,
  OrderAttributesOutcome,
  RemoveAttributeOutcome,
  RemoveCategoryOutcome,
} from './staff-outcomes.views.ts';

const MAX_INPUTS = 10_000;

/** What is sold. */
export interface Catalog extends CatalogQueries {
  /**
   * Makes or changes products by handle, with prices and stock; each in its own transaction. Outcomes come in the order
   * of the inputs. Needs `catalog.write`, and `pricing.write` and `inventory.write` where prices and stock are given.
   */
  importProducts(
    command: CommandContext,
    products: readonly ProductInput[],
    options?: { readonly dryRun?: boolean },
  ): Promise<ImportOutcome[]>;
  /**
   * Changes what a product says and where it is found; what is not named stays, variants, prices and stock too. Needs
   * `catalog.write`.
   */
  changeProduct(command: CommandContext, change: ChangeProductInput): Promise<ChangeProductOutcome>;
  /** Makes a product by its name, hidden until it is published. Needs `catalog.write`. */
  createProduct(command: CommandContext, product: CreateProductInput): Promise<CreateOutcome>;
  /**
   * Makes a hidden product that says and offers the same as another one. Article numbers, barcodes, prices and stock are its
   * own. Needs `catalog.write`.
   */
  duplicateProduct(
    command: CommandContext,
    input: DuplicateProductInput,
  ): Promise<CreateOutcome | { readonly kind: 'unknown' }>;
  /** Makes or changes categories by handle, parents first whatever their order. Needs `catalog.write`. */
  importCategories(
    command: CommandContext,
    categories: readonly CategoryInput[],
    options?: { readonly dryRun?: boolean },
  ): Promise<ImportOutcome[]>;
  /** Makes a category by its name, as the last of those beside it. Needs `catalog.write`. */
  createCategory(command: CommandContext, category: CreateCategoryInput): Promise<CreateOutcome>;
  /** Changes what a category says and shows; what is not named stays. Needs `catalog.write`. */
  changeCategory(command: CommandContext, change: ChangeCategoryInput): Promise<ChangeCategoryOutcome>;
  /** Puts a category into another one, or to another place beside others. Needs `catalog.write`. */
  moveCategory(command: CommandContext, move: MoveCategoryInput): Promise<MoveCategoryOutcome>;
  /** Takes a category away on which nothing hangs. Needs `catalog.write`. */
  removeCategory(command: CommandContext, id: string): Promise<RemoveCategoryOutcome>;
  /** Defines an attribute by its label, as the last one. Needs `catalog.write`. */
  createAttribute(command: CommandContext, attribute: CreateAttributeInput): Promise<CreateOutcome>;
  /** Changes what an attribute is called and used for; what is not named stays. Needs `catalog.write`. */
  changeAttribute(command: CommandContext, change: ChangeAttributeInput): Promise<ChangeAttributeOutcome>;
  /** Puts attributes in the order of shoppers' filters; those not named follow. Needs `catalog.write`. */
  orderAttributes(command: CommandContext, keys: readonly string[]): Promise<OrderAttributesOutcome>;
  /** Takes an attribute away of which no product has a value. Needs `catalog.write`. */
  removeAttribute(command: CommandContext, key: string): Promise<RemoveAttributeOutcome>;
  /** Puts a category's products in an order of one's own. Needs `catalog.write`. */
  arrangeCategory(command: CommandContext, arrangement: ArrangementInput): Promise<ArrangementOutcome>;
  /** Defines or changes attributes by key. Needs `catalog.write`. */
  importAttributes(
    command: CommandContext,
    attributes: readonly AttributeInput[],
    options?: { readonly dryRun?: boolean },
  ): Promise<ImportOutcome[]>;
  readonly inTransaction: { readonly setDiscounts: typeof setDiscounts };
  /** Every locale at once, for a search index. */
  readonly forIndex: CatalogIndexSource;
  /** Everything there is, for those who run the shop. */
  readonly forStaff: StaffCatalog;
}

/** Changes of a product that its audit row tells. */
const MOST_TOLD = 20;

export function createCatalog(
  context: EngineContext,
  doors: {
    readonly stores: Stores;
    readonly pricing: Pricing;
    readonly inventory: Inventory;
    readonly tax: Tax;
    readonly giftCardProducts: GiftCardProducts;
    /** Who else may speak of a category that would be removed. */
    readonly usesOfCategory: readonly UsesOfCategory[];
    /** Who else says something of a product that its copy says too. */
    readonly copiesOfProduct: readonly CopyOfProduct[];
  },
): Catalog {
  const { database, clock } = context;
  const { stores, pricing, inventory, tax, giftCardProducts, usesOfCategory, copiesOfProduct } = doors;

  /** What products are written with, by whom. */
  async function openDesk(actor: Actor, dryRun = false): Promise<ImportDesk> {
    const places = { channels: await stores.channels(), locations: await stores.locations() };
    const references = await readReferences(database, places);
    return { context, pricing, inventory, references, actor: actorName(actor), dryRun };
  }

  /** Validates, runs, and keeps the answer for the key unless it is a dry run. */
  async function runImport<Input>(
    command: CommandContext,
    run: {
      readonly name: string;
      readonly capabilities: readonly Capability[];
      readonly schema: z.ZodType<Input>;
      readonly identity: (input: unknown) => string;
      readonly inputs: readonly Input[];
      readonly dryRun: boolean;
      readonly work: (valid: readonly Input[]) => Promise<ImportOutcome[]>;
    },
  ): Promise<ImportOutcome[]> {
    const { name, capabilities, inputs, dryRun } = run;
    for (const capability of capabilities) requireCapability(command.actor, capability);
    requireBatch(name, inputs);
    const claim = claimOf(command, name, inputs);
    if (!dryRun) {
      const earlier = await claimKey(database, claim);
      if (earlier.kind === 'answered') return earlier.answer as ImportOutcome[];
    }
    const checked = checkAll(run.schema, inputs, run.identity);
    const valid = checked.flatMap((each) => (each.kind === 'valid' ? each.input : []));
    const done = valid.length === 0 ? [] : await run.work(valid);
    let next = 0;
    const outcomes = checked.map((each) => (each.kind === 'valid' ? done[next++]! : each.outcome));
    if (dryRun) return outcomes;
    const kinds = Map.groupBy(outcomes, ({ kind }) => kind);
    const detail = Object.fromEntries([...kinds].map(([kind, own]) => [kind, own.length]));
    await recordAudit(database, {
      actor: command.actor,
      action: name,
      subject: 'catalog',
      detail,
      at: clock(),
    });
    return (await storeAnswer(database, claim, outcomes)) as ImportOutcome[];
  }

  /** Runs what makes a product, says of what tax class it is, and tells it in the audit log. */
  async function makeProduct<Refusal>(
    command: CommandContext,
    run: {
      readonly name: `catalog.${string}`;
      readonly body: unknown;
      readonly detail: Readonly<Record<string, string>>;
    },
    work: (
      tx: Transaction,
      desk: ImportDesk,
    ) => Promise<{ readonly outcome: CreateOutcome | Refusal; readonly taxClass: string | undefined }>,
  ): Promise<CreateOutcome | Refusal> {
    const { name, body, detail } = run;
    const call = { name, capability: 'catalog.write', body, auditsItself: true } as const;
    const desk = await openDesk(command.actor);
    const made = runCommand(context, command, call, async (tx) => {
      const { outcome, taxClass } = await work(tx, desk);
      if (!isCreated(outcome)) return outcome;
      const { id, handle } = outcome;
      if (taxClass !== undefined)
        await tax.inTransaction.setProductClasses(tx, [{ productId: id, class: taxClass }]);
      await recordAudit(tx, {
        actor: command.actor,
        action: name,
        subject: `product:${id}`,
        detail: { ...detail, handle, ...(taxClass !== undefined && { taxClass }) },
        at: clock(),
      });
      return outcome;
    });
    return made.catch(refusedWhenTaken);
  }

  /** A change by staff of one category or attribute, told in the audit log when something was changed. */
  async function changeOne<Outcome extends { readonly kind: string }>(
    command: CommandContext,
    {
      about = 'category',
      name,
      body,
      done,
      idOf,
    }: {
      readonly about?: 'category' | 'attribute';
      readonly name: `catalog.${string}`;
      readonly body: unknown;
      /** Kind of the outcome when something was changed. */
      readonly done: Outcome['kind'];
      readonly idOf: (outcome: Outcome) => string;
    },
    work: (tx: Transaction, desk: { channels: readonly ChannelView[]; at: Date }) => Promise<Outcome>,
  ): Promise<Outcome> {
    const call = { name, capability: 'catalog.write', body, auditsItself: true } as const;
    return runCommand(context, command, call, async (tx) => {
      const at = clock();
      const outcome = await work(tx, { channels: await stores.channels({ on: tx }), at });
      if (outcome.kind === done) {
        const subject = `${about}:${idOf(outcome)}`;
        await recordAudit(tx, { actor: command.actor, action: name, subject, at });
      }
      return outcome;
    });
  }

  const inOneTransaction = (dryRun: boolean, work: (tx: Transaction) => Promise<ImportOutcome[]>) =>
    dryRun ? rehearse(context, work) : database.transaction(work);

  return {
    ...createCatalogQueries(context, { stores, giftCardProducts }),
    inTransaction: { setDiscounts },
    forIndex: createCatalogIndexSource(context),
    forStaff: createStaffCatalog(context, { stores }),
    async importProducts(command, products, { dryRun = false } = {}) {
      return runImport(command, {
        name: 'catalog.importProducts',
        capabilities: capabilitiesFor(products),
        schema: productSchema,
        identity: handleOf,
        inputs: products,
        dryRun,
        work: async (valid) => {
          const desk = await openDesk(command.actor, dryRun);
          return importValidProducts(desk, valid.map(cleaned));
        },
      });
    },
    async changeProduct(command, change) {
      const input = cleaned(parseInput(changeProductSchema, change, 'this change of a product'));
      const call = {
        name: 'catalog.changeProduct',
        capability: 'catalog.write',
        body: input,
        auditsItself: true,
      } as const;
      const desk = await openDesk(command.actor);
      const changed = runCommand(context, command, call, async (tx) => {
        const { outcome, changes } = await changeProduct(tx, desk, input);
        if (outcome.kind === 'changed') {
          const { id, version: _, ...parts } = input;
          await recordAudit(tx, {
            actor: command.actor,
            action: 'catalog.changeProduct',
            subject: `product:${id}`,
            // Whole sentences of what there is to choose from; of texts that they were changed.
            detail: {
              changed: Object.keys(parts),
              ...(changes.length > 0 && { changes: changes.slice(0, MOST_TOLD) }),
            },
            at: clock(),
          });
        }
        return outcome;
      });
      return changed.catch((error: unknown) => {
        if (!isUniqueViolation(error)) throw error;
        const problems = [
          'Another product took this address or article number a moment ago. Choose another one.',
        ];
        return { kind: 'refused' as const, problems };
      });
    },
    async createProduct(command, product) {
      const body = cleaned(parseInput(createProductSchema, product, 'this product'));
      const { taxClass, ...parts } = body;
      return makeProduct(command, { name: 'catalog.createProduct', body, detail: {} }, async (tx, desk) => ({
        outcome: await createProduct(tx, desk, parts),
        taxClass,
      }));
    },
    async duplicateProduct(command, input) {
      const body = parseInput(duplicateProductSchema, input, 'this duplicate');
      const run = { name: 'catalog.duplicateProduct', body, detail: { of: body.id } } as const;
      return makeProduct(command, run, async (tx, desk) => {
        const [taxClass] = await tax.productClasses([body.id], { on: tx });
        return { outcome: await duplicateProduct(tx, desk, body, copiesOfProduct), taxClass };
      });
    },
    async importCategories(command, categories, { dryRun = false } = {}) {
      return runImport(command, {
        name: 'catalog.importCategories',
        capabilities: ['catalog.write'],
        schema: categorySchema,
        identity: handleOf,
        inputs: categories,
        dryRun,
        work: (valid) =>
          inOneTransaction(dryRun, async (tx) => {
            const channels = await stores.channels({ on: tx });
            return importValidCategories(tx, valid.map(cleaned), { channels, at: clock() });
          }),
      });
    },
    async createCategory(command, category) {
      const body = cleaned(parseInput(createCategorySchema, category, 'this category'));
      const run = {
        name: 'catalog.createCategory',
        body,
        done: 'created',
        idOf: (outcome: CreateOutcome) => (outcome.kind === 'created' ? outcome.id : ''),
      } as const;
      return changeOne(command, run, (tx, desk) => createCategory(tx, body, desk));
    },
    async changeCategory(command, change) {
      const body = cleaned(parseInput(changeCategorySchema, change, 'this change of a category'));
      const run = { name: 'catalog.changeCategory', body, done: 'changed', idOf: () => body.id } as const;
      return changeOne<ChangeCategoryOutcome>(command, run, (tx, desk) => changeCategory(tx, body, desk));
    },
    async moveCategory(command, move) {
      const body = parseInput(moveCategorySchema, move, 'this place of a category');
      const run = { name: 'catalog.moveCategory', body, done: 'moved', idOf: () => body.id } as const;
      return changeOne<MoveCategoryOutcome>(command, run, (tx, desk) => moveCategory(tx, body, desk));
    },
    async removeCategory(command, id) {
      const run = { name: 'catalog.removeCategory', body: { id }, done: 'removed', idOf: () => id } as const;
      return changeOne<RemoveCategoryOutcome>(command, run, (tx) => removeCategory(tx, id, usesOfCategory));
    },
    async createAttribute(command, attribute) {
      const body = parseInput(createAttributeSchema, attribute, 'this attribute');
      const run = {
        about: 'attribute',
        name: 'catalog.createAttribute',
        body,
        done: 'created',
        idOf: (outcome: CreateOutcome) => (outcome.kind === 'created' ? outcome.id : ''),
      } as const;
      return changeOne(command, run, (tx, { channels }) => createAttribute(tx, body, channels));
    },
    async changeAttribute(command, change) {
      const body = parseInput(changeAttributeSchema, change, 'this change of an attribute');
      const run = {
        about: 'attribute',
        name: 'catalog.changeAttribute',
        body,
        done: 'changed',
        idOf: () => body.key,
      } as const;
      return changeOne<ChangeAttributeOutcome>(command, run, (tx, { channels }) =>
        changeAttribute(tx, body, channels),
      );
    },
    async orderAttributes(command, keys) {
      const body = parseInput(orderAttributesSchema, keys, 'this order of attributes');
      const call = { name: 'catalog.orderAttributes', capability: 'catalog.write', body } as const;
      return runCommand(context, command, call, (tx) => orderAttributes(tx, body));
    },
    async removeAttribute(command, key) {
      const run = {
        about: 'attribute',
        name: 'catalog.removeAttribute',
        body: { key },
        done: 'removed',
        idOf: () => key,
      } as const;
      return changeOne<RemoveAttributeOutcome>(command, run, (tx) => removeAttribute(tx, key));
    },
    async arrangeCategory(command, arrangement) {
      const input = parseInput(arrangementSchema, arrangement, 'this order of products');
      const call = { name: 'catalog.arrangeCategory', capability: 'catalog.write', body: input } as const;
      return runCommand(context, command, call, (tx) => arrangeCategory(tx, input));
    },
    async importAttributes(command, attributes, { dryRun = false } = {}) {
      return runImport(command, {
        name: 'catalog.importAttributes',
        capabilities: ['catalog.write'],
        schema: attributeSchema,
        identity: (input) => textOf(input, 'key'),
        inputs: attributes,
        dryRun,
        work: (valid) => inOneTransaction(dryRun, (tx) => importValidAttributes(tx, valid)),
      });
    },
  };
}

function isCreated(outcome: unknown): outcome is Extract<CreateOutcome, { kind: 'created' }> {
  return typeof outcome === 'object' && outcome !== null && Reflect.get(outcome, 'kind') === 'created';
}

/** Somebody took an address or a number between our look and our write. */
function refusedWhenTaken(error: unknown): CreateOutcome {
  if (!isUniqueViolation(error)) throw error;
  const problem = 'Somebody else took this address or article number a moment ago. Choose another one.';
  return { kind: 'refused', problems: [{ path: '', problem }] };
}

type Checked<Input> =
  | { readonly kind: 'valid'; readonly input: Input }
  | { readonly kind: 'refused'; readonly outcome: ImportOutcome };

/** Splits what can be imported from what cannot; the second of two with one identity cannot. */
function checkAll<Input>(
  schema: z.ZodType<Input>,
  inputs: readonly Input[],
  identity: (input: unknown) => string,
): Checked<Input>[] {
  const seen = new Set<string>();
  return inputs.map((input) => {
    const handle = identity(input);
    const checked = checkInput(schema, input);
    const isTwice = seen.has(handle);
    seen.add(handle);
    if (checked.kind === 'valid' && !isTwice) return { kind: 'valid', input: checked.value };
    const problems =
      checked.kind === 'bad' ? sentences(checked.fields) : [`"${handle}" is twice in this import.`];
    return { kind: 'refused', outcome: { handle, kind: 'refused', changes: [], problems } };
  });
}

function requireBatch(name: string, inputs: unknown): void {
  if (Array.isArray(inputs) && inputs.length <= MAX_INPUTS) return;
  const came = Array.isArray(inputs) ? `${inputs.length} of them` : typeof inputs;
  throw new CommerceError(
    'bad_input',
    `${name} expected a list of at most ${MAX_INPUTS} inputs, got ${came}. Send more in several imports.`,
  );
}

function capabilitiesFor(products: readonly ProductInput[]): Capability[] {
  const variants = Array.isArray(products) ? products.flatMap((product) => product?.variants ?? []) : [];
  return [
    'catalog.write',
    ...(variants.some((variant) => variant?.prices) ? (['pricing.write'] as const) : []),
    ...(variants.some(
      (variant) => variant?.stock || variant?.backorder !== undefined || variant?.preorder !== undefined,
    )
      ? (['inventory.write'] as const)
      : []),
  ];
}

function cleaned<Input extends { readonly description?: LocalText }>(input: Input): Input {
  if (!input.description) return input;
  const texts = Object.entries(input.description).map(([locale, html]) => [locale, sanitiseHtml(html)]);
  return { ...input, description: Object.fromEntries(texts) };
}

/** Runs the work in a transaction that leaves nothing behind. */
async function rehearse<Outcome>(
  { database }: EngineContext,
  work: (tx: Transaction) => Promise<Outcome>,
): Promise<Outcome> {
  let outcome: { readonly value: Outcome } | undefined;
  const rollBack = new Error('This transaction is rolled back on purpose.');
  try {
    await database.transaction(async (tx) => {
      outcome = { value: await work(tx) };
      throw rollBack;
    });
  } catch (error) {
    if (error !== rollBack) throw error;
  }
  return outcome!.value;
}

function handleOf(input: unknown): string {
  return textOf(input, 'handle');
}

function textOf(input: unknown, name: string): string {
  const value = typeof input === 'object' && input !== null ? Reflect.get(input, name) : undefined;
  return typeof value === 'string' ? value : '';
}
