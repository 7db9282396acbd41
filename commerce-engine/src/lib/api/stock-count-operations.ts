import { z } from '@hono/zod-openapi';
import type { StaffVariantChoice } from '../catalog/staff-catalog.views.ts';
import type { CommerceEngine } from '../engine.ts';
import type { Actor } from '../identity/identity.views.ts';
import {
  approveCountSchema,
  clearLineSchema,
  countLineSchema,
  startCountSchema,
} from '../inventory/count-input.ts';
import type { StockCountLineView, StockCountView } from '../inventory/count-views.ts';
import { type Money, money } from '../money/money.rules.ts';
import { type Operation, operation } from './operation.ts';
import { marketOf, marketQuery } from './request-schemas.ts';
import { mediaView, moneySchema, orNone, type SchemaOf } from './view-schemas.ts';

const states = ['open', 'approved', 'cancelled'] as const;
const countSchema: SchemaOf<StockCountView> = z
  .strictObject({
    id: z.string(),
    number: z.int(),
    locationId: z.string(),
    state: z.enum(states),
    note: z.string().optional(),
    lines: z.int(),
    counted: z.int(),
    different: z.int(),
    difference: z.int(),
    startedAt: z.string(),
    startedBy: z.string(),
    closedAt: z.string().optional(),
    closedBy: z.string().optional(),
    reason: z.string().optional(),
  })
  .openapi('StockCount');

/** A line as people recognise it, with what its difference is worth at today’s regular prices. */
type LineRow = StockCountLineView & Omit<StaffVariantChoice, 'productId'> & { readonly value?: Money };

const lineSchema: SchemaOf<LineRow> = z
  .strictObject({
    variantId: z.string(),
    sku: z.string(),
    name: z.string(),
    picture: mediaView.optional(),
    counted: z
      .strictObject({
        pieces: z.int(),
        expected: z.int(),
        difference: z.int(),
        at: z.string(),
        by: z.string(),
      })
      .optional(),
    value: moneySchema.optional(),
  })
  .openapi('StockCountLine');

const lowSchema = z
  .strictObject({
    variantId: z.string(),
    sku: z.string(),
    name: z.string(),
    picture: mediaView.optional(),
    locationId: z.string(),
    available: z.int(),
    onHand: z.int(),
    lowAt: z.int(),
  })
  .openapi('RunningLow');

const params = z.object({ countId: z.uuid('expected the id of a count') });
const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).optional(),
  after: z.string().max(200).optional().openapi({ description: '`next` of the page before.' }),
};
const outcome = (...kinds: readonly [string, ...string[]]) =>
  z.looseObject({ kind: z.enum([...kinds, 'no-count', 'not-open'] as [string, ...string[]]) });
const MOST_LOW = 100;

