import type { Queryable } from '@vitrine/database';
import { actorOfCustomer } from '../accounts/sessions.ts';
import type { Customers } from '../customers/customers.ts';
import { ANYONE, type Market } from '../market.ts';
import type { LockedOrder } from '../orders/orders.ts';
import { buyerOf } from '../tax/buyer.rules.ts';
import type { TaxExemption } from '../tax/tax-exemption.rules.ts';

type Sold = Pick<LockedOrder, 'channel' | 'locale' | 'currency' | 'customerId' | 'customerGroup'>;

/** Where an order is sold, to whom: its customer as they are now. */
export async function marketOf(
  on: Queryable,
  customers: Pick<Customers, 'inTransaction'>,
  { channel, locale, currency, customerId, customerGroup }: Sold,
): Promise<Market> {
  const customer =
    customerId === undefined ? undefined : await customers.inTransaction.find(on, { id: customerId });
  const group = customer ? (actorOfCustomer(customer).group ?? ANYONE) : customerGroup;
  return { channel, locale, currency, customerGroup: group };
}

/** With the VAT number of an order, which is as good as it was then, and the papers its customer has now. */
export async function exemptionsOf(
  on: Queryable,
  customers: Pick<Customers, 'inTransaction'>,
  { customerId, vatId = '', reliefs }: Pick<LockedOrder, 'customerId' | 'vatId' | 'reliefs'>,
): Promise<readonly TaxExemption[]> {
  const papers =
    customerId === undefined ? undefined : await customers.inTransaction.taxPapers(on, customerId);
  const isProven = reliefs.some((each) => each.kind === 'reverse-charge' && each.vatId === vatId);
  return buyerOf({ vatId, isProven }, papers).exemptions;
}
