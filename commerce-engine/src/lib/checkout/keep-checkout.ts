import { newId, type Queryable, type Transaction } from '@vitrine/database';
import { type ColumnType, type RawBuilder, type Selectable, sql, type Updateable } from 'kysely';
import {
  type CartValue,
  cartOf,
  cartValue,
  isOutdated,
  type KeptCart,
  readCart,
} from '../cart/cart-state.ts';
import type { TaxPapersView } from '../customers/customers.views.ts';
import { type TaxPapersValue, taxPapersOf } from '../customers/tax-papers.ts';
import type { CheckoutTables } from './checkout.tables.ts';

export type KeptCheckout = Selectable<CheckoutTables['checkout_checkout']>;

/** What a statement finds of a checkout. */
export interface OpenCheckout {
  readonly cart?: KeptCart | undefined;
  readonly checkout?: KeptCheckout;
  /** Of whoever buys. */
  readonly papers?: TaxPapersView;
}

/** Of whoever buys. */
type Papers = RawBuilder<TaxPapersValue> | undefined;

/** A cart and the checkout of it that is not placed yet, as far as there are any. One statement. */
export async function readOpen(on: Queryable, cartId: string, papers?: Papers): Promise<OpenCheckout> {
  const { rows } = await sql<OpenRow>`
    with found as (select * from checkout_checkout where cart_id = ${cartId} and state <> 'placed')
    select found.*, ${cartValue(cartId)} as cart${also(papers)}
    from (select) as always left join found on true`.execute(on.tables());
  const { cart, papers: value, ...checkout } = rows[0]!;
  return { cart: cartOf(cart), ...(checkout.id !== null && { checkout }), ...read(value) };
}

interface PapersRow {
  readonly papers?: TaxPapersValue;
}

type OpenRow = (KeptCheckout | { readonly id: null }) & { readonly cart: CartValue } & PapersRow;

function also(papers: Papers): RawBuilder<unknown> {
  return papers ? sql`, ${papers} as papers` : sql``;
}

function read(papers: TaxPapersValue | undefined): Pick<OpenCheckout, 'papers'> {
  return papers ? { papers: taxPapersOf(papers) } : {};
}

/**
 * The same, the checkout locked; it is made when there is none. Without a checkout the cart cannot be checked out in this channel
 * now. One statement; more when the checkout was placed, or made by somebody else, while it was waited for.
 */
export async function lockOrMakeOpen(
  tx: Transaction,
  cartId: string,
  { channel, now, papers }: { readonly channel: string; readonly now: Date; readonly papers?: Papers },
): Promise<OpenCheckout> {
  const { rows } = await sql<OpenRow>`
    with found as (
      select * from checkout_checkout where cart_id = ${cartId} and state <> 'placed' for update
    ), seen as (
      select from checkout_checkout where cart_id = ${cartId} and state <> 'placed'
    ), kept as materialized (
      select ${cartValue(cartId)} as cart
    ), made as (
      ${newCheckout({ cartId, channel, now })}
      from kept
      -- What is seen and not found has become an order meanwhile: the cart is one of before.
      where not exists (select from seen) and cart->>'channel' = ${channel}
        and (cart->>'expires_at')::timestamptz > ${now} and cart->'lines' <> '[]'
      on conflict do nothing returning *
    )
    select either.*, kept.cart${also(papers)}
    from kept left join (select * from found union all select * from made) as either on true`.execute(
    tx.tables(),
  );
  const { cart: value, papers: own, ...checkout } = rows[0]!;
  const cart = cartOf(value);
  if (checkout.id !== null) return { cart, checkout, ...read(own) };
  const isUsable = cart && cart.channel === channel && cart.expiresAt > now && cart.lines.length > 0;
  return isUsable ? lockOrMakeOpen(tx, cartId, { channel, now, papers }) : { cart };
}

function newCheckout({
  cartId,
  channel,
  now,
}: {
  readonly cartId: string;
  readonly channel: string;
  readonly now: Date;
}): RawBuilder<unknown> {
  return sql`
    insert into checkout_checkout (id, cart_id, channel, state, address, billing, delivery, draft, made_at, updated_at)
    select ${newId()}::uuid, ${cartId}::uuid, ${channel}, 'open', 'null', 'null', 'null', 'null', ${now}::timestamptz,
      ${now}::timestamptz`;
}

export function findById(on: Queryable, id: string): Promise<KeptCheckout | undefined> {
  return on
    .tables<CheckoutTables>()
    .selectFrom('checkout_checkout')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
}

