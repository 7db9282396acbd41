import { jsonb, type Transaction } from '@vitrine/database';
import { type RawBuilder, sql } from 'kysely';
import { canonicalJson } from '../idempotency/canonical-json.ts';
import type { CatalogTables } from './catalog.tables.ts';
import { mergeTexts } from './local-text.rules.ts';
import type { AttributeInput, ImportOutcome } from './product-import.ts';

/** Defines or changes attributes by key; the order of new ones is their order in facets and lists. */
export async function importValidAttributes(
  tx: Transaction,
  inputs: readonly AttributeInput[],
): Promise<ImportOutcome[]> {
  const tables = tx.tables<CatalogTables>();
  const stored = await tables.selectFrom('catalog_attribute').selectAll().execute();
  const outcomes: ImportOutcome[] = [];
  const changed: string[] = [];
  for (const [index, input] of inputs.entries()) {
    const old = stored.find((each) => each.key === input.key);
    if (old && input.type && input.type !== old.type) {
      outcomes.push(refusal(input.key, old.type, input.type));
      continue;
    }
    const row = {
      label: mergeTexts(old?.label, input.label),
      type: input.type ?? old?.type ?? ('text' as const),
      unit: input.unit === undefined ? (old?.unit ?? null) : input.unit,
      facet: input.facet ?? old?.facet ?? false,
    };
    const same =
      old &&
      canonicalJson({ label: old.label, type: old.type, unit: old.unit, facet: old.facet }) ===
        canonicalJson(row);
    const kind = same ? 'unchanged' : old ? 'changed' : 'created';
    outcomes.push({
      handle: input.key,
      kind,
      changes: old && !same ? ['Definition changed.'] : [],
      problems: [],
    });
    if (same) continue;
    changed.push(input.key);
    const values = { ...row, label: jsonb(row.label) as unknown as RawBuilder<string> };
    await tables
      .insertInto('catalog_attribute')
      .values({ key: input.key, ...values, position: stored.length + index })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(values))
      .execute();
  }
  await emitOwners(tx, changed);
  return outcomes;
}

function refusal(key: string, before: string, after: string): ImportOutcome {
  const problem = `Attribute "${key}" is a ${before} and products have values of it: it cannot become a ${after}. Define another key.`;
  return { handle: key, kind: 'refused', changes: [], problems: [problem] };
}

/** Products that show a changed attribute have changed themselves. */
export async function emitOwners(tx: Transaction, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const { rows } = await sql<{ product_id: string; slug: string }>`
    select distinct product_id, slug from catalog_product_attribute
    join catalog_product_slug using (product_id)
    where attribute_key = any(${[...keys]}::text[])`.execute(tx.tables());
  if (rows.length === 0) return;
  const productIds = [...new Set(rows.map((row) => row.product_id))];
  const slugs = [...new Set(rows.map((row) => row.slug))];
  await tx.emit({ kind: 'product.changed', payload: { productIds, slugs } });
}
