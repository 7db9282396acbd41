import { jsonb, newId, type Transaction } from '@vitrine/database';
import { type RawBuilder, sql } from 'kysely';
import { canonicalJson } from '../idempotency/canonical-json.ts';
import { lockInOrder } from '../lock-in-order.ts';
import type { ChannelView } from '../stores/stores.views.ts';
import type { CatalogTables } from './catalog.tables.ts';
import { withAncestors } from './catalog-events.ts';
import { type CategoryRow, readCategoryRows } from './catalog-rows.ts';
import { slugsFromHandle } from './import-references.ts';
import { mergeTexts } from './local-text.rules.ts';
import { storedMedia } from './plan-product.ts';
import type { CategoryInput, ImportOutcome } from './product-import.ts';

/** Imports valid inputs with cleaned HTML, each handle once, in one transaction. Outcomes come in their order. */
export async function importValidCategories(
  tx: Transaction,
  inputs: readonly CategoryInput[],
  { channels, at }: { readonly channels: readonly ChannelView[]; readonly at: Date },
): Promise<ImportOutcome[]> {
  // Whoever else changes some waits: each works on the whole tree.
  await lockInOrder(tx, 'catalog.category', ['tree']);
  const rows = new Map((await readCategoryRows(tx, sql<boolean>`true`)).map((row) => [row.handle, row]));
  const outcomes = new Map<string, ImportOutcome>();
  const touched: CategoryRow[] = [];
  for (const input of parentsFirst(inputs)) {
    const stored = rows.get(input.handle);
    const plan = planCategory(input, stored, rows, channels);
    if (plan.kind === 'refused') {
      outcomes.set(input.handle, {
        handle: input.handle,
        kind: 'refused',
        changes: [],
        problems: plan.problems,
      });
      continue;
    }
    const changes = stored ? changedParts(stored, plan.row) : [];
    const kind = !stored ? 'created' : changes.length > 0 ? 'changed' : 'unchanged';
    outcomes.set(input.handle, { handle: input.handle, kind, changes, problems: [] });
    if (kind === 'unchanged') continue;
    await writeCategory(tx, plan.row, stored, at);
    touched.push(...(stored ? [stored] : []), plan.row);
    rows.set(input.handle, plan.row);
  }
  await emitCategoryChanges(tx, touched, [...rows.values()]);
  return inputs.map((input) => outcomes.get(input.handle)!);
}

type CategoryPlan =
  | { readonly kind: 'planned'; readonly row: CategoryRow }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

function planCategory(
  input: CategoryInput,
  stored: CategoryRow | undefined,
  rows: ReadonlyMap<string, CategoryRow>,
  channels: readonly ChannelView[],
): CategoryPlan {
  const hierarchy = stored?.hierarchy ?? input.hierarchy ?? 'main';
  const parent = input.parent ? rows.get(input.parent) : undefined;
  const parentId = input.parent === undefined ? (stored?.parent_id ?? null) : (parent?.id ?? null);
  const name = mergeTexts(stored?.name, input.name);
  const slugs = planSlugs(input, stored, rows, channels);
  // Whoever says nothing of its name is not asked for one.
  const named = stored && Object.keys(input.name).length === 0 ? [] : channels;
  const problems = [
    ...parentProblems(input, stored, parent, hierarchy, rows),
    ...slugs.problems,
    ...[...new Set(named.map((channel) => channel.locales[0]!))]
      .filter((locale) => !name[locale])
      .map((locale) => `Expected a name in "${locale}", the first locale of a channel.`),
  ];
  if (problems.length > 0) return { kind: 'refused', problems };
  const siblings = [...rows.values()].filter(
    (row) => row.parent_id === parentId && row.hierarchy === hierarchy && row.id !== stored?.id,
  );
  const last = Math.max(-1, ...siblings.map((row) => row.position));
  const position = stored?.parent_id === parentId ? stored.position : last + 1;
  return {
    kind: 'planned',
    row: {
      id: stored?.id ?? newId(),
      hierarchy,
      handle: input.handle,
      parent_id: parentId,
      name,
      description: mergeTexts(stored?.description, input.description),
      seo_title: mergeTexts(stored?.seo_title, input.seo?.title),
      seo_description: mergeTexts(stored?.seo_description, input.seo?.description),
      image:
        input.image === undefined
          ? (stored?.image ?? null)
          : input.image && storedMedia(input.image, stored?.image ? [stored.image] : []),
      position: input.position ?? position,
      slugs: slugs.slugs,
    },
  };
}

