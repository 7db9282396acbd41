import { z } from '@hono/zod-openapi';
import { ALLOWED_DISCOUNTS } from '../catalog/allowed-discounts.rules.ts';
import { changeProductSchema } from '../catalog/change-product.ts';
import { createProductSchema } from '../catalog/create-product.ts';
import { duplicateProductSchema } from '../catalog/duplicate-product.ts';
import type {
  ProductChoices,
  StaffProductRow,
  StaffProductView,
  StaffVariantChoice,
} from '../catalog/staff-catalog.views.ts';
import type { CreateOutcome } from '../catalog/staff-outcomes.views.ts';
import type { CommerceEngine } from '../engine.ts';
import { endPricesSchema, endSaleSchema, priceListSchema } from '../pricing/price-input.ts';
import type { PriceListView, ProductPricesView } from '../pricing/pricing.views.ts';
import { isStorable } from '../storable-text.ts';
import { type Operation, operation } from './operation.ts';
import { marketOf, marketQuery } from './request-schemas.ts';
import {
  components,
  mediaView,
  moneySchema,
  orNone,
  quantities,
  type SchemaOf,
  variantPriceSchema,
} from './view-schemas.ts';

const text = z.string().max(200).refine(isStorable, 'expected no control characters');
const texts = z.record(z.string(), z.string());
const idsText = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : value),
  z.array(text).max(100),
);
const localeQuery = z.object({ locale: z.string().min(2).max(35).optional() });
const byId = z.object({ id: text });

const row = {
  id: z.string(),
  handle: z.string(),
  name: z.string(),
  brand: z.string().optional(),
  picture: mediaView.optional(),
  published: z.boolean(),
  variants: z.int(),
  changedAt: z.string(),
};
const ownVariant = z.strictObject({
  id: z.string(),
  sku: z.string(),
  options: z.string(),
  chosen: texts,
  barcode: z.string().optional(),
  weight: z.int().optional(),
  components,
  quantities: quantities.optional(),
});
const rowSchema: SchemaOf<StaffProductRow> = z.strictObject(row).openapi('StaffProductRow');
const productSchema: SchemaOf<StaffProductView> = z
  .strictObject({
    ...row,
    slug: z.string(),
    version: z.int(),
    texts: z.strictObject({
      name: texts,
      slug: texts,
      description: texts,
      seoTitle: texts,
      seoDescription: texts,
    }),
    tags: z.array(z.string()),
    discounts: z.enum(ALLOWED_DISCOUNTS),
    categories: z.array(z.strictObject({ handle: z.string(), name: z.string() })),
    options: z.array(
      z.strictObject({
        key: z.string(),
        label: z.string(),
        values: z.array(
          z.strictObject({ key: z.string(), label: z.string(), swatch: z.string().optional() }),
        ),
      }),
    ),
    assortments: z.array(
      z.strictObject({ channel: z.string(), from: z.string().optional(), to: z.string().optional() }),
    ),
    attributes: z.array(z.strictObject({ key: z.string(), value: texts })),
    media: z.array(mediaView),
    onSale: z.array(ownVariant),
    ended: z.array(ownVariant),
    kept: z.strictObject({
      options: z.array(
        z.strictObject({
          key: z.string(),
          label: texts,
          values: z.array(z.strictObject({ key: z.string(), label: texts, swatch: z.string().optional() })),
        }),
      ),
      media: z.array(
        z.strictObject({
          src: z.string(),
          alt: texts.optional(),
          width: z.int().optional(),
          height: z.int().optional(),
          shows: texts.optional(),
        }),
      ),
    }),
  })
  .openapi('StaffProduct');
const choicesSchema: SchemaOf<ProductChoices> = z
  .strictObject({
    brands: z.array(z.strictObject({ brand: z.string(), products: z.int() })),
    categories: z.array(
      z.strictObject({
        id: z.string(),
        handle: z.string(),
        name: z.string(),
        depth: z.int(),
        products: z.int(),
      }),
    ),
  })
  .openapi('ProductChoices');
