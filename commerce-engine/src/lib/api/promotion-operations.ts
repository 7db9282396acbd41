import { z } from '@hono/zod-openapi';
import type { CommerceEngine } from '../engine.ts';
import {
  couponCodesSchema,
  couponSchema,
  promotionSchema,
  promotionSettingsSchema,
} from '../promotions/promotion-input.ts';
import { type Operation, operation } from './operation.ts';
import { orNone } from './view-schemas.ts';

const needs = 'promotions.write';
const outcome = z.looseObject({ kind: z.string() });
const text = z.string().max(200);
const byId = z.object({ id: text });

/** What staff may ask and change about promotions and coupons. */
export function promotionAdminOperations(engine: CommerceEngine): Operation[] {
  return [...promotionOperations(engine), ...couponOperations(engine)];
}

function promotionOperations({ promotions }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'listPromotions',
      summary: 'All promotions, by id',
      method: 'get',
      path: '/promotions',
      needs,
      answer: z.object({ promotions: z.array(z.looseObject({ id: z.string(), enabled: z.boolean() })) }),
      handle: async () => ({ promotions: (await promotions.list()).map((each) => ({ ...each })) }),
    }),
    operation({
      id: 'getPromotion',
      summary: 'One promotion; null when there is none',
      method: 'get',
      path: '/promotions/{id}',
      needs,
      params: byId,
      answer: z.object({ promotion: orNone(z.looseObject({ id: z.string(), enabled: z.boolean() })) }),
      handle: async ({ params }) => {
        const found = await promotions.get(params.id);
        return { promotion: found ? { ...found } : null };
      },
    }),
    operation({
      id: 'savePromotion',
      summary: 'Makes a promotion, disabled, or changes one that is disabled',
      method: 'post',
      path: '/promotions',
      needs,
      changes: true,
      body: promotionSchema,
      answer: outcome,
      handle: async ({ command, body }) => ({ ...(await promotions.save(command, body)) }),
    }),
    operation({
      id: 'enablePromotion',
      summary: 'Lets a promotion hold; says what is missing when it is not complete',
      method: 'post',
      path: '/promotions/{id}/enable',
      needs,
      changes: true,
      params: byId,
      answer: outcome,
      handle: async ({ command, params }) => ({ ...(await promotions.enable(command, params.id)) }),
    }),
    operation({
      id: 'disablePromotion',
      summary: 'Ends a promotion until it is enabled again',
      method: 'post',
      path: '/promotions/{id}/disable',
      needs,
      changes: true,
      params: byId,
      answer: outcome,
      handle: async ({ command, params }) => ({ ...(await promotions.disable(command, params.id)) }),
    }),
    operation({
      id: 'getPromotionSettings',
      summary: 'How promotions work together',
      method: 'get',
      path: '/promotion-settings',
      needs,
      answer: promotionSettingsSchema,
      handle: () => promotions.settings(),
    }),
    operation({
      id: 'changePromotionSettings',
      summary: 'Says how promotions work together',
      method: 'post',
      path: '/promotion-settings',
      needs,
      changes: true,
      body: promotionSettingsSchema,
      answer: z.object({ set: z.literal(true) }),
      handle: async ({ command, body }) => {
        await promotions.changeSettings(command, body);
        return { set: true as const };
      },
    }),
  ];
}

function couponOperations({ promotions }: CommerceEngine): Operation[] {
  return [
    operation({
      id: 'listCoupons',
      summary: 'All coupons with how often they were used',
      method: 'get',
      path: '/coupons',
      needs,
      answer: z.object({ coupons: z.array(z.looseObject({ id: z.string(), promotionId: z.string() })) }),
      handle: async () => ({ coupons: (await promotions.coupons()).map((each) => ({ ...each })) }),
    }),
    operation({
      id: 'saveCoupon',
      summary: 'Makes a coupon for a promotion, or changes its limits',
      method: 'post',
      path: '/coupons',
      needs,
      changes: true,
      body: couponSchema,
      answer: outcome,
      handle: async ({ command, body }) => ({ ...(await promotions.saveCoupon(command, body)) }),
    }),
    operation({
      id: 'listCouponCodes',
      summary: 'Codes of a coupon in their order; `after` = the last one of the page before',
      method: 'get',
      path: '/coupons/{id}/codes',
      needs,
      params: byId,
      query: z.object({
        after: z.string().max(60).optional(),
        limit: z.coerce.number().int().min(1).max(1_000).optional(),
      }),
      answer: z.object({
        codes: z.array(z.looseObject({ code: z.string(), enabled: z.boolean() })),
        next: z
          .string()
          .optional()
          .openapi({ description: '`after` of the next page; absent = that was all.' }),
      }),
      handle: async ({ params, query: { limit = 100, after } }) => {
        const page = await promotions.codes(params.id, { limit, after });
        const last = page.length === limit ? page.at(-1)?.code : undefined;
        const isMore =
          last !== undefined && (await promotions.codes(params.id, { after: last, limit: 1 })).length > 0;
        return { codes: page.map((each) => ({ ...each })), ...(isMore && { next: last }) };
      },
    }),
    operation({
      id: 'addCouponCodes',
      summary: 'Adds codes to a coupon; those that exist already stay as they are',
      method: 'post',
      path: '/coupons/{id}/codes',
      needs,
      changes: true,
      params: byId,
      body: z.strictObject({ codes: couponCodesSchema }),
      answer: outcome,
      handle: async ({ command, params, body }) => ({
        ...(await promotions.addCodes(command, { couponId: params.id, codes: body.codes })),
      }),
    }),
    operation({
      id: 'enableCouponCodes',
      summary: 'Lets codes be used, or not any more',
      method: 'post',
      path: '/coupon-code-changes',
      needs,
      changes: true,
      body: z.strictObject({ codes: z.array(z.string().max(60)).min(1).max(10_000), enabled: z.boolean() }),
      answer: z.object({ changed: z.int() }),
      handle: ({ command, body }) => promotions.enableCodes(command, body),
    }),
  ];
}
