import { z } from '@hono/zod-openapi';
import type { CommerceEngine } from '../engine.ts';
import type { StoreCreditHistory, StoreCreditView } from '../store-credit/store-credit.views.ts';
import { issueStoreCreditSchema } from '../store-credit/store-credit-input.ts';
import { type Operation, operation } from './operation.ts';
import { moneySchema, type SchemaOf } from './view-schemas.ts';

const creditSchema: SchemaOf<StoreCreditView> = z
  .strictObject({
    balance: moneySchema,
    runsOut: z.strictObject({ amount: moneySchema, at: z.string() }).optional(),
  })
  .openapi('StoreCredit');
const historySchema: SchemaOf<StoreCreditHistory> = z
  .strictObject({
    movements: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(['added', 'spent', 'given-back', 'taken-back', 'ran-out', 'written-off']),
        amount: moneySchema,
        reason: z.string(),
        at: z.string(),
      }),
    ),
    next: z.string().optional(),
  })
  .openapi('StoreCreditHistory');
const historyQuery = z.object({
  currency: z.string().length(3),
  limit: z.coerce.number().int().min(1).max(100).optional(),
  after: z.string().max(100).optional().openapi({ description: '`next` of the page before.' }),
});
const customerParams = z.object({ customerId: z.uuid('expected the id of a customer') });

/** What whoever is signed in may ask about their own. */
export function storeCreditStoreOperations({ storeCredit }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'getMyStoreCredit',
      summary: 'My store credit, by currency',
      method: 'get',
      path: '/my/store-credit',
      needs: 'customer',
      answer: z.object({ items: z.array(creditSchema) }),
      handle: async ({ actor }) => ({ items: [...(await storeCredit.balances(actor))] }),
    }),
    operation({
      id: 'listMyStoreCreditMovements',
      summary: 'What came to my store credit and went off it, the newest first',
      method: 'get',
      path: '/my/store-credit/movements',
      needs: 'customer',
      query: historyQuery,
      answer: historySchema,
      handle: async ({ actor, query }) => storeCredit.history(actor, query),
    }),
  ];
}

export function storeCreditAdminOperations({ storeCredit }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'issueStoreCredit',
      summary: 'Gives a customer store credit',
      method: 'post',
      path: '/customers/{customerId}/store-credit',
      needs: 'storecredit.write',
      changes: true,
      params: customerParams,
      body: issueStoreCreditSchema.omit({ customerId: true }),
      answer: creditSchema,
      handle: ({ command, params, body }) => storeCredit.issue(command, { ...params, ...body }),
    }),
    operation({
      id: 'getStoreCredit',
      summary: 'A customer’s store credit, by currency',
      method: 'get',
      path: '/customers/{customerId}/store-credit',
      needs: 'orders.read',
      params: customerParams,
      answer: z.object({ items: z.array(creditSchema) }),
      handle: async ({ actor, params }) => ({
        items: [...(await storeCredit.balances(actor, params.customerId))],
      }),
    }),
    operation({
      id: 'listStoreCreditMovements',
      summary: 'What came to a customer’s store credit and went off it, the newest first',
      method: 'get',
      path: '/customers/{customerId}/store-credit/movements',
      needs: 'orders.read',
      params: customerParams,
      query: historyQuery,
      answer: historySchema,
      handle: async ({ actor, params, query }) => storeCredit.history(actor, { ...params, ...query }),
    }),
  ];
}
