import type { Transaction } from '@vitrine/database';
import type { z } from 'zod';
import { actorName } from '../actor-name.ts';
import type { CommandContext } from '../api/commerce-client.ts';
import { CommerceError } from '../commerce-error.ts';
import type { EngineContext } from '../engine-context.ts';
import { claimKey, claimOf, storeAnswer } from '../idempotency/claim.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { recordAudit } from '../identity/audit.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor, Capability } from '../identity/identity.views.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { checkInput, parseInput, sentences } from '../parse-input.ts';
import type { Pricing } from '../pricing/pricing.ts';
import type { Stores } from '../stores/stores.ts';
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
import {
  type CreateOutcome,
  type CreateProductInput,
  createProduct,
  createProductSchema,
} from './create-product.ts';
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
import { createStaffCatalog, type StaffCatalog } from './staff-catalog.queries.ts';

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
  /** Makes or changes categories by handle, parents first whatever their order. Needs `catalog.write`. */
  importCategories(
    command: CommandContext,
    categories: readonly CategoryInput[],
    options?: { readonly dryRun?: boolean },
  ): Promise<ImportOutcome[]>;
  /** Puts a category's products in an order of one's own. Needs `catalog.write`. */
  arrangeCategory(command: CommandContext, arrangement: ArrangementInput): Promise<ArrangementOutcome>;
  /** Defines or changes attributes by key. Needs `catalog.write`. */
  importAttributes(
    command: CommandContext,
    attributes: readonly AttributeInput[],
    options?: { readonly dryRun?: boolean },
  ): Promise<ImportOutcome[]>;
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
  },
): Catalog {
  const { database, clock } = context;
  const { stores, pricing, inventory, tax } = doors;

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

  const inOneTransaction = (dryRun: boolean, work: (tx: Transaction) => Promise<ImportOutcome[]>) =>
    dryRun ? rehearse(context, work) : database.transaction(work);

  return {
    ...createCatalogQueries(context, { stores }),
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
      const input = cleaned(parseInput(createProductSchema, product, 'this product'));
      const call = {
        name: 'catalog.createProduct',
        capability: 'catalog.write',
        body: input,
        auditsItself: true,
      } as const;
      const desk = await openDesk(command.actor);
      const created = runCommand(context, command, call, async (tx) => {
        const outcome = await createProduct(tx, desk, input);
        if (outcome.kind !== 'created') return outcome;
        if (input.taxClass !== undefined) {
          await tax.inTransaction.setProductClasses(tx, [{ productId: outcome.id, class: input.taxClass }]);
        }
        await recordAudit(tx, {
          actor: command.actor,
          action: 'catalog.createProduct',
          subject: `product:${outcome.id}`,
          detail: {
            handle: outcome.handle,
            ...(input.taxClass !== undefined && { taxClass: input.taxClass }),
          },
          at: clock(),
        });
        return outcome;
      });
      return created.catch(refusedWhenTaken);
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
