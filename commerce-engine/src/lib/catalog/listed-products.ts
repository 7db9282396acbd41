import { type RawBuilder, sql } from 'kysely';

/** Products that are published by then, for statements of other rooms: `product_id`, `published_at`. */
export function publishedProducts(at: Date): RawBuilder<unknown> {
  return sql`
    select id as product_id, published_at from catalog_product where published and published_at <= ${at}`;
}

/** In which categories each product is, and in all above them: `product_id`, `category_id`. */
export function productsInCategories(): RawBuilder<unknown> {
  return sql`
    select distinct listed.product_id, above.ancestor_id as category_id
    from catalog_product_category as listed join (
      with recursive upward as (
        select id, id as ancestor_id, parent_id from catalog_category
        union
        select upward.id, parent.id, parent.parent_id
        from upward join catalog_category as parent on parent.id = upward.parent_id
      ) select id, ancestor_id from upward
    ) as above on above.id = listed.category_id`;
}
