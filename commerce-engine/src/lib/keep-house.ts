import type { Database } from '@vitrine/database';
import type { Accounts } from './accounts/accounts.ts';
import type { Carts } from './cart/cart.ts';
import type { Checkouts } from './checkout/checkout.ts';
import { forgetAnswers } from './idempotency/claim.ts';
import type { Identity } from './identity/identity.ts';
import type { Invoices } from './invoices/invoices.ts';
import type { Loyalty } from './loyalty/loyalty.ts';
import type { Orders } from './orders/orders.ts';
import type { Recommendations } from './recommendations/recommendations.ts';
import type { StoreCredit } from './store-credit/store-credit.ts';

/** How much of each was deleted. */
export interface KeptHouse {
  readonly carts: number;
  readonly checkouts: number;
  /** Cancelled, for nobody has paid them. */
  readonly orders: number;
  /** Lots of store credit and points whose time was over. */
  readonly ranOut: number;
  readonly sessions: number;
  readonly answers: number;
  readonly events: number;
  /** Orders of erased customers that bookkeeping does not need any more. */
  readonly erasedOrders: number;
}

const DAY = 24 * 60 * 60 * 1000;

/** Nobody repeats a request after a month; a run that was cut off is taken up within hours. */
const ANSWER_DAYS = 30;

/** Cancels orders nobody pays; deletes abandoned carts and checkouts, ended sessions, answers kept for repeated requests, and events everyone has seen. */
export async function keepHouse({
  database,
  clock,
  cart,
  checkout,
  identity,
  accounts,
  orders,
  invoices,
  storeCredit,
  loyalty,
  recommendations,
  retentionYears,
}: {
  readonly database: Database;
  readonly clock: () => Date;
  readonly cart: Pick<Carts, 'expireCarts'>;
  readonly checkout: Pick<Checkouts, 'forgetAbandoned'>;
  readonly identity: Pick<Identity, 'forgetEnded'>;
  readonly accounts: Pick<Accounts, 'forgetEnded'>;
  readonly orders: Pick<Orders, 'cancelUnpaid' | 'inTransaction'>;
  readonly invoices: Pick<Invoices, 'forgetBuyers'>;
  readonly storeCredit: Pick<StoreCredit, 'runOut'>;
  readonly loyalty: Pick<Loyalty, 'resume' | 'runOut'>;
  readonly recommendations: Pick<Recommendations, 'refresh'>;
  readonly retentionYears: number;
}): Promise<KeptHouse> {
  const answers = await forgetAnswers(database, new Date(clock().getTime() - ANSWER_DAYS * DAY));
  const { expired } = await cart.expireCarts({
    actor: { kind: 'system', reason: 'housekeeping' },
    idempotencyKey: `keep-house-${crypto.randomUUID()}`,
  });
  const checkouts = await checkout.forgetAbandoned();
  const unpaid = await orders.cancelUnpaid();
  await loyalty.resume();
  const ranOut = (await storeCredit.runOut()) + (await loyalty.runOut());
  await recommendations.refresh();
  const sessions = (await identity.forgetEnded()) + (await accounts.forgetEnded());
  const retained = new Date(clock());
  retained.setUTCFullYear(retained.getUTCFullYear() - retentionYears);
  const erasedOrders = await orders.inTransaction.customers.eraseRest(database, retained);
  await invoices.forgetBuyers(retained);
  const { events } = await database.keepHouse();
  return { carts: expired, checkouts, orders: unpaid, ranOut, sessions, answers, events, erasedOrders };
}
