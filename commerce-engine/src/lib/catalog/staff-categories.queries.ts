import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import { type CategoryRow, readCategoryRows } from './catalog-rows.ts';
import { textIn } from './local-text.rules.ts';
import { mediaView } from './product-views.ts';
import type { StaffCategoryView } from './staff-catalog.views.ts';

interface Counts {
  readonly id: string;
  readonly version: number;
  readonly own: number;
  readonly below: number;
}

/** All categories in the order of the menu, `main` first. Two statements. */
export async function readStaffCategories(
  on: Queryable,
  chain: readonly string[],
): Promise<readonly StaffCategoryView[]> {
  const rows = await readCategoryRows(on, sql<boolean>`true`);
  const counts = new Map((await readCounts(on)).map((each) => [each.id, each]));
  const byParent = Map.groupBy(rows, ({ parent_id }) => parent_id);
  const treeBelow = (parent: string | null, depth: number): StaffCategoryView[] =>
    (byParent.get(parent) ?? []).flatMap((row) => [
      viewOf(row, depth, counts.get(row.id)),
      ...treeBelow(row.id, depth + 1),
    ]);
  const isMain = ({ hierarchy }: StaffCategoryView) => hierarchy === 'main';
  const all = treeBelow(null, 0);
  const others = Map.groupBy(
    all.filter((each) => !isMain(each)),
    ({ hierarchy }) => hierarchy,
  );
  return [...all.filter(isMain), ...[...others.values()].flat()];

  function viewOf(row: CategoryRow, depth: number, counted: Counts | undefined): StaffCategoryView {
    const { id, hierarchy, handle, parent_id, image, seo_title, seo_description, ...texts } = row;
    const name = textIn(row.name, chain);
    const { id: _, ...kept } = image ?? { id: '', src: '' };
    return {
      id,
      hierarchy,
      handle,
      ...(parent_id !== null && { parentId: parent_id }),
      depth,
      version: counted?.version ?? 1,
      name,
      slug: textIn(row.slugs, chain),
      texts: {
        name: texts.name,
        slug: texts.slugs,
        description: texts.description,
        seoTitle: seo_title,
        seoDescription: seo_description,
      },
      ...(image && { picture: mediaView(image, chain, name), image: kept }),
      products: counted?.own ?? 0,
      productsBelow: counted?.below ?? 0,
    };
  }
}

/** Of each category how many products are right in it, and how many in it and below. */
async function readCounts(on: Queryable): Promise<readonly Counts[]> {
  const { rows } = await sql<Counts>`
    with recursive below as (
      select id, id as top from catalog_category
      union all
      select category.id, top from catalog_category as category join below on below.id = category.parent_id
    )
    select category.id, version,
      (select count(*)::int from catalog_product_category where category_id = category.id) as own,
      (select count(distinct product_id)::int from below join catalog_product_category on category_id = below.id
        where top = category.id) as below
    from catalog_category as category`.execute(on.tables());
  return rows;
}