/** Why a category cannot be in the one that is asked for. */
export function parentProblems(
  input: Pick<CategoryInput, 'handle' | 'hierarchy' | 'parent'>,
  stored: CategoryRow | undefined,
  parent: CategoryRow | undefined,
  hierarchy: string,
  rows: ReadonlyMap<string, CategoryRow>,
): string[] {
  if (input.hierarchy && input.hierarchy !== hierarchy) {
    return [`It is in the hierarchy "${hierarchy}" and cannot move to "${input.hierarchy}".`];
  }
  if (!input.parent) return [];
  if (!parent) return [`Unknown parent "${input.parent}". Import it first, or in the same import.`];
  if (parent.hierarchy !== hierarchy) {
    return [
      `The parent "${input.parent}" is in the hierarchy "${parent.hierarchy}", this one in "${hierarchy}".`,
    ];
  }
  const all = [...rows.values()].map(({ id, parent_id }) => ({ id, parentId: parent_id }));
  if (input.parent === input.handle || (stored && withAncestors([parent.id], all).includes(stored.id))) {
    return [`It cannot be below "${input.parent}", which is below it.`];
  }
  return [];
}

function planSlugs(
  input: CategoryInput,
  stored: CategoryRow | undefined,
  rows: ReadonlyMap<string, CategoryRow>,
  channels: readonly ChannelView[],
) {
  const others = [...rows.values()].filter((row) => row.handle !== input.handle);
  const ownerOf = (locale: string, slug: string) => others.find((row) => row.slugs[locale] === slug);
  const problems = Object.entries(input.slug ?? {}).flatMap(([locale, slug]) => {
    const owner = ownerOf(locale, slug);
    return owner ? [`The slug "${slug}" (${locale}) belongs to category "${owner.handle}".`] : [];
  });
  const slugs: Record<string, string> = { ...stored?.slugs, ...input.slug };
  for (const locale of [...channels.flatMap((channel) => channel.locales), ...Object.keys(input.name)]) {
    slugs[locale] ??= slugsFromHandle(input.handle).find((slug) => !ownerOf(locale, slug)) ?? input.handle;
  }
  return { slugs, problems };
}

async function writeCategory(
  tx: Transaction,
  row: CategoryRow,
  stored: CategoryRow | undefined,
  at: Date,
): Promise<void> {
  const tables = tx.tables<CatalogTables>();
  const { slugs, ...rest } = row;
  const json = (value: unknown) => jsonb(value) as RawBuilder<string>;
  const values = {
    ...rest,
    name: json(row.name),
    description: json(row.description),
    seo_title: json(row.seo_title),
    seo_description: json(row.seo_description),
    image: row.image && json(row.image),
    updated_at: at,
  };
  await tables
    .insertInto('catalog_category')
    .values(values)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ ...values, version: sql`catalog_category.version + 1` }),
    )
    .execute();
  if (stored && canonicalJson(stored.slugs) === canonicalJson(slugs)) return;
  await tables.deleteFrom('catalog_category_slug').where('category_id', '=', row.id).execute();
  await tables
    .insertInto('catalog_category_slug')
    .values(Object.entries(slugs).map(([locale, slug]) => ({ locale, slug, category_id: row.id })))
    .execute();
}

/** Tells lists, menus and the search index: SPEC rule CAT-17. */
export async function emitCategoryChanges(
  tx: Transaction,
  touched: readonly CategoryRow[],
  rows: readonly CategoryRow[],
): Promise<void> {
  if (touched.length === 0) return;
  const categoryIds = [...new Set(touched.map((row) => row.id))];
  const slugs = [...new Set(touched.flatMap((row) => Object.values(row.slugs)))];
  await tx.emit({ kind: 'category.changed', payload: { categoryIds, slugs } });
  const all = rows.map(({ id, parent_id }) => ({ id, parentId: parent_id }));
  const above = touched.flatMap((row) => row.parent_id ?? []);
  await tx.emit({
    kind: 'list.changed',
    payload: { categoryIds: withAncestors([...categoryIds, ...above], all) },
  });
}

/** Parents before children, otherwise in the order given; a ring stays in the order given and is refused later. */
function parentsFirst(inputs: readonly CategoryInput[]): CategoryInput[] {
  const byHandle = new Map(inputs.map((input) => [input.handle, input]));
  const ordered = new Set<CategoryInput>();
  const visit = (input: CategoryInput, below: ReadonlySet<CategoryInput>) => {
    const parent = input.parent ? byHandle.get(input.parent) : undefined;
    if (parent && !below.has(parent)) visit(parent, new Set([...below, input]));
    ordered.add(input);
  };
  for (const input of inputs) visit(input, new Set([input]));
  return [...ordered];
}

function changedParts(before: CategoryRow, after: CategoryRow): string[] {
  return (Object.keys(titles) as (keyof typeof titles)[])
    .filter((part) => canonicalJson(before[part]) !== canonicalJson(after[part]))
    .map((part) => `${titles[part]} changed.`);
}

const titles = {
  name: 'Name',
  slugs: 'Slug',
  parent_id: 'Parent',
  description: 'Description',
  seo_title: 'SEO title',
  seo_description: 'SEO description',
  image: 'Picture',
  position: 'Position',
} as const;
