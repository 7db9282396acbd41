import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { CommerceClient, ImportOutcome, ProductInput } from '@vitrine/commerce-engine/client';
import { CommandError } from '../command-error.ts';
import { decodeText } from './decode-text.ts';
import { type FetchedPictures, fetchPictures, keptPictures } from './fetch-pictures.ts';
import type { ImportReport } from './import-report.ts';
import { parseExport } from './parse-export.ts';
import { type Converted, toProductInput } from './to-product-input.ts';

export interface ImportOptions {
  readonly file: string;
  readonly commerce: CommerceClient;
  readonly mediaFolder: string;
  readonly dryRun: boolean;
  readonly locale: string;
  readonly currency: string;
  readonly location: string;
  readonly category?: string;
  readonly encoding?: string;
  readonly pictures: boolean;
  readonly onProgress?: (done: number, of: number, doing: string) => void;
}

type ConvertedProduct = Extract<Converted, { kind: 'product' }>;

const atATime = 25;

/**
 * Imports Shopify's product export. Running it again with the same file changes nothing: products are known by handle.
 * The whole file is read and checked before the first change. Pictures a product has are replaced only when all of the
 * export's are at hand.
 * @throws CommandError when the file cannot be read or is no such export; nothing was changed then.
 */
export async function importShopify(options: ImportOptions): Promise<ImportReport> {
  const exported = parseExport(decodeText(await readInput(options.file), options.encoding));
  const addresses = exported.flatMap((product) => product.images.map((image) => image.src));
  const { pictures, missing } = await bringPictures(addresses, options);
  const { locale, currency, location, category } = options;
  const converted = exported.map((product) =>
    toProductInput(product, { locale, currency, location, category, pictures }),
  );
  const refused = converted.flatMap((one): ImportOutcome[] =>
    one.kind === 'refused'
      ? [{ handle: one.handle, kind: 'refused', changes: [], problems: one.problems }]
      : [],
  );
  const products = converted.flatMap((one) => (one.kind === 'product' ? [one] : []));
  const categories = await makeCategories(products, options);
  const withCategories = products.map((one) => ({ ...one, product: categories.rehearse(one.product) }));
  const outcomes: ImportOutcome[] = [...refused];
  const leftAlone: string[] = [];
  for (let at = 0; at < products.length; at += atATime) {
    const part = withCategories.slice(at, at + atATime);
    const inputs = options.dryRun
      ? part.map((one) => one.product)
      : await addSomePictures(part, options, leftAlone);
    outcomes.push(...(await importPart(inputs, options, options.dryRun)));
    options.onProgress?.(Math.min(at + atATime, products.length), products.length, 'products');
  }
  const notes = [
    ...categories.notes,
    ...pictureNotes(new Set(addresses).size - pictures.size, leftAlone, options),
  ];
  return { outcomes, missingPictures: missing, dryRun: options.dryRun, notes };
}

async function bringPictures(addresses: readonly string[], options: ImportOptions): Promise<FetchedPictures> {
  if (!options.pictures) return { pictures: new Map(), missing: [] };
  if (options.dryRun) return { pictures: keptPictures(addresses, options.mediaFolder), missing: [] };
  let done = 0;
  return await fetchPictures(addresses, {
    folder: options.mediaFolder,
    onProgress: () => options.onProgress?.(++done, addresses.length, 'pictures'),
  });
}

function importPart(products: readonly ProductInput[], { commerce }: ImportOptions, dryRun: boolean) {
  return commerce.catalog.importProducts(contextFor(products, dryRun), products, { dryRun });
}

// Of a product whose pictures are not all at hand, those it has stay; one that has none yet gets those that are. It has none
// when taking them away would change nothing.
async function addSomePictures(
  products: readonly ConvertedProduct[],
  options: ImportOptions,
  leftAlone: string[],
): Promise<ProductInput[]> {
  const some = products.filter((one) => one.somePictures).map((one) => one.product);
  if (some.length === 0) return products.map((one) => one.product);
  const kept = await importPart(some, options, true);
  const emptied = await importPart(
    some.map((product) => ({ ...product, media: [] })),
    options,
    true,
  );
  const hasNone = new Set(
    kept.flatMap(({ handle, changes }, index) =>
      changes.length === emptied[index]?.changes.length ? handle : [],
    ),
  );
  leftAlone.push(...some.flatMap(({ handle }) => (hasNone.has(handle) ? [] : handle)));
  return products.map(({ product, somePictures }) =>
    somePictures && hasNone.has(product.handle) ? { ...product, media: somePictures } : product,
  );
}

function pictureNotes(notAtHand: number, leftAlone: readonly string[], options: ImportOptions): string[] {
  if (!options.pictures) return ['Pictures were left as they are (--no-pictures).'];
  if (options.dryRun && notAtHand > 0)
    return [`A dry run fetches no pictures; ${notAtHand} of the export are not in the media folder yet.`];
  if (leftAlone.length === 0) return [];
  return [
    `Pictures were left as they are where not all of the export's could be fetched: ${leftAlone.join(', ')}.`,
  ];
}

async function readInput(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new CommandError(`The file "${file}" cannot be read (${(error as NodeJS.ErrnoException).code}).`, {
      cause: error,
    });
  }
}

interface MadeCategories {
  readonly notes: readonly string[];
  /** The product as a dry run can check it: without categories that were not made. */
  readonly rehearse: (product: ProductInput) => ProductInput;
}

// A category that products name but the shop lacks is made, so that every product can be found by browsing. One that is there
// keeps its name: an export must not rename it.
async function makeCategories(
  products: readonly ConvertedProduct[],
  { commerce, locale, dryRun }: ImportOptions,
): Promise<MadeCategories> {
  const wanted = new Map(
    products.flatMap((one) => (one.category ? [[one.category.handle, one.category]] : [])),
  );
  const categories = [...wanted.values()].map(({ handle, name }) => ({ handle, name: { [locale]: name } }));
  const rehearsed =
    categories.length === 0
      ? []
      : await commerce.catalog.importCategories(contextFor(categories, true), categories, { dryRun: true });
  const missing = categories.filter((_, index) => rehearsed[index]?.kind === 'created');
  if (missing.length === 0) return { notes: [], rehearse: (product) => product };
  const names = missing.map((category) => `"${category.name[locale]}"`).join(', ');
  if (!dryRun) {
    await commerce.catalog.importCategories(contextFor(missing, false), missing);
    return { notes: [`Categories made from types and tags: ${names}.`], rehearse: (product) => product };
  }
  const handles = new Set(missing.map(({ handle }) => handle));
  return {
    notes: [`Categories that would be made from types and tags, with these products in them: ${names}.`],
    rehearse: (product) => ({
      ...product,
      categories: product.categories?.filter((handle) => !handles.has(handle)),
    }),
  };
}

// The key is the content's hash: a repeated call after a broken connection is the same request. The clock part lets the same
// file be imported again later, when the shop may have changed in between.
function contextFor(body: readonly (ProductInput | object)[], dryRun: boolean) {
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 32);
  return {
    actor: { kind: 'system' as const, reason: 'vitrine import shopify' },
    idempotencyKey: `import-${dryRun ? 'dry-' : ''}${hash}-${Date.now()}`,
  };
}
