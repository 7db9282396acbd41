import { z } from '@hono/zod-openapi';
import {
  changeAttributeSchema,
  createAttributeSchema,
  orderAttributesSchema,
} from '../catalog/staff-attributes.ts';
import type { AttributeValueView, StaffAttributeView } from '../catalog/staff-catalog.views.ts';
import type { CommerceEngine } from '../engine.ts';
import { type Operation, operation } from './operation.ts';
import { createdOf, createdSchema } from './product-operations.ts';
import type { SchemaOf } from './view-schemas.ts';

const texts = z.record(z.string(), z.string());
const byKey = z.object({ key: z.string().max(200) });
const attributeSchema: SchemaOf<StaffAttributeView> = z
  .strictObject({
    key: z.string(),
    name: z.string(),
    label: texts,
    type: z.enum(['text', 'number', 'date']),
    unit: z.string().optional(),
    facet: z.boolean(),
    products: z.int(),
  })
  .openapi('StaffAttribute');
const valueSchema: SchemaOf<AttributeValueView> = z
  .strictObject({ value: texts, products: z.int() })
  .openapi('AttributeValue');

/** What staff may ask and change about attributes. */
export function attributeAdminOperations({ catalog }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'listStaffAttributes',
      summary: 'All attributes in the order of the filters of shoppers',
      method: 'get',
      path: '/attributes',
      needs: 'catalog.read',
      query: z.object({ locale: z.string().min(2).max(35).optional() }),
      answer: z.object({ attributes: z.array(attributeSchema) }),
      handle: async ({ actor, query }) => ({
        attributes: [...(await catalog.forStaff.attributes(actor, query))],
      }),
    }),
    operation({
      id: 'listAttributeValues',
      summary: 'What products have of an attribute, the most used first, at most 100',
      method: 'get',
      path: '/attributes/{key}/values',
      needs: 'catalog.read',
      params: byKey,
      answer: z.object({ values: z.array(valueSchema) }),
      handle: async ({ actor, params }) => ({
        values: [...(await catalog.forStaff.attributeValues(actor, params.key))],
      }),
    }),
    operation({
      id: 'createAttribute',
      summary: 'Defines an attribute by its label, as the last one',
      method: 'post',
      path: '/attributes',
      needs: 'catalog.write',
      changes: true,
      body: createAttributeSchema,
      answer: createdSchema,
      handle: async ({ command, body }) => createdOf(await catalog.createAttribute(command, body)),
    }),
    operation({
      id: 'orderAttributes',
      summary: 'Puts attributes in the order of the filters of shoppers; those not named follow',
      method: 'post',
      path: '/attribute-order',
      needs: 'catalog.write',
      changes: true,
      body: z.strictObject({ keys: orderAttributesSchema }),
      answer: z.looseObject({ kind: z.string() }),
      handle: async ({ command, body }) => ({ ...(await catalog.orderAttributes(command, body.keys)) }),
    }),
    operation({
      id: 'changeAttribute',
      summary: 'Changes what an attribute is called and used for; its key stays',
      method: 'patch',
      path: '/attributes/{key}',
      needs: 'catalog.write',
      changes: true,
      params: byKey,
      body: changeAttributeSchema.omit({ key: true }),
      answer: z.looseObject({ kind: z.string() }),
      handle: async ({ command, params, body }) => ({
        ...(await catalog.changeAttribute(command, { ...body, key: params.key })),
      }),
    }),
    operation({
      id: 'removeAttribute',
      summary: 'Takes an attribute away of which no product has a value; else tells how many have',
      method: 'delete',
      path: '/attributes/{key}',
      needs: 'catalog.write',
      changes: true,
      params: byKey,
      answer: z.looseObject({ kind: z.string() }),
      handle: async ({ command, params }) => ({ ...(await catalog.removeAttribute(command, params.key)) }),
    }),
  ];
}
