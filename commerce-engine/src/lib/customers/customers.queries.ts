import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import type { CustomersTables } from './customers.tables.ts';
import type { CustomerNoteView, CustomerSummaryView, CustomerView } from './customers.views.ts';
import { findCustomer, type KeptCustomer } from './keep-customer.ts';
import { readTaxPapers } from './tax-papers.ts';

/** A customer with everything they may see of themselves. Five statements. */
export async function viewCustomer(on: Queryable, id: string): Promise<CustomerView | undefined> {
  const row = await findCustomer(on, { id });
  if (!row) return undefined;
  const tables = on.tables<CustomersTables>();
  const addresses = await tables
    .selectFrom('customers_address')
    .select(['id', 'address'])
    .where('customer_id', '=', id)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  const consents = await tables
    .selectFrom('customers_consent')
    .distinctOn('purpose')
    .selectAll()
    .where('customer_id', '=', id)
    .orderBy('purpose')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const wishes = await tables
    .selectFrom('customers_wish')
    .select(['kind', 'thing_id'])
    .where('customer_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('thing_id')
    .execute();
  return {
    ...summaryOf(row),
    ...(row.phone !== null && { phone: row.phone }),
    locale: row.locale,
    addresses: addresses.map(({ id: addressId, address }) => ({
      id: addressId,
      address,
      isShipping: addressId === row.shipping_address_id,
      isBilling: addressId === row.billing_address_id,
    })),
    consents: consents.map(({ purpose, granted, at, source, text_version }) => ({
      purpose,
      granted,
      at: at.toISOString(),
      source,
      textVersion: text_version,
    })),
    wishes: wishes.map(({ kind, thing_id }) => ({ kind, id: thing_id })),
    ...(await readTaxPapers(on, id)),
  };
}

export interface CustomerListQuery {
  /** Words, each a part of the number, the email or the name. */
  readonly q?: string;
  readonly group?: string;
  /** At most 100. Default 50. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: string;
}

export interface CustomerPage {
  readonly customers: readonly CustomerSummaryView[];
  /** Where the next page begins; absent = this is the last. */
  readonly next?: string;
}

/** The words a customer is found by, as `customers-002-finding` has indexed them. */
const findable = sql<string>`lower(number || ' ' || coalesce(email, '') || ' ' || name)`;

/** Newest first; a page costs the same however many there are. One statement. */
export async function listCustomers(on: Queryable, query: CustomerListQuery): Promise<CustomerPage> {
  const limit = Math.min(100, Math.max(1, query.limit ?? 50));
  const words = (query.q ?? '').toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  const { group } = query;
  const from = query.after === undefined ? undefined : readCursor(query.after);
  let found = on
    .tables<CustomersTables>()
    .selectFrom('customers_customer')
    .selectAll()
    .where('state', '=', 'active');
  for (const word of words) found = found.where(findable, 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const rows = await found
    .$if(group !== undefined, (rest) => rest.where(sql<boolean>`${group} = any(groups)`))
    .$if(from !== undefined, (rest) =>
      rest.where(sql<boolean>`(created_at, id) < (${from!.at}::timestamptz, ${from!.id}::uuid)`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    customers: page.map(summaryOf),
    ...(rows.length > limit && last && { next: `${last.created_at.toISOString()}_${last.id}` }),
  };
}

/** The newest first. */
export async function readNotes(on: Queryable, customerId: string): Promise<CustomerNoteView[]> {
  const rows = await on
    .tables<CustomersTables>()
    .selectFrom('customers_note')
    .selectAll()
    .where('customer_id', '=', customerId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ id, at, author, author_name, body }) => ({
    id,
    at: at.toISOString(),
    author: author_name || author,
    text: body,
  }));
}

function summaryOf(row: KeptCustomer): CustomerSummaryView {
  return {
    id: row.id,
    number: row.number,
    ...(row.email !== null && { email: row.email }),
    emailConfirmed: row.email_confirmed_at !== null,
    name: row.name,
    groups: row.groups,
    createdAt: row.created_at.toISOString(),
  };
}

function readCursor(text: string): { at: string; id: string } | undefined {
  const [at = '', id = ''] = text.split('_');
  if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) return undefined;
  return { at, id };
}
