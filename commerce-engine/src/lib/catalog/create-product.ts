import { newId, type Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import { z } from 'zod';
import type { FieldProblem } from '../commerce-error.ts';
import { lockInOrder } from '../lock-in-order.ts';
import { type ImportDesk, importIn } from './import-products.ts';
import { readOwners, slugsFromHandle } from './import-references.ts';
import {
  attributeValues,
  choiceParts,
  handle,
  isNotEmpty,
  newVariant,
  productParts,
} from './import-schema.ts';
import { handleOfName, slugOfName } from './name-slug.rules.ts';
import type { LocalText, ProductInput } from './product-import.ts';
import type { CreateOutcome } from './staff-outcomes.views.ts';

export const createProductSchema = z.strictObject({
  ...productParts.partial().shape,
  /** Absent = made of the name. */
  handle: handle.optional(),
  name: productParts.shape.name.refine(isNotEmpty, 'expected a name in at least one locale'),
  ...choiceParts.pick({ media: true, options: true }).partial().shape,
  attributes: attributeValues.optional(),
  /** Absent = one, without options. */
  variants: z.array(newVariant).min(1).max(5000).optional(),
  /** Absent = the usual one. */
  taxClass: z.string().min(1).max(200).optional(),
});

export type CreateProductInput = z.infer<typeof createProductSchema>;

/** Makes a product that did not exist, hidden unless it is said to be published. */
export async function createProduct(
  tx: Transaction,
  desk: ImportDesk,
  parts: Omit<ProductInput, 'handle' | 'variants'> & Partial<Pick<ProductInput, 'handle' | 'variants'>>,
): Promise<CreateOutcome> {
  const { channels } = desk.references;
  // Whoever makes another one of this name at once waits, and gets the next address.
  await lockInOrder(tx, 'catalog.product.new', ['names']);
  const own = parts.handle ?? (await freeHandle(tx, 'catalog_product', parts.name, channels));
  const input: ProductInput = {
    published: false,
    ...parts,
    handle: own,
    slug: await addressesOf(tx, 'catalog_product_slug', parts),
    variants: parts.variants ?? [{ options: {} }],
  };
  const problems = [
    ...missingNameProblems(parts.name, channels),
    ...((await isHandle(tx, 'catalog_product', own))
      ? [{ path: 'handle', problem: `There is a product "${own}" already. Choose another handle.` }]
      : []),
    ...(await takenProblems(tx, input)),
  ];
  if (problems.length > 0) return { kind: 'refused', problems };
  const outcome = await importIn(tx, desk, input);
  if (outcome.kind === 'refused') {
    return { kind: 'refused', problems: outcome.problems.map((problem) => ({ path: '', problem })) };
  }
  const { rows } = await sql<{ readonly id: string }>`
    select id from catalog_product where handle = ${own}`.execute(tx.tables());
  return { kind: 'created', id: rows[0]!.id, handle: own };
}

interface Locales {
  readonly locales: readonly string[];
}

/** Names that are missing in the first locale of a channel, each at its field. */
export function missingNameProblems(name: LocalText, channels: readonly Locales[]): FieldProblem[] {
  return missingTextProblems('name', name, channels);
}

/** The same for a text with another name. */
export function missingTextProblems(
  part: 'name' | 'label',
  text: LocalText,
  channels: readonly Locales[],
): FieldProblem[] {
  return [...new Set(channels.map(({ locales }) => locales[0]!))]
    .filter((locale) => !text[locale]?.trim())
    .map((locale) => ({
      path: `${part}.${locale}`,
      problem: `Expected a ${part} in "${locale}": it is the first language of a channel.`,
    }));
}

/** Addresses that were asked for, and for every other name one made of it that is free. */
export async function addressesOf(
  tx: Transaction,
  table: 'catalog_product_slug' | 'catalog_category_slug',
  { name, slug = {} }: { readonly name: LocalText; readonly slug?: LocalText },
): Promise<LocalText> {
  const wanted = Object.entries(name).flatMap(([locale, words]) => {
    const made = slug[locale] ? '' : slugOfName(words, locale);
    return made === '' ? [] : [{ locale, candidates: slugsFromHandle(made) }];
  });
  const { rows } = await sql<{ readonly locale: string; readonly slug: string }>`
    select locale, slug from ${sql.table(table)}
    where slug = any(${wanted.flatMap(({ candidates }) => candidates)}::text[])`.execute(tx.tables());
  const isTaken = (locale: string, one: string) =>
    rows.some((row) => row.locale === locale && row.slug === one);
  const made = wanted.map(({ locale, candidates }) => [
    locale,
    candidates.find((one) => !isTaken(locale, one)) ?? `${candidates[0]}-${newId().slice(-8)}`,
  ]);
  return { ...(Object.fromEntries(made) as LocalText), ...slug };
}

/** Made of the name in the first language that has one; `-2`, `-3` behind it when it is taken. */
export async function freeHandle(
  tx: Transaction,
  table: 'catalog_product' | 'catalog_category',
  name: LocalText,
  channels: readonly Locales[],
): Promise<string> {
  const locales = [...channels.flatMap((channel) => channel.locales), ...Object.keys(name)];
  const made = locales.map((locale) => handleOfName(name[locale] ?? '', locale)).find((each) => each !== '');
  const candidates = slugsFromHandle(made ?? table.replace('catalog_', ''));
  const { rows } = await sql<{ readonly handle: string }>`
    select handle from ${sql.table(table)} where handle = any(${candidates}::text[])`.execute(tx.tables());
  const taken = new Set(rows.map((row) => row.handle));
  return candidates.find((one) => !taken.has(one)) ?? `${candidates[0]}-${newId().slice(-8)}`;
}

export async function isHandle(
  tx: Transaction,
  table: 'catalog_product' | 'catalog_category',
  one: string,
): Promise<boolean> {
  const { rows } = await sql`select from ${sql.table(table)} where handle = ${one}`.execute(tx.tables());
  return rows.length > 0;
}

/** Addresses, article numbers and barcodes that somebody else has, each at its field. */
async function takenProblems(tx: Transaction, input: ProductInput): Promise<FieldProblem[]> {
  const owners = await readOwners(tx, [input], new Map());
  const slugs = Object.entries(input.slug ?? {}).map(([locale, slug]) => ({
    path: `slug.${locale}`,
    what: `The address "${slug}" (${locale})`,
    owner: owners.slugs.get(`${locale} ${slug}`),
  }));
  const numbers = input.variants.flatMap(({ sku, barcode }, at) => [
    {
      path: `variants.${at}.sku`,
      what: `The article number "${sku}"`,
      owner: sku === undefined ? undefined : owners.skus.get(sku),
    },
    {
      path: `variants.${at}.barcode`,
      what: `The barcode "${barcode}"`,
      owner: barcode ? owners.barcodes.get(barcode)?.[0]?.handle : undefined,
    },
  ]);
  return [...slugs, ...numbers].flatMap(({ path, what, owner }) =>
    owner === undefined
      ? []
      : [{ path, problem: `${what} belongs to product "${owner}". Choose another one.` }],
  );
}
