import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyPaymentEvent, type PaymentEvent, type PaymentFacts } from './payments.rules.ts';

const begun: PaymentFacts = { state: 'started', amount: 5000, captured: 0, refunded: 0, refundsTold: 0 };
const told = (...events: readonly PaymentEvent[]) =>
  events.reduce((payment, event) => {
    const change = applyPaymentEvent(payment, event);
    return change.kind === 'changed' ? change.payment : payment;
  }, begun);
const authorised: PaymentEvent = { kind: 'authorised', amount: 5000 };
const captured = (amount: number): PaymentEvent => ({ kind: 'captured', amount, reference: `c${amount}` });
const refunded = (amount: number): PaymentEvent => ({ kind: 'refunded', amount, reference: `r${amount}` });

describe('payments', () => {
  test('[PAY-1] a payment is begun, waits, is promised, taken and given back', () => {
    expect(told({ kind: 'action', url: 'https://bank.example' }).state).toBe('action');
    expect(told({ kind: 'action', url: 'https://bank.example' }, { kind: 'pending' }).state).toBe('pending');
    expect(told({ kind: 'pending' }, authorised).state).toBe('authorised');
    expect(told(authorised, captured(2000), captured(3000), refunded(5000))).toEqual({
      state: 'authorised',
      amount: 5000,
      captured: 5000,
      refunded: 5000,
      refundsTold: 5000,
    });
  });

  test('[PAY-2] a refund that is told before its capture counts with it, in whatever order', () => {
    expect(told(authorised, refunded(300))).toMatchObject({ captured: 0, refunded: 0 });
    const movements = [captured(2000), captured(1000), refunded(300), refunded(900)];
    const order = fc.shuffledSubarray(movements, { minLength: movements.length });
    fc.assert(
      fc.property(order, (events) => {
        expect(told(authorised, ...events)).toMatchObject({ captured: 3000, refunded: 1200 });
      }),
    );
  });

  test('[PAY-2] what comes late changes nothing that is settled', () => {
    expect(told(authorised, { kind: 'declined', code: 'declined' }).state).toBe('authorised');
    expect(told(authorised, { kind: 'pending' }).state).toBe('authorised');
    expect(told({ kind: 'pending' }, { kind: 'action', url: 'https://bank.example' }).state).toBe('pending');
    expect(told(authorised, captured(5000), { kind: 'cancelled' })).toMatchObject({ captured: 5000 });
    expect(applyPaymentEvent(told(authorised), authorised)).toEqual({ kind: 'ignored' });
  });

  test('[PAY-3] the provider knows best: what was given up may be promised after all', () => {
    expect(told({ kind: 'declined', code: 'unavailable' }, authorised).state).toBe('authorised');
    expect(told({ kind: 'cancelled' }, authorised).state).toBe('authorised');
    expect(told({ kind: 'cancelled' }, captured(5000))).toMatchObject({
      state: 'authorised',
      captured: 5000,
    });
  });

  test('[PAY-4] another sum than was asked for is wrong', () => {
    expect(applyPaymentEvent(begun, { kind: 'authorised', amount: 4999 }).kind).toBe('wrong');
    expect(applyPaymentEvent(told(authorised), captured(5001)).kind).toBe('wrong');
    expect(applyPaymentEvent(told(authorised, captured(10)), refunded(5001)).kind).toBe('wrong');
  });

  test('[PAY-5] whatever comes in whatever order: 0 ≤ refunded ≤ captured ≤ amount', () => {
    const amount = fc.integer({ min: -10, max: 6000 });
    const event: fc.Arbitrary<PaymentEvent> = fc.oneof(
      fc.constant<PaymentEvent>({ kind: 'pending' }),
      fc.constant<PaymentEvent>({ kind: 'cancelled' }),
      fc.constant<PaymentEvent>({ kind: 'declined', code: 'declined' }),
      amount.map((each): PaymentEvent => ({ kind: 'authorised', amount: each })),
      fc.constant(authorised),
      amount.map(captured),
      amount.map(refunded),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (events) => {
        const { captured, refunded, amount, state } = told(...events);
        expect(refunded).toBeGreaterThanOrEqual(0);
        expect(refunded).toBeLessThanOrEqual(captured);
        expect(captured).toBeLessThanOrEqual(amount);
        if (captured > 0) expect(state).toBe('authorised');
      }),
    );
  });
});
