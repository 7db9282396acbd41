import { z } from '@hono/zod-openapi';
import type { StaffCategoryView } from '../catalog/staff-catalog.views.ts';
import {
  changeCategorySchema,
  createCategorySchema,
  moveCategorySchema,
} from '../catalog/staff-categories.ts';
import type { CommerceEngine } from '../engine.ts';
import { type Operation, operation } from './operation.ts';
import { createdOf, createdSchema } from './product-operations.ts';
import { mediaView, type SchemaOf } from './view-schemas.ts';

const texts = z.record(z.string(), z.string());
const byId = z.object({ id: z.string().max(200) });
const categorySchema: SchemaOf<StaffCategoryView> = z
  .strictObject({
    id: z.string(),
    hierarchy: z.string(),
    handle: z.string(),
    parentId: z.string().optional(),
    depth: z.int(),
    version: z.int(),
    name: z.string(),
    slug: z.string(),
    texts: z.strictObject({
      name: texts,
      slug: texts,
      description: texts,
      seoTitle: texts,
      seoDescription: texts,
    }),
    picture: mediaView.optional(),
    image: z
      .strictObject({
        src: z.string(),
        alt: texts.optional(),
        width: z.int().optional(),
        height: z.int().optional(),
        shows: texts.optional(),
      })
      .optional(),
    products: z.int(),
    productsBelow: z.int(),
  })
  .openapi('StaffCategory');

/** What staff may ask and change about categories. */
export function categoryAdminOperations({ catalog }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'listStaffCategories',
      summary: 'All categories in the order of the menu, with their texts in every locale',
      method: 'get',
      path: '/categories',
      needs: 'catalog.read',
      query: z.object({ locale: z.string().min(2).max(35).optional() }),
      answer: z.object({ categories: z.array(categorySchema) }),
      handle: async ({ actor, query }) => ({
        categories: [...(await catalog.forStaff.categories(actor, query))],
      }),
    }),
    operation({
      id: 'createCategory',
      summary: 'Makes a category by its name, as the last of those beside it',
      method: 'post',
      path: '/categories',
      needs: 'catalog.write',
      changes: true,
      body: createCategorySchema,
      answer: createdSchema,
      handle: async ({ command, body }) => createdOf(await catalog.createCategory(command, body)),
    }),
    operation({
      id: 'changeCategory',
      summary: 'Changes what a category says and shows; what is not named stays',
      method: 'patch',
      path: '/categories/{id}',
      needs: 'catalog.write',
      changes: true,
      params: byId,
      body: changeCategorySchema.omit({ id: true }),
      answer: z.looseObject({ kind: z.string() }),
      handle: async ({ command, params, body }) => ({
        ...(await catalog.changeCategory(command, { ...body, id: params.id })),
      }),
    }),
    operation({
      id: 'moveCategory',
      summary: 'Puts a category into another one, or to another place among those beside it',
      method: 'post',
      path: '/categories/{id}/moves',
      needs: 'catalog.write',
      changes: true,
      params: byId,
      body: moveCategorySchema.omit({ id: true }),
      answer: z.looseObject({ kind: z.string() }),
      handle: async ({ command, params, body }) => ({
        ...(await catalog.moveCategory(command, { ...body, id: params.id })),
      }),
    }),
    operation({
      id: 'removeCategory',
      summary: 'Takes a category away on which nothing hangs; else tells what does',
      method: 'delete',
      path: '/categories/{id}',
      needs: 'catalog.write',
      changes: true,
      params: byId,
      answer: z.looseObject({ kind: z.string() }),
      handle: async ({ command, params }) => ({ ...(await catalog.removeCategory(command, params.id)) }),
    }),
  ];
}
