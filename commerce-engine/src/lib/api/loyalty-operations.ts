import { z } from '@hono/zod-openapi';
import type { CommerceEngine } from '../engine.ts';
import type {
  AdjustOutcome,
  JoinOutcome,
  LoyaltyView,
  PointsHistory,
  ProgrammeView,
  TierView,
} from '../loyalty/loyalty.views.ts';
import { adjustPointsSchema, programmeSchema } from '../loyalty/programme-input.ts';
import { type Operation, operation } from './operation.ts';
import { marketOf, marketQuery } from './request-schemas.ts';
import { moneySchema, type SchemaOf } from './view-schemas.ts';

const tier = { id: z.string(), name: z.string(), from: z.int() };
const tierSchema: SchemaOf<TierView> = z.strictObject(tier);
const programmeViewSchema: SchemaOf<ProgrammeView> = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    isAutomatic: z.boolean(),
    earn: z.array(z.strictObject({ points: z.int(), per: moneySchema })),
    redeem: z.strictObject({ points: z.int(), amount: moneySchema, least: z.int().optional() }).optional(),
    tiers: z.array(tierSchema),
    tierWindowDays: z.int(),
    vesting: z.strictObject({ from: z.enum(['placed', 'handed-over']), days: z.int() }),
    expiryDays: z.int().optional(),
    joinPoints: z.int(),
  })
  .openapi('LoyaltyProgramme');
const loyaltySchema: SchemaOf<LoyaltyView> = z
  .strictObject({
    programme: programmeViewSchema,
    joinedAt: z.string(),
    tier: tierSchema.optional(),
    nextTier: z.strictObject({ ...tier, missing: z.int() }).optional(),
    qualifying: z.int(),
    points: z.int(),
    pending: z.int(),
    waiting: z.array(z.strictObject({ points: z.int(), at: z.string().optional() })),
    debt: z.int(),
    worth: moneySchema.optional(),
    runsOut: z.strictObject({ points: z.int(), at: z.string() }).optional(),
  })
  .openapi('Loyalty');
const historySchema: SchemaOf<PointsHistory> = z
  .strictObject({
    movements: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(['added', 'spent', 'given-back', 'taken-back', 'ran-out', 'written-off']),
        points: z.int(),
        reason: z.string(),
        orderId: z.string().optional(),
        at: z.string(),
      }),
    ),
    next: z.string().optional(),
  })
  .openapi('PointsHistory');
const joinOutcomeSchema: SchemaOf<JoinOutcome> = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['joined', 'member-already']), loyalty: loyaltySchema }),
    z.strictObject({ kind: z.literal('no-programme') }),
  ])
  .openapi('JoinOutcome');
const adjustOutcomeSchema: SchemaOf<AdjustOutcome> = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('adjusted'), loyalty: loyaltySchema }),
    z.strictObject({ kind: z.literal('no-programme') }),
    z.strictObject({ kind: z.literal('no-member') }),
    z.strictObject({ kind: z.literal('not-enough'), points: z.int() }),
  ])
  .openapi('AdjustPointsOutcome');
const historyQuery = z.object({
  programme: z.string().min(1).max(63),
  limit: z.coerce.number().int().min(1).max(100).optional(),
  after: z.string().max(100).optional().openapi({ description: '`next` of the page before.' }),
});
const joinBody = z.strictObject({ programmeId: z.string().min(1).max(63) });
const customerParams = z.object({ customerId: z.uuid('expected the id of a customer') });

