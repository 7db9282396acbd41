import type { Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import { z } from 'zod';
import type { FieldProblem } from '../commerce-error.ts';
import { lockInOrder } from '../lock-in-order.ts';
import type { ChannelView } from '../stores/stores.views.ts';
import type { CatalogTables } from './catalog.tables.ts';
import { type CategoryRow, readCategoryRows } from './catalog-rows.ts';
import { addressesOf, freeHandle, isHandle, missingNameProblems } from './create-product.ts';
import { emitCategoryChanges, importValidCategories, parentProblems } from './import-categories.ts';
import { categoryParts, handle, isNotEmpty } from './import-schema.ts';
import { mergeTexts } from './local-text.rules.ts';
import type { CategoryInput, LocalText } from './product-import.ts';
import type {
  ChangeCategoryOutcome,
  CreateOutcome,
  MoveCategoryOutcome,
  RemoveCategoryOutcome,
} from './staff-outcomes.views.ts';

const { name, slug, description, seo, image } = categoryParts.shape;

export const createCategorySchema = z.strictObject({
  /** Absent = made of the name. */
  handle: handle.optional(),
  name: name.refine(isNotEmpty, 'expected a name in at least one locale'),
  slug,
  description,
  seo,
  image,
  /** Id of the one it is in; absent or null = it stands at the top. */
  parentId: z.string().min(1).max(200).nullable().optional(),
});

export const changeCategorySchema = z.strictObject({
  id: z.string().min(1).max(200),
  /** The version that was looked at. */
  version: z.int().min(1),
  name: name.optional(),
  slug,
  description,
  seo,
  image,
});

export const moveCategorySchema = z.strictObject({
  id: z.string().min(1).max(200),
  /** Id of the one it shall be in; null = it stands at the top. */
  parentId: z.string().min(1).max(200).nullable(),
  /** Among those that are there then, from 0; what is larger is the end. */
  place: z.int().min(0).max(1_000_000),
});

export type CreateCategoryInput = z.infer<typeof createCategorySchema>;
export type ChangeCategoryInput = z.infer<typeof changeCategorySchema>;
export type MoveCategoryInput = z.infer<typeof moveCategorySchema>;

/** Names what refers to a category, as a sentence names it. */
export type UsesOfCategory = (tx: Transaction, id: string) => Promise<readonly string[]>;

interface Desk {
  readonly channels: readonly ChannelView[];
  readonly at: Date;
}

/** Makes a category that did not exist, as the last one of those beside it. */
export async function createCategory(
  tx: Transaction,
  { parentId, ...input }: CreateCategoryInput,
  desk: Desk,
): Promise<CreateOutcome> {
  const rows = await readTree(tx);
  const parent = parentId ? rows.find(({ id }) => id === parentId) : undefined;
  const own = input.handle ?? (await freeHandle(tx, 'catalog_category', input.name, desk.channels));
  const asked: CategoryInput = {
    ...input,
    handle: own,
    slug: await addressesOf(tx, 'catalog_category_slug', input),
    ...(parent && { parent: parent.handle, hierarchy: parent.hierarchy }),
  };
  const problems = [
    ...missingNameProblems(input.name, desk.channels),
    ...(parentId && !parent
      ? [{ path: 'parentId', problem: 'The category it shall be in does not exist any more.' }]
      : []),
    ...((await isHandle(tx, 'catalog_category', own))
      ? [{ path: 'handle', problem: `There is a category "${own}" already. Choose another handle.` }]
      : []),
    ...takenAddresses(asked, rows),
  ];
  if (problems.length > 0) return { kind: 'refused', problems };
  const [outcome] = await importValidCategories(tx, [asked], desk);
  if (outcome!.kind === 'refused') return { kind: 'refused', problems: wholeProblems(outcome!.problems) };
  const made = (await readCategoryRows(tx, sql<boolean>`handle = ${own}`))[0]!;
  return { kind: 'created', id: made.id, handle: own };
}

/** Changes the parts that are named, by the version that was looked at. */
export async function changeCategory(
  tx: Transaction,
  { id, version, ...parts }: ChangeCategoryInput,
  desk: Desk,
): Promise<ChangeCategoryOutcome> {
  const rows = await readTree(tx);
  const stored = rows.find((row) => row.id === id);
  if (!stored) return { kind: 'unknown' };
  const before = await readVersion(tx, id);
  if (before !== version) return { kind: 'changed-meanwhile', version: before };
  const asked: CategoryInput = { name: {}, ...parts, handle: stored.handle };
  const problems = [
    ...missingNameProblems(mergeTexts(stored.name, asked.name), desk.channels),
    ...takenAddresses(asked, rows),
  ];
  if (problems.length > 0) return { kind: 'refused', problems };
  const [outcome] = await importValidCategories(tx, [asked], desk);
  if (outcome!.kind === 'refused') return { kind: 'refused', problems: wholeProblems(outcome!.problems) };
  const kind = outcome!.kind === 'unchanged' ? 'unchanged' : 'changed';
  return { kind, version: await readVersion(tx, id) };
}

/** Puts a category into another one, or to another place among those beside it. */
export async function moveCategory(
  tx: Transaction,
  { id, parentId, place }: MoveCategoryInput,
  desk: Desk,
): Promise<MoveCategoryOutcome> {
  const rows = await readTree(tx);
  const moved = rows.find((row) => row.id === id);
  if (!moved) return { kind: 'unknown' };
  const parent = parentId === null ? undefined : rows.find((row) => row.id === parentId);
  if (parentId !== null && !parent) return { kind: 'unknown-parent' };
  const byHandle = new Map(rows.map((row) => [row.handle, row]));
  const where = { handle: moved.handle, parent: parent?.handle ?? null };
  const [problem] = parentProblems(where, moved, parent, moved.hierarchy, byHandle);
  if (problem !== undefined) return { kind: 'refused', problem };
  const siblings = rows.filter(
    (row) => row.parent_id === parentId && row.hierarchy === moved.hierarchy && row.id !== id,
  );
  const ordered = siblings.toSpliced(place, 0, moved);
  const asked = ordered.flatMap((row, position): CategoryInput[] => {
    const isSame = row.position === position && (row !== moved || row.parent_id === parentId);
    return isSame
      ? []
      : [
          {
            handle: row.handle,
            name: {},
            position,
            ...(row === moved && where),
          },
        ];
  });
  if (asked.length === 0) return { kind: 'unchanged' };
  const refused = (await importValidCategories(tx, asked, desk)).find(({ kind }) => kind === 'refused');
  // Others are written already: what throws takes all of it back.
  if (refused)
    throw new Error(`Category "${refused.handle}" expected to be moved: ${refused.problems.join(' ')}`);
  return { kind: 'moved' };
}

/** Takes a category away when nothing hangs on it. */
export async function removeCategory(
  tx: Transaction,
  id: string,
  uses: readonly UsesOfCategory[],
): Promise<RemoveCategoryOutcome> {
  const rows = await readTree(tx);
  const removed = rows.find((row) => row.id === id);
  if (!removed) return { kind: 'unknown' };
  const categories = rows.filter(({ parent_id }) => parent_id === id).length;
  const listed = await sql<{ readonly count: number }>`
    select count(*)::int as count from catalog_product_category where category_id = ${id}`.execute(
    tx.tables(),
  );
  const products = listed.rows[0]!.count;
  const others: string[] = [];
  for (const usesOf of uses) others.push(...(await usesOf(tx, id)));
  if (categories + products + others.length > 0) return { kind: 'in-use', categories, products, others };
  const tables = tx.tables<CatalogTables>();
  await tables.deleteFrom('catalog_category_slug').where('category_id', '=', id).execute();
  await tables.deleteFrom('catalog_category').where('id', '=', id).execute();
  await emitCategoryChanges(tx, [removed], rows);
  return { kind: 'removed' };
}

/** All categories in the order of the menu. Whoever else changes some waits. */
async function readTree(tx: Transaction): Promise<readonly CategoryRow[]> {
  await lockInOrder(tx, 'catalog.category', ['tree']);
  return readCategoryRows(tx, sql<boolean>`true`);
}

async function readVersion(tx: Transaction, id: string): Promise<number> {
  const row = await tx
    .tables<CatalogTables>()
    .selectFrom('catalog_category')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.version;
}

function takenAddresses(
  asked: { readonly handle: string; readonly slug?: LocalText },
  rows: readonly CategoryRow[],
): FieldProblem[] {
  return Object.entries(asked.slug ?? {}).flatMap(([locale, own]) => {
    const owner = rows.find((row) => row.handle !== asked.handle && row.slugs[locale] === own);
    return owner
      ? [
          {
            path: `slug.${locale}`,
            problem: `The address "${own}" (${locale}) belongs to category "${owner.handle}". Choose another one.`,
          },
        ]
      : [];
  });
}

function wholeProblems(problems: readonly string[]): FieldProblem[] {
  return problems.map((problem) => ({ path: '', problem }));
}
