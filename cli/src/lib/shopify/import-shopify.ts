import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { CommerceClient, ImportOutcome, ProductInput } from '@vitrine/commerce-engine/client';
import { CommandError } from '../command-error.ts';
import { decodeText } from './decode-text.ts';
import { fetchPictures } from './fetch-pictures.ts';
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

const atATime = 25;

/**
 * Imports Shopify's product export. Running it again with the same file changes nothing: products are known by handle.
 * The whole file is read and checked before the first change.
 * @throws CommandError when the file cannot be read or is no such export; nothing was changed then.
 */
export async function importShopify(options: ImportOptions): Promise<ImportReport> {
  const exported = parseExport(decodeText(await readInput(options.file), options.encoding));
  const addresses = exported.flatMap((product) => product.images.map((image) => image.src));
  let done = 0;
  const fetched =
    options.pictures && !options.dryRun
      ? await fetchPictures(addresses, {
          folder: options.mediaFolder,
          onProgress: () => options.onProgress?.(++done, addresses.length, 'pictures'),
        })
      : { pictures: new Map<string, never>(), missing: [] };
  const digits = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: options.currency,
  }).resolvedOptions();
  const converted = exported.map((product) =>
    toProductInput(product, {
      locale: options.locale,
      currency: options.currency,
      currencyDigits: digits.maximumFractionDigits ?? 2,
      location: options.location,
      category: options.category,
      pictures: fetched.pictures,
    }),
  );
  const refused = converted.flatMap((one): ImportOutcome[] =>
    one.kind === 'refused'
      ? [{ handle: one.handle, kind: 'refused', changes: [], problems: one.problems }]
      : [],
  );
  const products = converted.flatMap((one) => (one.kind === 'product' ? [one] : []));
  const notes = await makeCategories(products, options);
  const outcomes: ImportOutcome[] = [...refused];
  for (let at = 0; at < products.length; at += atATime) {
    const part = products.slice(at, at + atATime).map((one) => one.product);
    outcomes.push(
      ...(await options.commerce.catalog.importProducts(contextFor(part, options.dryRun), part, {
        dryRun: options.dryRun,
      })),
    );
    options.onProgress?.(Math.min(at + atATime, products.length), products.length, 'products');
  }
  if (!options.pictures) notes.push('Pictures were left out (--no-pictures).');
  return { outcomes, missingPictures: fetched.missing, dryRun: options.dryRun, notes };
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

type ConvertedProduct = Extract<Converted, { kind: 'product' }>;

// A category that products name but the shop lacks is made, so that every product can be found by browsing. One that is there
// keeps its name: an export must not rename it.
async function makeCategories(
  products: readonly ConvertedProduct[],
  options: ImportOptions,
): Promise<string[]> {
  const wanted = new Map(
    products.flatMap((one) => (one.category ? [[one.category.handle, one.category]] : [])),
  );
  if (wanted.size === 0) return [];
  const market = {
    channel: 'online',
    locale: options.locale,
    currency: options.currency,
    customerGroup: 'anyone',
  };
  const handles = [...wanted.keys()];
  const known = await options.commerce.catalog.categoriesBySlug(market, handles);
  const missing = handles.filter((_, index) => !known[index]).map((handle) => wanted.get(handle)!);
  if (missing.length === 0) return [];
  const categories = missing.map(({ handle, name }) => ({ handle, name: { [options.locale]: name } }));
  if (!options.dryRun)
    await options.commerce.catalog.importCategories(contextFor(categories, false), categories);
  const names = missing.map((category) => `"${category.name}"`).join(', ');
  return [
    `${options.dryRun ? 'Categories that would be made' : 'Categories made'} from types and tags: ${names}.`,
  ];
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
