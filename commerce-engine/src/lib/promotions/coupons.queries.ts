import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import { isStorable } from '../storable-text.ts';
import { codeKey, customerKey, type PromotionsTables } from './promotions.tables.ts';
import type { CodeState, CouponCodeView, CouponView } from './promotions.views.ts';

export interface CodeQuestion {
  readonly at: Date;
  /** Who brings the codes, when that is known. */
  readonly customer?: string;
}

/** What each code does, in their order; one statement, however many codes there are in the shop. */
export async function lookUpCodes(
  on: Queryable,
  codes: readonly string[],
  { at, customer }: CodeQuestion,
): Promise<CodeState[]> {
  const keys = codes.filter(isStorable).map(codeKey);
  if (keys.length === 0) return codes.map(() => ({ kind: 'unknown' }));
  const who = customerKey(customer);
  const { rows } = await sql<FoundCode>`
    select code.key, code.enabled and promotion.enabled as enabled, code.valid_from, code.valid_to, code.customer,
      coupon.promotion_id,
      coalesce(code.used >= coalesce(code.limit_total, coupon.limit_per_code), false)
        or coalesce(coupon.used >= coupon.limit_total, false)
        or coalesce(counted.used >= coupon.limit_per_customer, false) as used_up
    from promotions_code as code
    join promotions_coupon as coupon on coupon.id = code.coupon_id
    join promotions_promotion as promotion on promotion.id = coupon.promotion_id
    left join promotions_customer as counted on counted.coupon_id = coupon.id and counted.customer = ${who}
    where code.key = any(${keys}::text[])`.execute(on.tables());
  const found = new Map(rows.map((row) => [row.key, row]));
  return codes.map((code) => stateOf(found.get(codeKey(code)), { at, who }));
}

interface FoundCode {
  readonly key: string;
  readonly enabled: boolean;
  readonly valid_from: Date | null;
  readonly valid_to: Date | null;
  readonly customer: string | null;
  readonly promotion_id: string;
  readonly used_up: boolean;
}

function stateOf(code: FoundCode | undefined, { at, who }: { at: Date; who: string | null }): CodeState {
  if (!code) return { kind: 'unknown' };
  if (!code.enabled) return { kind: 'disabled' };
  if (code.valid_from && at < code.valid_from) return { kind: 'not-begun' };
  if (code.valid_to && at >= code.valid_to) return { kind: 'over' };
  if (code.customer !== null && who === null) return { kind: code.used_up ? 'used-up' : 'personal' };
  if (code.customer !== null && code.customer !== who) return { kind: 'other-customer' };
  return code.used_up ? { kind: 'used-up' } : { kind: 'unlocks', promotionId: code.promotion_id };
}

/** All coupons, by id. */
export async function readCoupons(on: Queryable): Promise<CouponView[]> {
  const { rows } = await sql<{
    id: string;
    promotion_id: string;
    limit_total: number | null;
    limit_per_code: number | null;
    limit_per_customer: number | null;
    codes: number;
    uses: number;
  }>`
    select coupon.*, 
      (select count(*)::int from promotions_code as code where code.coupon_id = coupon.id) as codes,
      (select count(*)::int from promotions_use as use where use.coupon_id = coupon.id) as uses
    from promotions_coupon as coupon order by coupon.id`.execute(on.tables());
  return rows.map((row) => ({
    id: row.id,
    promotionId: row.promotion_id,
    limit: row.limit_total ?? undefined,
    limitPerCode: row.limit_per_code ?? undefined,
    limitPerCustomer: row.limit_per_customer ?? undefined,
    codes: row.codes,
    uses: row.uses,
  }));
}

/** @param after the last code of the page before. */
export async function readCodes(
  on: Queryable,
  couponId: string,
  { after = '', limit = 100 }: { readonly after?: string; readonly limit?: number } = {},
): Promise<CouponCodeView[]> {
  const rows = await on
    .tables<PromotionsTables>()
    .selectFrom('promotions_code')
    .selectAll()
    .select((each) =>
      each
        .selectFrom('promotions_use')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .whereRef('promotions_use.code_key', '=', 'promotions_code.key')
        .whereRef('promotions_use.coupon_id', '=', 'promotions_code.coupon_id')
        .as('uses'),
    )
    .where('coupon_id', '=', couponId)
    .where('key', '>', codeKey(after))
    .orderBy('key')
    .limit(Math.min(limit, 1_000))
    .execute();
  return rows.map((row) => ({
    code: row.code,
    enabled: row.enabled,
    from: row.valid_from?.toISOString(),
    to: row.valid_to?.toISOString(),
    customer: row.customer ?? undefined,
    limit: row.limit_total ?? undefined,
    uses: Number(row.uses),
  }));
}