/** Counting the goods of a place, and where goods run low. */
export function stockCountAdminOperations(engine: CommerceEngine): Operation[] {
  const { inventory, catalog, identity, pricing } = engine;
  const read = { method: 'get', needs: 'inventory.write' } as const;
  const change = { method: 'post', needs: 'inventory.write', changes: true } as const;

  async function named<Row extends { readonly variantId: string }>(actor: Actor, rows: readonly Row[]) {
    const ids = rows.map(({ variantId }) => variantId);
    const found = ids.length === 0 ? [] : await catalog.forStaff.findVariants(actor, { ids, limit: 100 });
    const byId = new Map(found.map((each) => [each.variantId, each]));
    return rows.map((row) => {
      // Retired articles may still lie somewhere.
      const { sku = '', name = 'An article that is sold no more', picture } = byId.get(row.variantId) ?? {};
      return { ...row, sku, name, ...(picture && { picture }) };
    });
  }

  async function namesOf(counts: readonly StockCountView[]) {
    const ids = counts.flatMap(({ startedBy, closedBy }) =>
      [startedBy, closedBy].flatMap((actor) => /^staff:(.+)$/.exec(actor ?? '')?.[1] ?? []),
    );
    return identity.staffNames([...new Set(ids)]);
  }

  return [
    operation({
      ...read,
      id: 'listCounts',
      summary: 'Counts of stock, the newest first',
      path: '/counts',
      query: z.object({
        location: z.string().max(200).optional(),
        state: z.enum(states).optional(),
        ...pageQuery,
      }),
      answer: z.object({
        counts: z.array(countSchema),
        next: z.string().optional(),
        names: z.record(z.string(), z.string()),
      }),
      handle: async ({ actor, query: { location, state, limit, after } }) => {
        const page = await inventory.counts.list(actor, {
          ...(location !== undefined && { locationId: location }),
          ...(state !== undefined && { state }),
          ...(limit !== undefined && { limit }),
          ...(after !== undefined && { after }),
        });
        return { ...page, counts: [...page.counts], names: await namesOf(page.counts) };
      },
    }),
    operation({
      ...read,
      id: 'getCount',
      summary: 'A count of stock',
      path: '/counts/{countId}',
      params,
      answer: z.object({ count: orNone(countSchema), names: z.record(z.string(), z.string()) }),
      handle: async ({ actor, params: { countId } }) => {
        const count = await inventory.counts.get(actor, countId);
        return { count: count ?? null, names: await namesOf(count ? [count] : []) };
      },
    }),
    operation({
      ...read,
      id: 'listCountLines',
      summary: 'The goods of a count, with what their differences are worth at today’s regular prices',
      path: '/counts/{countId}/lines',
      params,
      query: marketQuery.extend({
        show: z.enum(['all', 'open', 'counted', 'different']).optional(),
        ...pageQuery,
      }),
      answer: z.object({ lines: z.array(lineSchema), next: z.string().optional() }),
      handle: async ({ actor, params: { countId }, query: { show, limit, after, ...market } }) => {
        const page = await inventory.counts.lines(actor, {
          countId,
          ...(show !== undefined && { show }),
          ...(limit !== undefined && { limit }),
          ...(after !== undefined && { after }),
        });
        const different = page.lines.filter(({ counted }) => counted && counted.difference !== 0);
        const prices = await pricing.variantPrices(
          marketOf(market),
          different.map(({ variantId }) => variantId),
        );
        const regular = new Map(
          prices.flatMap((each) => (each ? [[each.variantId, each.regular] as const] : [])),
        );
        const lines = (await named(actor, page.lines)).map((line): LineRow => {
          const price = regular.get(line.variantId);
          if (!price || !line.counted) return line;
          return { ...line, value: money(price.amount * line.counted.difference, price.currency) };
        });
        return { ...(page.next !== undefined && { next: page.next }), lines };
      },
    }),
    operation({
      ...change,
      id: 'startCount',
      summary: 'Begins to count goods of a place',
      path: '/counts',
      body: startCountSchema,
      answer: z.looseObject({
        kind: z.enum(['started', 'open-already', 'nothing-to-count']),
        count: countSchema.optional(),
      }),
      handle: async ({ command, body }) => ({ ...(await inventory.counts.start(command, body)) }),
    }),
    operation({
      ...change,
      id: 'countLine',
      summary: 'Somebody counted a variant',
      path: '/counts/{countId}/lines',
      params,
      body: countLineSchema.omit({ countId: true }),
      answer: outcome('counted', 'moved-since'),
      handle: async ({ command, params, body }) => ({
        ...(await inventory.counts.count(command, { ...params, ...body })),
      }),
    }),
    operation({
      ...change,
      id: 'clearCountLine',
      summary: 'Takes what was counted of a variant out again',
      path: '/counts/{countId}/line-removals',
      params,
      body: clearLineSchema.omit({ countId: true }),
      answer: outcome('counted'),
      handle: async ({ command, params, body }) => ({
        ...(await inventory.counts.clear(command, { ...params, ...body })),
      }),
    }),
    operation({
      ...change,
      id: 'approveCount',
      summary: 'Books the differences of a count, all or none',
      path: '/counts/{countId}/approvals',
      params,
      body: approveCountSchema.omit({ countId: true }),
      answer: outcome('approved', 'promised'),
      handle: async ({ command, params, body }) => {
        const done = await inventory.counts.approve(command, { ...params, ...body });
        if (done.kind !== 'promised') return { ...done };
        return { ...done, lines: await named(command.actor, done.lines) };
      },
    }),
    operation({
      ...change,
      id: 'cancelCount',
      summary: 'Ends a count without booking anything',
      path: '/counts/{countId}/cancellations',
      params,
      answer: outcome('cancelled'),
      handle: async ({ command, params }) => ({ ...(await inventory.counts.cancel(command, params)) }),
    }),
    operation({
      ...read,
      id: 'listRunningLow',
      summary: 'Places with no more available than the level set for them, the emptiest first, at most 100',
      path: '/running-low',
      query: z.object({ location: z.string().max(200).optional() }),
      answer: z.object({ levels: z.array(lowSchema) }),
      handle: async ({ actor, query: { location } }) => {
        const levels = await inventory.runningLow(actor, {
          ...(location !== undefined && { locationId: location }),
          limit: MOST_LOW,
        });
        return { levels: await named(actor, levels) };
      },
    }),
  ];
}
