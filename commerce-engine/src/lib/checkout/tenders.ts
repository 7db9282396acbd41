import type { Queryable, Transaction } from '@vitrine/database';
import { CommerceError } from '../commerce-error.ts';
import { GIFT_CARD } from '../gift-cards/gift-card-provider.ts';
import { POINTS, pointsToken } from '../loyalty/points-provider.ts';
import { type PointsPayment, payWithPoints } from '../loyalty/redeem-points.rules.ts';
import { money } from '../money/money.rules.ts';
import type { KeptPayment } from '../payments/payments.ts';
import { STORE_CREDIT } from '../store-credit/store-credit-provider.ts';
import type { CheckoutTendersView } from './checkout.views.ts';
import type { CheckoutDesk } from './checkout-desk.ts';
import type { PayInput } from './checkout-input.ts';

/** Tenders of the shop itself that a shopper chose. */
export interface ChosenTenders {
  readonly giftCardIds?: readonly string[];
  /** `true` = as much as there is; else at most so many minor units. */
  readonly storeCredit?: true | number;
  /** `true` = as many as can pay; else at most so many points. */
  readonly points?: true | number;
  /** How what these leave is to be paid. Absent = not chosen yet. */
  readonly payment?: ChosenPayment;
}

export interface ChosenPayment {
  readonly provider: string;
  readonly method: string;
}

/** What each tender pays, in the order in which they pay, and what is left. Minor units. */
export interface SplitTenders {
  readonly giftCards: readonly {
    readonly cardId: string;
    readonly last4: string;
    readonly balance: number;
    readonly amount: number;
    /** It was bought in the shop. */
    readonly isBought: boolean;
  }[];
  /** Absent = nobody is signed in, or there is none of this currency. */
  readonly storeCredit?: { readonly balance: number; readonly most: number; readonly amount: number };
  /** Absent = nobody is signed in, or they have none that pay here. */
  readonly points?: {
    readonly programmeId: string;
    readonly name: string;
    /** Points. */
    readonly balance: number;
    readonly most: PointsPayment;
    readonly chosen?: true | number;
    readonly pays: PointsPayment;
  };
  /** Of `rest`: gift cards are bought with money alone. */
  readonly moneyOnly: number;
  readonly rest: number;
}

/** Gift cards, then store credit, then points: SPEC rules CHECK-22 and CHECK-41. */
export async function splitTenders(
  on: Queryable,
  desk: CheckoutDesk,
  {
    total: whole,
    moneyOnly,
    chosen,
  }: {
    readonly total: number;
    /** What of it none of these may pay. */
    readonly moneyOnly: number;
    readonly chosen: ChosenTenders;
  },
): Promise<SplitTenders> {
  const { doors, market, now, customerId } = desk;
  const ids = [...new Set(chosen.giftCardIds ?? [])];
  const cards = await doors.giftCards.inTransaction.usable(on, ids, { currency: market.currency, at: now });
  const total = whole - moneyOnly;
  let rest = total;
  const giftCards = cards.map(({ id: cardId, last4, balance, isBought }) => {
    const amount = Math.min(rest, balance);
    rest -= amount;
    return { cardId, last4, balance, amount, isBought };
  });
  const { currency } = market;
  const balance =
    customerId === undefined ? 0 : await doors.storeCredit.inTransaction.usable(on, { customerId, currency });
  const most = Math.min(rest, balance);
  const wanted = chosen.storeCredit === true ? most : (chosen.storeCredit ?? 0);
  const amount = Math.min(most, wanted);
  rest -= amount;
  const points = await splitPoints(on, desk, { total, rest, chosen });
  return {
    giftCards,
    ...(balance > 0 && { storeCredit: { balance, most, amount } }),
    ...(points && { points }),
    moneyOnly,
    rest: moneyOnly + rest - (points?.pays.amount ?? 0),
  };
}

async function splitPoints(
  on: Queryable,
  { doors, market, customerId }: CheckoutDesk,
  { total, rest, chosen }: { readonly total: number; readonly rest: number; readonly chosen: ChosenTenders },
): Promise<SplitTenders['points']> {
  const payable =
    customerId === undefined ? undefined : await doors.loyalty.inTransaction.payable(on, market, customerId);
  if (!payable) return undefined;
  const { programmeId, name, points: balance, rule } = payable;
  const most = payWithPoints(rule, { held: balance, rest, total });
  const wanted = chosen.points === true ? balance : Math.min(balance, chosen.points ?? 0);
  const pays = payWithPoints(rule, { held: wanted, rest, total });
  return {
    ...{ programmeId, name, balance, most, pays },
    ...(chosen.points !== undefined && { chosen: chosen.points }),
  };
}

export function tendersView(
  { giftCards, storeCredit, points }: SplitTenders,
  currency: string,
): CheckoutTendersView {
  const cash = (amount: number) => money(amount, currency);
  return {
    giftCards: giftCards.map(({ cardId, last4, balance, amount }) => ({
      id: cardId,
      last4,
      balance: cash(balance),
      pays: cash(amount),
    })),
    ...(storeCredit && {
      storeCredit: {
        balance: cash(storeCredit.balance),
        most: cash(storeCredit.most),
        pays: cash(storeCredit.amount),
      },
    }),
    ...(points && {
      points: {
        programmeId: points.programmeId,
        name: points.name,
        balance: points.balance,
        most: { points: points.most.points, amount: cash(points.most.amount) },
        ...(points.chosen !== undefined && { chosen: points.chosen }),
        pays: { points: points.pays.points, amount: cash(points.pays.amount) },
      },
    }),
  };
}

/**
 * Writes down every payment that together pays the checkout; the shop's own tenders come first, so that nobody is asked at a
 * bank for money when a card has none.
 * @throws CommerceError `bad_input` when the way to pay the rest is not offered.
 */
export async function beginAll(
  tx: Transaction,
  { doors, market, customerId }: CheckoutDesk,
  { giftCards, storeCredit, points, rest }: SplitTenders,
  { input, owner, total }: { input: PayInput; owner: string; total: { readonly currency: string } },
): Promise<readonly KeptPayment[]> {
  const { begin } = doors.payments.inTransaction;
  const common = { owner, currency: total.currency, locale: market.locale };
  const own = [
    ...giftCards.map(({ cardId, amount }) => ({ method: GIFT_CARD, amount, token: cardId })),
    { method: STORE_CREDIT, amount: storeCredit?.amount ?? 0, token: customerId ?? '' },
    {
      method: POINTS,
      amount: points?.pays.amount ?? 0,
      token: points ? pointsToken(customerId ?? '', points.programmeId, points.pays.points) : '',
    },
  ].filter(({ amount }) => amount > 0);
  const payments: KeptPayment[] = [];
  for (const { method, amount, token } of own)
    payments.push(await begin(tx, { ...common, provider: method, method, amount, token }));
  if (rest === 0) return payments;
  const { provider = '', method = '', token, returnUrl } = input;
  const offered = doors.payments.methods(market);
  if (!offered.some((each) => each.provider === provider && each.method === method))
    throw new CommerceError(
      'bad_input',
      `This shop does not take payments by "${method}" of "${provider}". It takes: ${offered.map((each) => `"${each.method}" of "${each.provider}"`).join(', ')}.`,
    );
  payments.push(
    await begin(tx, {
      ...common,
      provider,
      method,
      amount: rest,
      ...(token !== undefined && { token }),
      ...(returnUrl !== undefined && { returnUrl }),
    }),
  );
  return payments;
}
