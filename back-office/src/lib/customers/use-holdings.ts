import type {
  CustomerNoteView,
  LoyaltyView,
  OrderSummaryView,
  StoreCreditView,
} from '@vitrine/commerce-engine/client';
import { useAnswer } from '../asking/use-answer.ts';
import { points } from '../loyalty/programme-words.ts';
import { useMarket, useMay } from '../shell/session.ts';
import { amount } from '../words/amount.ts';

/** What customers have besides what they are, each by what it is called. Undefined = not known (yet). */
export interface Holdings {
  readonly orders: number | undefined;
  /** There are more than were counted. */
  readonly hasMoreOrders: boolean;
  readonly notes: number | undefined;
  readonly credit: ReadonlyMap<string, number> | undefined;
  readonly points: ReadonlyMap<string, number> | undefined;
}

/** Most orders that are counted. */
const MOST = '100';

export function useHoldings(customerId: string): Holdings {
  const enabled = useMay()('orders.read');
  const orders = useAnswer<{ orders: readonly OrderSummaryView[]; next?: string }>(
    '/orders',
    { customerId, limit: MOST },
    { enabled },
  ).data;
  const credit = useAnswer<{ items: readonly StoreCreditView[] }>(
    `/customers/${customerId}/store-credit`,
    {},
    { enabled },
  ).data;
  const loyalty = useAnswer<{ items: readonly LoyaltyView[] }>(
    `/customers/${customerId}/loyalty`,
    useMarket(),
  ).data;
  const kept = useAnswer<{ notes: readonly CustomerNoteView[] }>(`/customers/${customerId}`).data;
  return {
    orders: orders?.orders.length,
    hasMoreOrders: orders?.next !== undefined,
    notes: kept?.notes.length,
    credit: credit && new Map(credit.items.map(({ balance }) => [balance.currency, balance.amount])),
    points: loyalty && new Map(loyalty.items.map((each) => [each.programme.name, each.points])),
  };
}

/** What two have together. */
export function together(one: Holdings, other: Holdings): Holdings {
  return {
    orders: sum(one.orders, other.orders),
    hasMoreOrders: one.hasMoreOrders || other.hasMoreOrders,
    notes: sum(one.notes, other.notes),
    credit: sums(one.credit, other.credit),
    points: sums(one.points, other.points),
  };
}

function sum(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one + other;
}

function sums(
  one: ReadonlyMap<string, number> | undefined,
  other: ReadonlyMap<string, number> | undefined,
): ReadonlyMap<string, number> | undefined {
  if (!one || !other) return undefined;
  const names = new Set([...one.keys(), ...other.keys()]);
  return new Map([...names].map((name) => [name, (one.get(name) ?? 0) + (other.get(name) ?? 0)]));
}

const UNKNOWN = '…';

export function countWords(count: number | undefined, hasMore = false): string {
  if (count === undefined) return UNKNOWN;
  return hasMore ? `more than ${count}` : String(count);
}

export function creditWords(credit: Holdings['credit']): string {
  if (!credit) return UNKNOWN;
  return [...credit].map(([currency, cents]) => amount({ amount: cents, currency })).join(', ') || '–';
}

export function pointsWords(held: Holdings['points']): string {
  if (!held) return UNKNOWN;
  return [...held].map(([programme, count]) => `${programme}: ${points(count)}`).join(', ') || '–';
}