/** A checkout that is held until the transaction ends, with what it works on. */
export interface HeldCheckout<Placed, Also> {
  readonly checkout?: KeptCheckout;
  /** Null = it is not placed: its cart is held. */
  readonly placed: Placed | null;
  readonly also: Also;
}

/**
 * Holds a checkout and what it works on, in this order: while it is not placed its cart, afterwards what `placed` holds of its order;
 * then `also` is read. One statement; two when the checkout changed while it was waited for, for all but its own row would be of before.
 */
export async function holdCheckout<Placed, Also>(
  tx: Transaction,
  id: string,
  which: { readonly placed: RawBuilder<Placed>; readonly also: RawBuilder<Also> },
): Promise<HeldCheckout<Placed, Also>> {
  const { rows } = await sql<
    (KeptCheckout | { readonly id: null }) & {
      readonly held_cart: number | null;
      readonly placed: Placed | null;
      readonly also: Also;
      readonly written_by: string | null;
      readonly seen_by: string | null;
    }
  >`
    with found as (select *, xmin::text as written_by from checkout_checkout where id = ${id} for update)
    select found.*, (select xmin::text from checkout_checkout as seen where seen.id = found.id) as seen_by,
      case when found.state <> 'placed' then (select version from cart where cart.id = found.cart_id for update)
        end as held_cart,
      case when found.state = 'placed' then ${which.placed} end as placed,
      ${which.also} as also
    from (select) as always left join found on true`.execute(tx.tables());
  const { held_cart: _, placed, also, written_by, seen_by, ...checkout } = rows[0]!;
  if (written_by !== seen_by) return holdCheckout(tx, id, which);
  return { ...(checkout.id !== null && { checkout }), placed, also };
}

/** Holds the checkout until the transaction ends. Always before the cart, its stock and its payments. */
export function lockById(tx: Transaction, id: string): Promise<KeptCheckout | undefined> {
  return tx
    .tables<CheckoutTables>()
    .selectFrom('checkout_checkout')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/**
 * Holds a checkout of this cart and, while it is open, the cart, until the transaction ends. One statement; two when the cart
 * changed while it was waited for.
 */
export async function lockToPay(
  tx: Transaction,
  { checkoutId, cartId }: { readonly checkoutId: string; readonly cartId: string },
  papers?: Papers,
): Promise<OpenCheckout> {
  // What stands in a branch is looked at, and locked, when the checkout is there.
  const { rows } = await sql<
    (KeptCheckout | { readonly id: null }) & { readonly open_cart: CartValue | null } & PapersRow
  >`
    with found as (
      select * from checkout_checkout where id = ${checkoutId} and cart_id = ${cartId} for update
    )
    select found.*, case when found.state = 'open' then ${cartValue(cartId, { lock: true })} end as open_cart${also(papers)}
    from (select) as always left join found on true`.execute(tx.tables());
  const { open_cart: value, papers: own, ...checkout } = rows[0]!;
  if (checkout.id === null) return {};
  if (!value) return { checkout };
  return { checkout, cart: isOutdated(value) ? await readCart(tx, cartId) : cartOf(value), ...read(own) };
}

/** Columns with what they are read as. */
export type CheckoutChange = Partial<KeptCheckout>;

/** @returns the checkout afterwards. */
export async function changeCheckout(
  tx: Transaction,
  checkout: KeptCheckout,
  change: CheckoutChange,
): Promise<KeptCheckout> {
  const columns: Updateable<CheckoutTables['checkout_checkout']> = Object.fromEntries(
    Object.entries(change).map(([name, value]) => [name, JSON_COLUMNS[name] ? JSON.stringify(value) : value]),
  );
  await tx.later(
    tx.tables<CheckoutTables>().updateTable('checkout_checkout').set(columns).where('id', '=', checkout.id),
  );
  return { ...checkout, ...change };
}

type Columns = CheckoutTables['checkout_checkout'];
type JsonColumn = {
  [Name in keyof Columns]: Columns[Name] extends ColumnType<unknown, string, string> ? Name : never;
}[keyof Columns];

const JSON_COLUMNS: Readonly<Record<string, true>> = {
  address: true,
  billing: true,
  delivery: true,
  apart: true,
  other_deliveries: true,
  tenders: true,
  unfinished: true,
  draft: true,
  paid_lines: true,
} satisfies Record<JsonColumn, true>;

export const ownerOf = (checkoutId: string) => `checkout:${checkoutId}`;
export const checkoutIdOf = (owner: string) => owner.slice('checkout:'.length);