/** What anybody may read of programmes, and members of their points. */
export function loyaltyStoreOperations({ loyalty }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'listLoyaltyProgrammes',
      summary: 'Loyalty programmes that hold in this market',
      method: 'get',
      path: '/loyalty/programmes',
      query: marketQuery,
      answer: z.object({ items: z.array(programmeViewSchema) }),
      handle: async ({ query }) => ({ items: [...(await loyalty.programmes(marketOf(query)))] }),
    }),
    operation({
      id: 'getMyLoyalty',
      summary: 'My points and tiers, by programme',
      method: 'get',
      path: '/my/loyalty',
      needs: 'customer',
      query: marketQuery,
      answer: z.object({ items: z.array(loyaltySchema) }),
      handle: async ({ actor, query }) => ({ items: [...(await loyalty.of(actor, marketOf(query)))] }),
    }),
    operation({
      id: 'joinLoyaltyProgramme',
      summary: 'Makes the customer who is signed in a member',
      method: 'post',
      path: '/my/loyalty',
      needs: 'customer',
      changes: true,
      query: marketQuery,
      body: joinBody,
      answer: joinOutcomeSchema,
      handle: ({ command, query, body }) => loyalty.join(command, marketOf(query), body),
    }),
    operation({
      id: 'listMyPointsMovements',
      summary: 'What came to my points and went off them, the newest first',
      method: 'get',
      path: '/my/loyalty/movements',
      needs: 'customer',
      query: historyQuery,
      answer: historySchema,
      handle: async ({ actor, query: { programme: programmeId, limit, after } }) =>
        loyalty.history(actor, { programmeId, limit, after }),
    }),
  ];
}

export function loyaltyAdminOperations({ loyalty }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'getLoyaltyProgrammes',
      summary: 'All loyalty programmes as they were written',
      method: 'get',
      path: '/loyalty/programmes',
      needs: 'loyalty.write',
      answer: z.object({ items: z.array(programmeSchema) }),
      handle: async ({ actor }) => ({ items: [...(await loyalty.forStaff(actor))] }),
    }),
    operation({
      id: 'saveLoyaltyProgramme',
      summary: 'Makes or changes a loyalty programme by its id',
      method: 'post',
      path: '/loyalty/programmes',
      needs: 'loyalty.write',
      changes: true,
      body: programmeSchema,
      answer: z.object({ programme: programmeSchema }),
      handle: async ({ command, body }) => ({ programme: await loyalty.saveProgramme(command, body) }),
    }),
    operation({
      id: 'getLoyalty',
      summary: 'A customer’s points and tiers, by programme',
      method: 'get',
      path: '/customers/{customerId}/loyalty',
      needs: 'customers.read',
      params: customerParams,
      query: marketQuery,
      answer: z.object({ items: z.array(loyaltySchema) }),
      handle: async ({ actor, params, query }) => ({
        items: [...(await loyalty.of(actor, marketOf(query), params.customerId))],
      }),
    }),
    operation({
      id: 'enrolInLoyalty',
      summary: 'Makes a customer a member',
      method: 'post',
      path: '/customers/{customerId}/loyalty',
      needs: 'customers.write',
      changes: true,
      params: customerParams,
      query: marketQuery,
      body: joinBody,
      answer: joinOutcomeSchema,
      handle: ({ command, params, query, body }) =>
        loyalty.join(command, marketOf(query), { ...params, ...body }),
    }),
    operation({
      id: 'listPointsMovements',
      summary: 'What came to a customer’s points and went off them, the newest first',
      method: 'get',
      path: '/customers/{customerId}/loyalty/movements',
      needs: 'customers.read',
      params: customerParams,
      query: historyQuery,
      answer: historySchema,
      handle: async ({ actor, params, query: { programme: programmeId, limit, after } }) =>
        loyalty.history(actor, { ...params, programmeId, limit, after }),
    }),
    operation({
      id: 'adjustPoints',
      summary: 'Gives a customer points by hand, or takes them away',
      method: 'post',
      path: '/customers/{customerId}/loyalty/adjustments',
      needs: 'loyalty.write',
      changes: true,
      params: customerParams,
      query: marketQuery,
      body: adjustPointsSchema.omit({ customerId: true }),
      answer: adjustOutcomeSchema,
      handle: ({ command, params, query, body }) =>
        loyalty.adjust(command, marketOf(query), { ...params, ...body }),
    }),
  ];
}
