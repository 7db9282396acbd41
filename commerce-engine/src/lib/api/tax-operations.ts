import { z } from '@hono/zod-openapi';
import type { CommerceEngine } from '../engine.ts';
import { addRateSchema } from '../tax/add-rate.ts';
import { channelTaxSchema, productClassesSchema, taxTablesSchema } from '../tax/tax-input.ts';
import { type Operation, operation } from './operation.ts';

/** What staff may change about tax. */
export function taxAdminOperations({ tax, stores }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'listTaxClasses',
      summary: 'Tax classes to choose from, and of which one a product is',
      method: 'get',
      path: '/tax-classes',
      needs: 'catalog.read',
      query: z.object({ productId: z.string().max(200).optional() }),
      answer: z.object({
        classes: z.array(z.strictObject({ id: z.string(), name: z.string() })),
        ofProduct: z.string().optional(),
      }),
      handle: async ({ query: { productId } }) => {
        const { classes } = await tax.table();
        const [ofProduct] = productId === undefined ? [] : await tax.productClasses([productId]);
        return {
          classes: classes.map(({ id, name }) => ({ id, name })),
          ...(ofProduct !== undefined && { ofProduct }),
        };
      },
    }),
    operation({
      id: 'getTaxTables',
      summary: 'Tax classes, zones and rates as they stand',
      method: 'get',
      path: '/tax-tables',
      needs: 'settings.write',
      answer: taxTablesSchema,
      handle: () => tax.table(),
    }),
    operation({
      id: 'listChannelTax',
      summary: 'How each channel rounds, where it taxes, and how it taxes shipping',
      method: 'get',
      path: '/channel-tax',
      needs: 'settings.write',
      answer: z.object({ channels: z.array(channelTaxSchema) }),
      handle: async () => {
        const channels = await stores.channels();
        return {
          channels: await Promise.all(
            channels.map(async ({ id }) => ({ channel: id, ...(await tax.settings(id)) })),
          ),
        };
      },
    }),
    operation({
      id: 'importTaxTables',
      summary: 'Makes or changes tax classes, zones and rates by id',
      method: 'post',
      path: '/tax-table-imports',
      needs: 'settings.write',
      changes: true,
      body: taxTablesSchema,
      answer: z.object({ created: z.int(), changed: z.int(), unchanged: z.int() }),
      handle: ({ command, body }) => tax.importTaxTables(command, body),
    }),
    operation({
      id: 'addTaxRate',
      summary: 'Adds a rate that holds from a day on; what held before holds until then',
      method: 'post',
      path: '/tax-rates',
      needs: 'settings.write',
      changes: true,
      body: addRateSchema,
      answer: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('added'), id: z.string() }),
        z.object({
          kind: z.literal('refused'),
          at: z.enum(['zone', 'class', 'from']),
          problem: z.string(),
        }),
      ]),
      handle: ({ command, body }) => tax.addRate(command, body),
    }),
    operation({
      id: 'removeTaxRate',
      summary: 'Takes back a rate that is still to come',
      method: 'delete',
      path: '/tax-rates/{rateId}',
      needs: 'settings.write',
      changes: true,
      params: z.object({ rateId: z.string().max(200) }),
      answer: z.object({ kind: z.enum(['removed', 'no-rate', 'holds-already']) }),
      handle: ({ command, params }) => tax.removeRate(command, params.rateId),
    }),
    operation({
      id: 'setProductTaxClasses',
      summary: 'Says of what tax class products are',
      method: 'post',
      path: '/product-tax-classes',
      needs: 'settings.write',
      changes: true,
      body: z.strictObject({ products: productClassesSchema }),
      answer: z.object({ changed: z.int() }),
      handle: ({ command, body }) => tax.setProductClasses(command, body.products),
    }),
    operation({
      id: 'setChannelTax',
      summary: 'Says how a channel rounds, where it taxes and how it taxes shipping',
      method: 'post',
      path: '/channel-tax',
      needs: 'settings.write',
      changes: true,
      body: channelTaxSchema,
      answer: z.object({ set: z.literal(true) }),
      handle: async ({ command, body }) => {
        await tax.setChannelTax(command, body);
        return { set: true as const };
      },
    }),
  ];
}