const variantSchema: SchemaOf<StaffVariantChoice> = z
  .strictObject({
    variantId: z.string(),
    productId: z.string(),
    sku: z.string(),
    name: z.string(),
    picture: mediaView.optional(),
  })
  .openapi('StaffVariant');
const listSchema: SchemaOf<PriceListView> = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    currency: z.string(),
    channel: z.string().optional(),
    customerGroup: z.string().optional(),
    priority: z.int(),
    validFrom: z.string().optional(),
    validTo: z.string().optional(),
    variants: z.int(),
  })
  .openapi('PriceList');
const pricesSchema: SchemaOf<ProductPricesView> = z
  .strictObject({
    rows: z.array(
      z.strictObject({
        listId: z.string(),
        variantId: z.string(),
        minQuantity: z.int(),
        kind: z.enum(['regular', 'sale']),
        price: moneySchema,
        from: z.string().optional(),
        to: z.string().optional(),
        sale: z.string().optional(),
      }),
    ),
    prices: z.array(variantPriceSchema),
  })
  .openapi('ProductPrices');

/** What came of making something: its id, or what is wrong with which field. */
export const createdSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('created'), id: z.string(), handle: z.string() }),
  z.strictObject({
    kind: z.literal('refused'),
    problems: z.array(z.strictObject({ path: z.string(), problem: z.string() })),
  }),
]);

export function createdOf(outcome: CreateOutcome): z.infer<typeof createdSchema> {
  return outcome.kind === 'created' ? outcome : { ...outcome, problems: [...outcome.problems] };
}

/** What staff may ask and change about products and what they cost. */
export function productAdminOperations(engine: CommerceEngine): Operation[] {
  return [...productOperations(engine), ...priceOperations(engine)];
}

function productOperations({ catalog }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'listStaffProducts',
      summary: 'All products by handle, published or not; `after` = `next` of the page before',
      method: 'get',
      path: '/products',
      needs: 'catalog.read',
      query: localeQuery.extend({
        q: text
          .optional()
          .openapi({ description: 'Part of a name or handle, or begin of an article number.' }),
        limit: z.coerce.number().int().min(1).max(100).optional(),
        after: text.optional(),
        published: z.enum(['0', '1']).optional(),
        brand: text.optional(),
        category: text.optional().openapi({ description: 'An id; categories below it count too.' }),
        id: idsText.optional().openapi({ description: 'Only these, once for each.' }),
      }),
      answer: z.object({ products: z.array(rowSchema), next: z.string().optional() }),
      handle: async ({ actor, query: { published, id: ids, ...query } }) => {
        const { products, next } = await catalog.forStaff.list(actor, {
          ...query,
          ...(ids && { ids }),
          ...(published !== undefined && { published: published === '1' }),
        });
        return { products: [...products], ...(next !== undefined && { next }) };
      },
    }),
    operation({
      id: 'getProductChoices',
      summary: 'Brands and categories by which products can be narrowed down',
      method: 'get',
      path: '/product-choices',
      needs: 'catalog.read',
      query: localeQuery,
      answer: choicesSchema,
      handle: ({ actor, query }) => catalog.forStaff.choices(actor, query),
    }),
    operation({
      id: 'getStaffProduct',
      summary: 'One product with its texts in every locale; null when there is none',
      method: 'get',
      path: '/products/{id}',
      needs: 'catalog.read',
      params: byId,
      query: localeQuery,
      answer: z.object({ product: orNone(productSchema) }),
      handle: async ({ actor, params, query }) => ({
        product: (await catalog.forStaff.get(actor, params.id, query)) ?? null,
      }),
    }),
    operation({
      id: 'createProduct',
      summary: 'Makes a product by its name, hidden until it is published; prices and stock come afterwards',
      method: 'post',
      path: '/products',
      needs: 'catalog.write',
      changes: true,
      body: createProductSchema,
      answer: createdSchema,
      handle: async ({ command, body }) => createdOf(await catalog.createProduct(command, body)),
    }),
    operation({
      id: 'duplicateProduct',
      summary: 'Makes a hidden product that says and offers the same; numbers, prices and stock are its own',
      method: 'post',
      path: '/products/{id}/duplicates',
      needs: 'catalog.write',
      changes: true,
      params: byId,
      body: duplicateProductSchema.omit({ id: true }),
      answer: z.looseObject({ kind: z.string() }),
      handle: async ({ command, params, body }) => ({
        ...(await catalog.duplicateProduct(command, { ...body, id: params.id })),
      }),
    }),
    operation({
      id: 'changeProduct',
      summary: 'Changes what a product says and where it is found; variants, prices and stock stay',
      method: 'patch',
      path: '/products/{id}',
      needs: 'catalog.write',
      changes: true,
      params: byId,
      body: changeProductSchema.omit({ id: true }),
      answer: z.looseObject({ kind: z.string() }),
      handle: async ({ command, params, body }) => ({
        ...(await catalog.changeProduct(command, { ...body, id: params.id })),
      }),
    }),
    operation({
      id: 'listStaffVariants',
      summary: 'Variants on sale to choose from, by words, by the very number or barcode, or by ids',
      method: 'get',
      path: '/variants',
      needs: 'catalog.read',
      query: localeQuery.extend({
        q: text.optional(),
        code: text.optional(),
        id: idsText.optional(),
        productId: text.optional(),
        limit: z.coerce.number().int().min(1).max(100).optional(),
      }),
      answer: z.object({ variants: z.array(variantSchema) }),
      handle: async ({ actor, query: { id: ids, ...query } }) => ({
        variants: [...(await catalog.forStaff.findVariants(actor, { ...query, ...(ids && { ids }) }))],
      }),
    }),
  ];
}

