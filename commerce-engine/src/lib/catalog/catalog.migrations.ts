import type { Migration } from '@vitrine/database';
import { sql } from 'kysely';

export const catalogMigrations: readonly Migration[] = [
  {
    id: 'catalog-001-products-and-categories',
    async up(db) {
      await sql`
        create table catalog_product (
          id text primary key,
          handle text not null unique,
          name jsonb not null,
          description jsonb not null,
          brand text,
          tags text[] not null,
          seo_title jsonb not null,
          seo_description jsonb not null,
          options jsonb not null,
          media jsonb not null,
          related text[] not null,
          published boolean not null,
          published_at timestamptz not null,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          version int not null
        )`.execute(db);
      await sql`
        create table catalog_product_slug (
          locale text not null,
          slug text not null,
          product_id text not null references catalog_product (id),
          primary key (slug, locale),
          unique (product_id, locale)
        )`.execute(db);
      await sql`
        create table catalog_variant (
          id text primary key,
          product_id text not null references catalog_product (id),
          combination text not null,
          options jsonb not null,
          sku text not null,
          barcode text,
          weight int check (weight >= 0),
          position int not null,
          active boolean not null,
          unique (product_id, combination)
        )`.execute(db);
      await sql`create unique index catalog_variant_sku on catalog_variant (sku) where active`.execute(db);
      await sql`
        create table catalog_attribute (
          key text primary key,
          label jsonb not null,
          type text not null,
          unit text,
          facet boolean not null,
          position int not null
        )`.execute(db);
      await sql`
        create table catalog_product_attribute (
          product_id text not null references catalog_product (id),
          attribute_key text not null references catalog_attribute (key),
          value jsonb not null,
          position int not null,
          primary key (product_id, attribute_key)
        )`.execute(db);
      await sql`
        create table catalog_category (
          id text primary key,
          hierarchy text not null,
          handle text not null unique,
          parent_id text references catalog_category (id),
          name jsonb not null,
          description jsonb not null,
          seo_title jsonb not null,
          seo_description jsonb not null,
          image jsonb,
          position int not null,
          updated_at timestamptz not null,
          check (parent_id <> id)
        )`.execute(db);
      await sql`create index catalog_category_parent on catalog_category (parent_id)`.execute(db);
      await sql`
        create table catalog_category_slug (
          locale text not null,
          slug text not null,
          category_id text not null references catalog_category (id),
          primary key (slug, locale),
          unique (category_id, locale)
        )`.execute(db);
      await sql`
        create table catalog_product_category (
          product_id text not null references catalog_product (id),
          category_id text not null references catalog_category (id),
          rank int not null,
          position int,
          primary key (product_id, category_id)
        )`.execute(db);
      await sql`
        create index catalog_product_category_list on catalog_product_category (category_id, position)`.execute(
        db,
      );
      await sql`
        create table catalog_assortment (
          product_id text not null references catalog_product (id),
          channel_id text not null,
          active_from timestamptz,
          active_to timestamptz,
          primary key (product_id, channel_id)
        )`.execute(db);
    },
  },
  {
    id: 'catalog-002-bundles',
    async up(db) {
      await sql`alter table catalog_variant add column components jsonb`.execute(db);
      await sql`
        create index catalog_variant_bundle on catalog_variant (product_id) where components is not null`.execute(
        db,
      );
      // Of variants that are not on sale any more too: bundles are made of them still.
      await sql`create index catalog_variant_sku_ever on catalog_variant (sku)`.execute(db);
      await sql`
        create function catalog_refuse_recomposing() returns trigger language plpgsql as $$
        begin
          raise exception 'What a bundle is made of never changes: make another variant.';
        end $$`.execute(db);
      await sql`
        create trigger catalog_variant_components_stay before update of components on catalog_variant
        for each row when (old.components is distinct from new.components)
        execute function catalog_refuse_recomposing()`.execute(db);
    },
  },
  {
    id: 'catalog-003-order-quantities',
    async up(db) {
      await sql`alter table catalog_variant add column quantities jsonb`.execute(db);
    },
  },
  {
    id: 'catalog-004-allowed-discounts',
    async up(db) {
      await sql`
        alter table catalog_product add column discounts text not null default 'everything'
          check (discounts in ('everything', 'no-manual', 'no-discounts'))`.execute(db);
    },
  },
  {
    id: 'catalog-005-category-versions',
    async up(db) {
      await sql`alter table catalog_category add column version int not null default 1`.execute(db);
    },
  },
];
