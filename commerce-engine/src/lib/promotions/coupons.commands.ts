import type { Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import type { CouponCodeInput, CouponInput } from './promotion-input.ts';
import { codeKey, customerKey, type PromotionsTables } from './promotions.tables.ts';
import type { AddCodesOutcome, SaveCouponOutcome } from './promotions.views.ts';

/** Makes a coupon or changes its limits. Uses that were not counted before count from then on too. */
export async function saveCoupon(tx: Transaction, input: CouponInput): Promise<SaveCouponOutcome> {
  const { id, promotionId } = input;
  const tables = tx.tables<PromotionsTables>();
  const promotion = await tables
    .selectFrom('promotions_promotion')
    .select('id')
    .where('id', '=', promotionId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!promotion) return { kind: 'unknown-promotion' };
  const others = await tables
    .selectFrom('promotions_coupon')
    .select(['id', 'promotion_id'])
    .where((each) => each.or([each('promotion_id', '=', promotionId), each('id', '=', id)]))
    .execute();
  const other = others.find((each) => each.id !== id || each.promotion_id !== promotionId);
  if (other) return { kind: 'promotion-taken', by: other.id };
  const limits = {
    limit_total: input.limit ?? null,
    limit_per_code: input.limitPerCode ?? null,
    limit_per_customer: input.limitPerCustomer ?? null,
  };
  await tables
    .insertInto('promotions_coupon')
    .values({ id, promotion_id: promotionId, ...limits })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(limits))
    .execute();
  await recount(tx, id);
  return { kind: 'saved' };
}

/** The coupon's row is locked by its change, so nobody takes a use meanwhile. */
async function recount(tx: Transaction, couponId: string): Promise<void> {
  const on = tx.tables();
  await sql`
    update promotions_coupon set used = (select count(*) from promotions_use where coupon_id = ${couponId})
    where id = ${couponId}`.execute(on);
  await sql`
    update promotions_code as code set used = counted.uses
    from (
      select code_key, count(*)::int as uses from promotions_use where coupon_id = ${couponId} group by code_key
    ) as counted
    where code.key = counted.code_key and code.used <> counted.uses`.execute(on);
  await sql`
    insert into promotions_customer (coupon_id, customer, used)
    select coupon_id, customer, count(*)::int from promotions_use
    where coupon_id = ${couponId} and customer is not null group by coupon_id, customer
    on conflict (coupon_id, customer) do update set used = excluded.used`.execute(on);
}

/** Adds codes to a coupon; those that exist already stay as they are. */
export async function addCodes(
  tx: Transaction,
  couponId: string,
  codes: readonly CouponCodeInput[],
): Promise<AddCodesOutcome> {
  const tables = tx.tables<PromotionsTables>();
  const coupon = await tables
    .selectFrom('promotions_coupon')
    .select('id')
    .where('id', '=', couponId)
    .executeTakeFirst();
  if (!coupon) return { kind: 'unknown-coupon' };
  const rows = [...new Map(codes.map((each) => [codeKey(each.code), each]))].map(([key, each]) => ({
    key,
    code: each.code.trim(),
    valid_from: each.from ?? null,
    valid_to: each.to ?? null,
    customer: customerKey(each.customer),
    limit_total: each.limit ?? null,
  }));
  const { rows: added } = await sql<{ key: string }>`
    insert into promotions_code (key, code, coupon_id, valid_from, valid_to, customer, limit_total)
    select key, code, ${couponId}, valid_from, valid_to, customer, limit_total
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given
      (key text, code text, valid_from timestamptz, valid_to timestamptz, customer text, limit_total int)
    order by key
    on conflict (key) do nothing
    returning key`.execute(tables);
  const fresh = new Set(added.map(({ key }) => key));
  return {
    kind: 'added',
    added: fresh.size,
    taken: rows.filter(({ key }) => !fresh.has(key)).map(({ code }) => code),
  };
}

/** @returns how many of the codes there are. */
export async function enableCodes(
  tx: Transaction,
  input: { readonly codes: readonly string[]; readonly enabled: boolean },
): Promise<{ readonly changed: number }> {
  const changed = await tx
    .tables<PromotionsTables>()
    .updateTable('promotions_code')
    .set({ enabled: input.enabled })
    .where('key', 'in', input.codes.map(codeKey))
    .where('enabled', '=', !input.enabled)
    .executeTakeFirst();
  return { changed: Number(changed.numUpdatedRows) };
}