function priceOperations({ pricing }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'listPriceLists',
      summary: 'All price lists by name',
      method: 'get',
      path: '/price-lists',
      needs: 'catalog.read',
      answer: z.object({ lists: z.array(listSchema) }),
      handle: async ({ actor }) => ({ lists: [...(await pricing.forStaff.lists(actor))] }),
    }),
    operation({
      id: 'savePriceList',
      summary: 'Makes or changes a price list by id; its currency stays',
      method: 'post',
      path: '/price-lists',
      needs: 'pricing.write',
      changes: true,
      body: priceListSchema,
      answer: z.object({ saved: z.literal(true) }),
      handle: async ({ command, body }) => {
        await pricing.importPriceLists(command, [body]);
        return { saved: true as const };
      },
    }),
    operation({
      id: 'getProductPriceRows',
      summary: 'Every price of a product that holds or will, and what its variants cost in a market',
      method: 'get',
      path: '/products/{id}/prices',
      needs: 'catalog.read',
      params: byId,
      query: marketQuery,
      answer: pricesSchema,
      handle: ({ actor, params, query }) =>
        pricing.forStaff.ofProduct(actor, { productId: params.id, market: marketOf(query) }),
    }),
    operation({
      id: 'endPrices',
      summary: 'Takes prices out of a list; scheduled sales stay',
      method: 'post',
      path: '/price-ends',
      needs: 'pricing.write',
      changes: true,
      body: z.strictObject({ prices: endPricesSchema }),
      answer: z.object({ ended: z.int() }),
      handle: ({ command, body }) => pricing.endPrices(command, body.prices),
    }),
    operation({
      id: 'endSale',
      summary: 'Ends a scheduled sale of variants, begun or not',
      method: 'post',
      path: '/sale-ends',
      needs: 'pricing.write',
      changes: true,
      body: endSaleSchema,
      answer: z.object({ ended: z.int() }),
      handle: ({ command, body }) => pricing.endSale(command, body),
    }),
  ];
}
