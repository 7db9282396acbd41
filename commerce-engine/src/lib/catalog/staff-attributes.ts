import type { Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import { z } from 'zod';
import { lockInOrder } from '../lock-in-order.ts';
import type { ChannelView } from '../stores/stores.views.ts';
import type { CatalogTables } from './catalog.tables.ts';
import { missingTextProblems } from './create-product.ts';
import { emitOwners, importValidAttributes } from './import-attributes.ts';
import { slugsFromHandle } from './import-references.ts';
import { attributeParts, isNotEmpty, key } from './import-schema.ts';
import { mergeTexts } from './local-text.rules.ts';
import { handleOfName } from './name-slug.rules.ts';
import type {
  ChangeAttributeOutcome,
  CreateOutcome,
  OrderAttributesOutcome,
  RemoveAttributeOutcome,
} from './staff-outcomes.views.ts';

export const createAttributeSchema = z.strictObject({
  ...attributeParts.shape,
  /** Absent = made of the label. */
  key: key.optional(),
  label: attributeParts.shape.label.refine(isNotEmpty, 'expected a label in at least one locale'),
});

export const changeAttributeSchema = z.strictObject({ ...attributeParts.partial().shape, key });

/** All keys that shall stand in this order; those not named follow as they stood. */
export const orderAttributesSchema = z
  .array(key)
  .max(10_000)
  .refine((keys) => new Set(keys).size === keys.length, 'expected each attribute once');

export type CreateAttributeInput = z.infer<typeof createAttributeSchema>;
export type ChangeAttributeInput = z.infer<typeof changeAttributeSchema>;

/** Defines an attribute that did not exist, as the last one. */
export async function createAttribute(
  tx: Transaction,
  input: CreateAttributeInput,
  channels: readonly ChannelView[],
): Promise<CreateOutcome> {
  const keys = (await readAttributes(tx)).map((each) => each.key);
  const locales = [...channels.flatMap((channel) => channel.locales), ...Object.keys(input.label)];
  const made = locales.map((locale) => handleOfName(input.label[locale] ?? '', locale)).find(Boolean);
  const candidates = slugsFromHandle(made ?? 'attribute');
  const own = input.key ?? candidates.find((each) => !keys.includes(each)) ?? candidates.at(-1)!;
  const problems = [
    ...missingTextProblems('label', input.label, channels),
    ...(keys.includes(own)
      ? [{ path: 'key', problem: `There is an attribute "${own}" already. Choose another key.` }]
      : []),
  ];
  if (problems.length > 0) return { kind: 'refused', problems };
  await importValidAttributes(tx, [{ ...input, key: own }]);
  return { kind: 'created', id: own, handle: own };
}

/** Changes what is named. The type changes as long as no product has a value. */
export async function changeAttribute(
  tx: Transaction,
  input: ChangeAttributeInput,
  channels: readonly ChannelView[],
): Promise<ChangeAttributeOutcome> {
  const stored = (await readAttributes(tx)).find((each) => each.key === input.key);
  if (!stored) return { kind: 'unknown' };
  const problems = missingTextProblems('label', mergeTexts(stored.label, input.label), channels);
  const isOther = input.type !== undefined && input.type !== stored.type;
  if (isOther) {
    const products = await countProducts(tx, input.key);
    if (products > 0) {
      const problem = `It holds a ${stored.type}, and ${products} of the products have a value. Make another attribute, or take those values away first.`;
      problems.push({ path: 'type', problem });
    }
  }
  if (problems.length > 0) return { kind: 'refused', problems };
  if (isOther) {
    await tx
      .tables<CatalogTables>()
      .updateTable('catalog_attribute')
      .set({ type: input.type! })
      .where('key', '=', input.key)
      .execute();
  }
  const [outcome] = await importValidAttributes(tx, [{ label: {}, ...input }]);
  return { kind: isOther || outcome!.kind === 'changed' ? 'changed' : 'unchanged' };
}

/** Puts attributes in an order: shoppers see their filters in it. */
export async function orderAttributes(
  tx: Transaction,
  wanted: readonly string[],
): Promise<OrderAttributesOutcome> {
  const stored = await readAttributes(tx);
  const unknown = wanted.filter((each) => !stored.some((one) => one.key === each));
  if (unknown.length > 0) return { kind: 'unknown', keys: unknown };
  const ordered = [...wanted, ...stored.map((each) => each.key).filter((each) => !wanted.includes(each))];
  const { rows } = await sql<{ readonly key: string }>`
    update catalog_attribute set position = place - 1
    from unnest(${ordered}::text[]) with ordinality as wanted (name, place)
    where key = name and position is distinct from place - 1 returning key`.execute(tx.tables());
  if (rows.length === 0) return { kind: 'unchanged' };
  await emitOwners(
    tx,
    rows.map((row) => row.key),
  );
  return { kind: 'changed' };
}

/** Takes an attribute away of which no product has a value. */
export async function removeAttribute(tx: Transaction, own: string): Promise<RemoveAttributeOutcome> {
  const stored = await readAttributes(tx);
  if (!stored.some((each) => each.key === own)) return { kind: 'unknown' };
  const products = await countProducts(tx, own);
  if (products > 0) return { kind: 'in-use', products };
  await tx.tables<CatalogTables>().deleteFrom('catalog_attribute').where('key', '=', own).execute();
  return { kind: 'removed' };
}

/** All of them in their order. Whoever else changes some waits. */
async function readAttributes(tx: Transaction) {
  await lockInOrder(tx, 'catalog.attribute', ['all']);
  return tx
    .tables<CatalogTables>()
    .selectFrom('catalog_attribute')
    .selectAll()
    .orderBy('position')
    .orderBy('key')
    .execute();
}

async function countProducts(tx: Transaction, own: string): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`
    select count(*)::int as count from catalog_product_attribute where attribute_key = ${own}`.execute(
    tx.tables(),
  );
  return rows[0]!.count;
}
