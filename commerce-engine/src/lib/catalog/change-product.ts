import type { Transaction } from '@vitrine/database';
import { z } from 'zod';
import { CommerceError } from '../commerce-error.ts';
import { lockInOrder } from '../lock-in-order.ts';
import type { CatalogTables } from './catalog.tables.ts';
import { type ImportDesk, importIn } from './import-products.ts';
import { attributeValues, choiceParts, productParts } from './import-schema.ts';
import { readRecords } from './product-record.ts';

export const changeProductSchema = z.strictObject({
  id: z.string().min(1).max(200),
  /** The version that was looked at. */
  version: z.int().min(1),
  ...productParts.partial().shape,
  ...choiceParts.partial().shape,
  /** All that it has afterwards. */
  attributes: attributeValues.optional(),
});

export type ChangeProductInput = z.infer<typeof changeProductSchema>;

export type ChangeProductOutcome =
  | { readonly kind: 'changed' | 'unchanged'; readonly version: number }
  | { readonly kind: 'unknown' }
  /** Somebody else changed it since; nothing was changed. */
  | { readonly kind: 'changed-meanwhile'; readonly version: number }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

/** Changes the parts that are named; prices and stock stay as they are. @returns also what was changed, in sentences. */
export async function changeProduct(
  tx: Transaction,
  desk: ImportDesk,
  { id, version, variants: named, ...parts }: ChangeProductInput,
): Promise<{ readonly outcome: ChangeProductOutcome; readonly changes: readonly string[] }> {
  const known = await readVersion(tx, id);
  if (!known) return same({ kind: 'unknown' });
  const { handle } = known;
  await lockInOrder(tx, 'catalog.product', [handle]);
  const before = await readVersion(tx, id);
  if (!before) return same({ kind: 'unknown' });
  if (before.version !== version) return same({ kind: 'changed-meanwhile', version: before.version });
  const stored = (await readRecords(tx, [handle])).get(handle)!;
  const variants = named ?? stored.variants.map(({ options }) => ({ options }));
  if (variants.length === 0) {
    throw new CommerceError(
      'conflict',
      `Product "${handle}" has no variant on sale. Import it with one first.`,
    );
  }
  const outcome = await importIn(tx, desk, { name: {}, ...parts, handle, variants });
  if (outcome.kind === 'refused') return same({ kind: 'refused', problems: outcome.problems });
  const after = await readVersion(tx, id);
  const kind = outcome.kind === 'unchanged' ? 'unchanged' : 'changed';
  return { outcome: { kind, version: after!.version }, changes: outcome.changes };
}

function same(outcome: ChangeProductOutcome) {
  return { outcome, changes: [] };
}

function readVersion(tx: Transaction, id: string) {
  return tx
    .tables<CatalogTables>()
    .selectFrom('catalog_product')
    .select(['handle', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();
}
