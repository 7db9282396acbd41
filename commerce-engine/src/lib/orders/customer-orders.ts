import type { Queryable, Transaction } from '@vitrine/database';
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../identity/identity.views.ts';
import { isUuid } from '../is-uuid.ts';
import { listOrders, type OrderListQuery } from './list-orders.ts';
import type { WhichOrder } from './orders.queries.ts';
import type { OrderPage, OrderView } from './orders.views.ts';

type Customer = Actor & { kind: 'customer' };

/** What customers see of what they bought. */
export interface CustomerOrders {
  /** Their own orders, newest first. */
  ofCustomer(actor: Customer, query: Pick<OrderListQuery, 'limit' | 'after'>): Promise<OrderPage>;
  /** An order of their own. Undefined = there is no such order, or it is somebody else's. */
  openOwn(actor: Customer, orderId: string): Promise<OrderView | undefined>;
  /** Says who a confirmed address belongs to. Once, while the engine is put together. */
  setCustomers(customers: OrderCustomers): void;
}

/** Whose an order is that a guest places. */
export interface OrderCustomers {
  /** The customer who showed that the address is theirs, or null: one value of a statement. */
  idOfConfirmed(email: string): RawBuilder<string | null>;
}

/** Begins the address of an order whose customer was erased. No address is spelled like this. */
export const ERASED = 'erased ';

export function isErased({ contact }: OrderView): boolean {
  return contact.email.startsWith(ERASED);
}

export function createCustomerOrders(
  database: Queryable,
  view: (on: Queryable, which: WhichOrder) => Promise<OrderView | undefined>,
): {
  readonly door: CustomerOrders;
  /** Who showed that an address is theirs. */
  ownerOf(tx: Transaction, email: string): Promise<string | undefined>;
  /** The same as one value of a statement; null = nobody did. */
  ownerValue(email: string): RawBuilder<string | null>;
} {
  let customers: OrderCustomers | undefined;
  const ownerValue = (email: string) =>
    customers?.idOfConfirmed(email.toLowerCase()) ?? sql<string | null>`null`;
  return {
    door: {
      ofCustomer: (actor, { limit, after }) => listOrders(database, { customerId: actor.id, limit, after }),
      openOwn: async (actor, orderId) =>
        isUuid(orderId) ? view(database, { id: orderId, customerId: actor.id }) : undefined,
      setCustomers(told) {
        customers = told;
      },
    },
    ownerValue,
    async ownerOf(tx, email) {
      const { rows } = await sql<{ readonly owner: string | null }>`
        select ${ownerValue(email)} as owner`.execute(tx.tables());
      return rows[0]!.owner ?? undefined;
    },
  };
}
