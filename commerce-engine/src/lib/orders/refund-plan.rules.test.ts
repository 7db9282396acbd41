import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  leftToPay,
  planCaptures,
  planRefunds,
  type RefundChoice,
  type SettledPayment,
} from './refund-plan.rules.ts';

const card = (facts: Partial<SettledPayment> = {}): SettledPayment => ({
  id: 'card',
  method: 'card',
  state: 'authorised',
  amount: 1000,
  captured: 1000,
  refunded: 0,
  capturing: 0,
  stuck: 0,
  refunding: 0,
  cancelling: false,
  ...facts,
});

describe('money that goes back', () => {
  it('[OWED-1] goes over the payments in the order they were begun, never more than each has', () => {
    const payments = [card({ captured: 600, refunded: 100, refunding: 100 }), card({ id: 'second' })];
    expect(planRefunds(700, payments)).toEqual({
      steps: [
        { paymentId: 'card', kind: 'refund', amount: 400 },
        { paymentId: 'second', kind: 'refund', amount: 300 },
      ],
      barred: 0,
    });
  });

  it('[OWED-2] what is only promised is given up when nothing is owed any more', () => {
    const promised = card({ captured: 0 });
    expect(planRefunds(0, [promised]).steps).toEqual([{ paymentId: 'card', kind: 'cancel', amount: 1000 }]);
    expect(planRefunds(1, [promised]).steps).toEqual([]);
    expect(planRefunds(0, [card({ captured: 0, cancelling: true })]).steps).toEqual([]);
    expect(planRefunds(0, [card({ captured: 0, state: 'cancelled' })]).steps).toEqual([]);
  });

  it('[OWED-3] a capture under way is waited for; what it took too much goes back then', () => {
    expect(planRefunds(0, [card({ captured: 0, capturing: 1000 })]).steps).toEqual([]);
    expect(planRefunds(400, [card()]).steps).toMatchObject([{ kind: 'refund', amount: 600 }]);
    expect(planRefunds(400, [card({ refunding: 600 })]).steps).toEqual([]);
  });

  it('[OWED-4] later captures take only what is left', () => {
    const promised = card({ captured: 0 });
    expect(leftToPay(700, [promised])).toBe(700);
    expect(leftToPay(700, [card({ captured: 200, capturing: 300 })])).toBe(200);
    expect(leftToPay(0, [promised])).toBe(0);
  });

  it('[OWED-6] goods that leave take what is promised, as far as it is owed and not on its way', () => {
    const promised = card({ captured: 0 });
    const other = card({ id: 'transfer', method: 'bank-transfer', captured: 0 });
    const isCard = ({ method }: SettledPayment) => method === 'card';
    const take = (owed: number, ...payments: SettledPayment[]) => planCaptures(owed, payments, isCard);
    expect(take(700, promised)).toEqual({
      steps: [{ paymentId: 'card', kind: 'capture', amount: 700 }],
      missing: 0,
    });
    expect(take(700, card({ captured: 700 }))).toEqual({ steps: [], missing: 0 });
    expect(take(700, card({ captured: 0, capturing: 700 }))).toEqual({ steps: [], missing: 0 });
    expect(take(700, card({ captured: 0, capturing: 700, stuck: 700 }))).toMatchObject({ missing: 400 });
    expect(take(700, other)).toEqual({ steps: [], missing: 700 });
    expect(take(1500, promised, other)).toMatchObject({ steps: [{ amount: 1000 }], missing: 500 });
    expect(take(700, card({ captured: 0, state: 'declined' }))).toEqual({ steps: [], missing: 700 });
  });

  it('[OWED-5] a tender that takes nothing back is left alone, and what stays is told', () => {
    const payments = [card({ method: 'cash' }), card({ id: 'second', captured: 300 })];
    expect(planRefunds(0, payments, { policy: { cash: ['store-credit'] } })).toEqual({
      steps: [{ paymentId: 'second', kind: 'refund', amount: 300 }],
      barred: 1000,
    });
  });

  it('[OWED-5] money becomes store credit when the policy says so, or somebody asks and it does not forbid', () => {
    const payments = [card(), card({ id: 'gift', method: 'gift-card' })];
    const customerId = 'ada';
    const credit = { provider: 'store-credit', to: 'ada' };
    const waysOf = (choice: RefundChoice) => planRefunds(0, payments, choice).steps.map(({ via }) => via);
    expect(waysOf({ customerId, to: 'store-credit' })).toEqual([credit, undefined]);
    expect(waysOf({ customerId, policy: { card: ['store-credit'] } })).toEqual([credit, undefined]);
    expect(waysOf({ customerId, policy: { card: ['original', 'store-credit'] } })).toEqual([
      undefined,
      undefined,
    ]);
    expect(planRefunds(0, payments, { to: 'store-credit' }).barred).toBe(1000);
    const strict = { customerId, to: 'store-credit', policy: { card: ['original'] } } as const;
    expect(planRefunds(0, payments, strict).barred).toBe(1000);
  });

  it('[OWED-1] [OWED-3] asked again after it was done, there is nothing to do', () => {
    const money = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(money, money), { maxLength: 3 }), money, (pairs, owed) => {
        const payments = pairs.map(([captured, refunded], at) =>
          card({ id: `p${at}`, captured, refunded: Math.min(captured, refunded) }),
        );
        const { steps } = planRefunds(owed, payments);
        const after = payments.map((payment) => ({
          ...payment,
          refunding: steps
            .filter(({ paymentId, kind }) => paymentId === payment.id && kind === 'refund')
            .reduce((sum, { amount }) => sum + amount, 0),
          cancelling: steps.some(({ paymentId, kind }) => paymentId === payment.id && kind === 'cancel'),
        }));
        expect(planRefunds(owed, after)).toEqual({ steps: [], barred: 0 });
        expect(after.every((each) => each.refunded + each.refunding <= each.captured)).toBe(true);
      }),
    );
  });
});

describe('money that pays for other goods', () => {
  const gift = card({ id: 'gift', method: 'gift-card', amount: 300, captured: 300 });
  const credit = { provider: 'store-credit', to: 'ada' };

  it('[OWED-7] becomes credit up to what is asked; what must stay with its tender goes back there', () => {
    expect(planRefunds(0, [gift, card()], { credit: 600, customerId: 'ada' }).steps).toEqual([
      { paymentId: 'gift', kind: 'refund', amount: 300 },
      { paymentId: 'card', kind: 'refund', amount: 600, via: credit },
      { paymentId: 'card', kind: 'refund', amount: 400 },
    ]);
    expect(planRefunds(0, [card()], { credit: 600 }).steps).toEqual([
      { paymentId: 'card', kind: 'refund', amount: 1000 },
    ]);
    const onlyCredit = { card: ['store-credit'] };
    expect(planRefunds(0, [card()], { credit: 600, customerId: 'ada', policy: onlyCredit }).steps).toEqual([
      { paymentId: 'card', kind: 'refund', amount: 1000, via: credit },
    ]);
  });
});
