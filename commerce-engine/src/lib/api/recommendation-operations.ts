import { z } from '@hono/zod-openapi';
import type { CommerceEngine } from '../engine.ts';
import { listArrangementSchema, listChoiceSchema } from '../recommendations/recommendations.ts';
import { LIST_KINDS, type RecommendationView } from '../recommendations/recommendations.views.ts';
import { shopper } from './account-operations.ts';
import { type Operation, operation } from './operation.ts';
import { keysQuery, marketOf, marketQuery } from './request-schemas.ts';
import type { SchemaOf } from './view-schemas.ts';

const kind = z.enum(LIST_KINDS);
const limit = z.coerce.number().int().min(1).max(60).optional().openapi({ description: 'Default 12.' });
const USUAL = 12;
const viewSchema: SchemaOf<RecommendationView> = z
  .strictObject({
    productId: z.string(),
    by: z.enum(['pin', 'hide', 'computed']),
    score: z.number().optional(),
  })
  .openapi('Recommendation');
const listAnswer = z.object({ items: z.array(viewSchema) });

/** Which products to show somebody who looks around. */
export function recommendationStoreOperations({ recommendations }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'listRecommendations',
      summary: 'Product ids of lists of one kind, in the order of their keys',
      method: 'get',
      path: '/recommendations',
      query: keysQuery.extend({ kind, limit }),
      answer: z.object({ items: z.array(z.array(z.string())) }),
      handle: async ({ query }) => {
        const options = { limit: query.limit ?? USUAL };
        const lists = await recommendations.lists(marketOf(query), query.kind, query.key ?? [''], options);
        return { items: lists.map((ids) => [...ids]) };
      },
    }),
    operation({
      id: 'listMyRecommendations',
      summary: 'Product ids that the customer who is signed in may like',
      method: 'get',
      path: '/my/recommendations',
      needs: 'customer',
      query: marketQuery.extend({ limit }),
      answer: z.object({ items: z.array(z.string()) }),
      handle: async ({ actor, query }) => {
        const options = { limit: query.limit ?? USUAL };
        return { items: [...(await recommendations.picks(shopper(actor), marketOf(query), options))] };
      },
    }),
  ];
}

export function recommendationAdminOperations({ recommendations }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'getRecommendations',
      summary: 'A list as it stands, with what was chosen by hand; hidden products last',
      method: 'get',
      path: '/recommendations',
      needs: 'catalog.read',
      query: z.object({ kind, key: z.string().max(200).optional() }),
      answer: listAnswer,
      handle: async ({ actor, query }) => ({
        items: [...(await recommendations.forStaff(actor, query.kind, query.key ?? ''))],
      }),
    }),
    operation({
      id: 'chooseRecommendation',
      summary: 'Pins or hides a product in a list, or leaves it to the job',
      method: 'post',
      path: '/recommendations/choices',
      needs: 'catalog.write',
      changes: true,
      body: listChoiceSchema,
      answer: listAnswer,
      handle: async ({ command, body }) => ({ items: [...(await recommendations.choose(command, body))] }),
    }),
    operation({
      id: 'arrangeRecommendations',
      summary: 'Says which products of a list are pinned, in their order, and which are hidden',
      method: 'post',
      path: '/recommendations/arrangements',
      needs: 'catalog.write',
      changes: true,
      body: listArrangementSchema,
      answer: listAnswer.extend({ kind: z.enum(['arranged', 'changed-meanwhile']) }),
      handle: async ({ command, body }) => {
        const { kind, items } = await recommendations.arrange(command, body);
        return { kind, items: [...items] };
      },
    }),
  ];
}
