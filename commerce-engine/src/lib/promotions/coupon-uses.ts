import type { Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import { codeKey, customerKey, type PromotionsTables } from './promotions.tables.ts';
import type { TakeUsesOutcome } from './promotions.views.ts';

/** Uses of codes by one cart or order. */
export interface UsesToTake {
  /** `checkout:<id>` or `order:<id>`. */
  readonly owner: string;
  /** Whose limit counts; nobody named = no limit by customer. */
  readonly customer?: string;
  readonly uses: readonly { readonly promotionId: string; readonly code: string }[];
}

/**
 * Takes a use of each code, or of none: SPEC rules PROMO-33 to PROMO-36. What the owner has already is not taken again.
 * Each table is changed by one statement that finds its limits itself, over rows locked in one order. Keys stay unlocked:
 * each use refers to them, so everybody who waits holds them a little.
 */
export async function takeUses(tx: Transaction, request: UsesToTake, at: Date): Promise<TakeUsesOutcome> {
  const codes = new Map(request.uses.map(({ code }) => [codeKey(code), code]));
  if (codes.size === 0) return { kind: 'taken' };
  const on = tx.tables();
  await sql`savepoint promotions_uses`.execute(on);
  const missed = await countUses(tx, request, at);
  if (missed.length > 0) {
    await sql`rollback to savepoint promotions_uses`.execute(on);
    return { kind: 'used-up', code: codes.get(missed[0]!) ?? missed[0]! };
  }
  await sql`release savepoint promotions_uses`.execute(on);
  return { kind: 'taken' };
}

/** Takes back what an owner used, for an order that is not made after all. */
export async function giveBack(tx: Transaction, owner: string): Promise<void> {
  const tables = tx.tables<PromotionsTables>();
  const uses = await tables
    .deleteFrom('promotions_use')
    .where('owner', '=', owner)
    .returning(['code_key', 'coupon_id', 'customer'])
    .execute();
  if (uses.length === 0) return;
  const keys = uses.map(({ code_key }) => code_key);
  const coupons = uses.map(({ coupon_id }) => coupon_id);
  await sql`
    with mine as (
      select key from promotions_code where key = any(${keys}::text[]) order by key for no key update
    )
    update promotions_code as code set used = code.used - 1 from mine, promotions_coupon as coupon
    where code.key = mine.key and coupon.id = code.coupon_id and code.used > 0
      and coalesce(code.limit_total, coupon.limit_per_code) is not null`.execute(tables);
  await sql`
    with mine as (
      select id from promotions_coupon
      where id = any(${coupons}::text[]) and limit_total is not null order by id for no key update
    )
    update promotions_coupon as coupon set used = coupon.used - 1 from mine
    where coupon.id = mine.id and coupon.used > 0`.execute(tables);
  const customer = uses[0]!.customer;
  if (customer === null) return;
  await sql`
    update promotions_customer as counted set used = counted.used - 1 from promotions_coupon as coupon
    where counted.coupon_id = any(${coupons}::text[]) and counted.customer = ${customer}
      and coupon.id = counted.coupon_id and coupon.limit_per_customer is not null and counted.used > 0`.execute(
    tables,
  );
}

/** @returns keys of codes that could not be had; then what was written must be undone. */
async function countUses(
  tx: Transaction,
  { owner, customer, uses }: UsesToTake,
  at: Date,
): Promise<string[]> {
  const on = tx.tables();
  const who = customerKey(customer);
  const wanted = JSON.stringify(
    uses.map(({ promotionId, code }) => ({ key: codeKey(code), promotion_id: promotionId })),
  );
  const good = sql`
    select distinct on (code.coupon_id) code.key, code.coupon_id
    from jsonb_to_recordset(${wanted}::jsonb) as wanted (key text, promotion_id text)
    join promotions_code as code on code.key = wanted.key
    join promotions_coupon as coupon on coupon.id = code.coupon_id and coupon.promotion_id = wanted.promotion_id
    join promotions_promotion as promotion on promotion.id = coupon.promotion_id and promotion.enabled
    where code.enabled and (code.customer is null or code.customer = ${who})
      and (code.valid_from is null or code.valid_from <= ${at}) and (code.valid_to is null or code.valid_to > ${at})
    order by code.coupon_id, code.key`;
  const { rows: fresh } = await sql<{ code_key: string; coupon_id: string }>`
    insert into promotions_use (owner, coupon_id, code_key, customer, at)
    select ${owner}, good.coupon_id, good.key, ${who}, ${at} from (${good}) as good
    on conflict (owner, coupon_id) do nothing
    returning code_key, coupon_id`.execute(on);
  const { rows: absent } = await sql<{ key: string }>`
    select wanted.key from jsonb_to_recordset(${wanted}::jsonb) as wanted (key text, promotion_id text)
    where not exists (
      select from promotions_use as held
      join promotions_coupon as coupon on coupon.id = held.coupon_id
      where held.owner = ${owner} and coupon.promotion_id = wanted.promotion_id
    )`.execute(on);
  if (absent.length > 0) return absent.map(({ key }) => key);
  const keys = fresh.map(({ code_key }) => code_key);
  const coupons = fresh.map(({ coupon_id }) => coupon_id);
  if (keys.length === 0) return [];

  const { rows: codesMissed } = await sql<{ key: string }>`
    with limited as (
      select code.key, coalesce(code.limit_total, coupon.limit_per_code) as most
      from promotions_code as code join promotions_coupon as coupon on coupon.id = code.coupon_id
      where code.key = any(${keys}::text[]) and coalesce(code.limit_total, coupon.limit_per_code) is not null
    ), locked as (
      select key from promotions_code where key in (select key from limited) order by key for no key update
    ), counted as (
      update promotions_code as code set used = code.used + 1 from limited, locked
      where code.key = limited.key and code.key = locked.key and code.used < limited.most
      returning code.key
    )
    select key from limited where key not in (select key from counted)`.execute(on);
  if (codesMissed.length > 0) return codesMissed.map(({ key }) => key);

  const { rows: couponsMissed } = await sql<{ id: string }>`
    with limited as (
      select id from promotions_coupon where id = any(${coupons}::text[]) and limit_total is not null
    ), locked as (
      select id from promotions_coupon where id in (select id from limited) order by id for no key update
    ), counted as (
      update promotions_coupon as coupon set used = coupon.used + 1 from locked
      where coupon.id = locked.id and coupon.used < coupon.limit_total
      returning coupon.id
    )
    select id from limited where id not in (select id from counted)`.execute(on);
  const keyOf = (id: string) => fresh.find(({ coupon_id }) => coupon_id === id)!.code_key;
  if (couponsMissed.length > 0) return couponsMissed.map(({ id }) => keyOf(id));

  if (who === null) return [];
  const { rows: customersMissed } = await sql<{ id: string }>`
    with limited as (
      select id, limit_per_customer as most from promotions_coupon
      where id = any(${coupons}::text[]) and limit_per_customer is not null
    ), counted as (
      insert into promotions_customer as counted (coupon_id, customer, used)
      select id, ${who}, 1 from limited order by id
      on conflict (coupon_id, customer) do update set used = counted.used + 1
      where counted.used < (select limit_per_customer from promotions_coupon where id = counted.coupon_id)
      returning coupon_id
    )
    select id from limited where id not in (select coupon_id from counted)`.execute(on);
  return customersMissed.map(({ id }) => keyOf(id));
}
