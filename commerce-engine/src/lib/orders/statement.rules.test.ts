import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney } from '../money/format-money.rules.ts';
import { money } from '../money/money.rules.ts';
import { planAllowance } from './allowance.rules.ts';
import { type DividedOrder, givenBackDetail, sharesOfDeliveries, sharesOfLines } from './give-back.rules.ts';
import { sumShares } from './refund-share.rules.ts';
import { type MoneyEntry, statementOf } from './statement.rules.ts';

const prices = fc.constantFrom('inclusive', 'exclusive');
const currencies = fc.constantFrom('EUR', 'JPY', 'KWD');

const charge = (total: number, { rate, shown }: { rate: number; shown: 'inclusive' | 'exclusive' }) => {
  const tax =
    shown === 'inclusive'
      ? Math.floor((total * rate) / (10_000 + rate))
      : Math.round((total * rate) / 10_000);
  const net = shown === 'inclusive' ? total - tax : total;
  return { net, tax, gross: net + tax, taxes: [{ rateId: `r${rate}`, taxable: net, amount: tax }] };
};

const orders: fc.Arbitrary<DividedOrder> = fc
  .record({
    shown: prices,
    goods: fc.array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 5 }),
        unitPrice: fc.integer({ min: 0, max: 20_000 }),
        discount: fc.double({ min: 0, max: 1, noNaN: true }),
        rate: fc.constantFrom(0, 700, 1900, 825),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    delivery: fc.integer({ min: 0, max: 2000 }),
  })
  .map(({ shown, goods, delivery }) => ({
    lines: goods.map(({ quantity, unitPrice, discount, rate }, at) => {
      const off = Math.floor(unitPrice * discount);
      const total = quantity * (unitPrice - off);
      return {
        ...{
          id: `l${at}`,
          deliveryId: 'd',
          quantity,
          unitPrice,
          units: [{ quantity, discount: off }],
          total,
        },
        ...charge(total, { rate, shown }),
        ...{ allowance: 0, cancelled: 0, returned: 0 },
      };
    }),
    deliveries: [{ id: 'd', givenBack: 0, ...charge(delivery, { rate: 1900, shown }) }],
  }));

const happenings = fc.array(
  fc.record({
    kind: fc.constantFrom('cancelled', 'allowance', 'return-refunded'),
    line: fc.nat(2),
    quantity: fc.integer({ min: 1, max: 5 }),
    delivery: fc.constantFrom('none', 'all', 'proportional'),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { maxLength: 8 },
);

/** What happens to an order, as its rooms write it down. */
function live(order: DividedOrder, steps: typeof happenings extends fc.Arbitrary<infer T> ? T : never) {
  let now = order;
  let adjusted = 0;
  const entries: MoneyEntry[] = [];
  for (const { kind, line: at, quantity, delivery, part } of steps) {
    const line = now.lines[at % now.lines.length]!;
    if (kind === 'allowance') {
      const left = planAllowance(now, Number.MAX_SAFE_INTEGER, undefined);
      const amount = Math.floor((left.kind === 'too-much' ? left.most : 0) * part);
      const plan = planAllowance(now, amount, undefined);
      if (plan.kind !== 'planned') continue;
      const { lines, deliveries } = plan.allowance;
      const of = (id: string) =>
        [
          ...lines.filter(({ lineId }) => lineId === id),
          ...deliveries.filter(({ deliveryId }) => deliveryId === id),
        ].reduce((sum, { share }) => sum + share.gross, 0);
      now = {
        lines: now.lines.map((each) => ({ ...each, allowance: each.allowance + of(each.id) })),
        deliveries: now.deliveries.map((each) => ({ ...each, givenBack: each.givenBack + of(each.id) })),
      };
      entries.push({ kind, detail: { ...givenBackDetail(lines, deliveries) } });
      adjusted += amount;
      continue;
    }
    const open = line.quantity - line.cancelled - line.returned;
    const pieces = [{ lineId: line.id, quantity: Math.min(quantity, open) }];
    if (open === 0) continue;
    const goods = sharesOfLines(now, pieces);
    const counted = kind === 'cancelled' ? 'cancelled' : 'returned';
    now = {
      ...now,
      lines: now.lines.map((each) =>
        each.id === line.id ? { ...each, [counted]: each[counted] + pieces[0]!.quantity } : each,
      ),
    };
    const charges = sharesOfDeliveries(now, pieces, delivery);
    now = {
      ...now,
      deliveries: now.deliveries.map((each) => ({
        ...each,
        givenBack: each.givenBack + sumShares(charges.map(({ share }) => share)).gross,
      })),
    };
    const detail = givenBackDetail(goods, charges);
    const fee =
      kind === 'cancelled' ? 0 : Math.floor(sumShares(goods.map(({ share }) => share)).gross * part);
    entries.push({ kind, detail: { ...detail, fee } });
    adjusted += detail.gross - fee;
  }
  return { adjusted, entries };
}

describe('the statement of an order', () => {
  it('[ORDER-18] adds up whatever was cancelled, returned, kept and given, and explains all of it', () => {
    fc.assert(
      fc.property(orders, happenings, currencies, (order, steps, currency) => {
        const whole = sumShares([...order.lines, ...order.deliveries]);
        const { adjusted, entries } = live(order, steps);
        const { rows, tax } = statementOf({ tax: whole.tax, adjusted }, entries);
        const sum = rows.reduce((total, { amount }) => total + amount, whole.gross);
        expect(sum).toBe(whole.gross - adjusted);
        expect(rows.map(({ kind }) => kind)).not.toContain('other');
        expect(new Set(rows.map(({ kind }) => kind)).size).toBe(rows.length);
        expect(rows.every(({ kind, amount }) => (kind === 'fee' ? amount > 0 : amount < 0))).toBe(true);
        expect(tax).toBeGreaterThanOrEqual(0);
        expect(tax).toBeLessThanOrEqual(whole.tax);
        // As it is read: what is written adds up as well, whatever the currency's smallest coin is.
        const written = rows.map(({ amount }) => formatMoney(money(amount, currency), 'en'));
        const digits = (text: string) => Number(text.replace(/[^\d]/g, '')) * (text.includes('-') ? -1 : 1);
        expect(written.reduce((total, text) => total + digits(text), 0)).toBe(-adjusted || 0);
      }),
    );
  });

  it('[ORDER-18] what no entry tells of is told as such', () => {
    expect(statementOf({ tax: 0, adjusted: 500 }, [{ kind: 'cancelled', detail: {} }]).rows).toEqual([
      { kind: 'other', amount: -500 },
    ]);
  });
});
