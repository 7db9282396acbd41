import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PricedLine } from '../cart/priced-cart.rules.ts';
import { linesAsCart, piecesAsLines } from './pieces-as-lines.rules.ts';
import { type PaidLine, shareOfPieces } from './refund-share.rules.ts';

/** A line whose pieces have discounts of their own, taxed at one rate, with or without tax in its prices. */
const paidLine = fc
  .record({
    unitPrice: fc.integer({ min: 0, max: 9999 }),
    runs: fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 4 }), off: fc.nat(100) }), {
      minLength: 1,
      maxLength: 4,
    }),
    percent: fc.constantFrom(0, 7, 19),
    prices: fc.constantFrom('inclusive' as const, 'exclusive' as const),
    allowance: fc.nat(500),
  })
  .map(({ unitPrice, runs, percent, prices, allowance }) => {
    const units = runs.map(({ quantity, off }) => ({
      quantity,
      discount: Math.floor((unitPrice * off) / 100),
    }));
    const quantity = units.reduce((sum, unit) => sum + unit.quantity, 0);
    const total = units.reduce((sum, unit) => sum + unit.quantity * (unitPrice - unit.discount), 0);
    const net = prices === 'exclusive' ? total : Math.round((total * 100) / (100 + percent));
    const tax = prices === 'exclusive' ? Math.round((total * percent) / 100) : total - net;
    const line: PaidLine = {
      ...{ quantity, unitPrice, units, total, net, tax, gross: net + tax },
      taxes: percent === 0 ? [] : [{ rateId: 'vat', taxable: net, amount: tax }],
      allowance: Math.min(allowance, net + tax),
    };
    return { line: percent === 0 ? { ...line, net: net + tax, tax: 0 } : line, prices };
  });

let made = 0;
const newId = () => `line-${++made}`;
const sum = (lines: readonly PricedLine[], part: 'net' | 'tax' | 'gross' | 'quantity' | 'total') =>
  lines.reduce((all, each) => all + each[part], 0);

test('[REFUND-6] [ADD-12] pieces that come back and the same pieces as lines are worth the same, every tax of them', () => {
  fc.assert(
    fc.property(paidLine, fc.nat(16), fc.nat(16), ({ line, prices }, from, many) => {
      const before = from % line.quantity;
      const pieces = 1 + (many % (line.quantity - before));
      const share = shareOfPieces(line, { before, pieces });
      const lines = piecesAsLines(line, { before, pieces, prices, newId });
      expect(sum(lines, 'quantity')).toBe(pieces);
      expect([sum(lines, 'net'), sum(lines, 'tax'), sum(lines, 'gross')]).toEqual([
        share.net,
        share.tax,
        share.gross,
      ]);
      expect(sum(lines, 'total')).toBe(prices === 'inclusive' ? share.gross : share.net);
      const rates = [{ rateId: 'vat', name: 'VAT', rate: '19', taxable: 0, amount: 0 }];
      const cart = linesAsCart(lines, { currency: 'EUR', prices, rates });
      expect(cart).toMatchObject({ net: share.net, tax: share.tax, total: share.gross, discount: 0 });
      expect(cart.taxes.reduce((all, { amount }) => all + amount, 0)).toBe(share.tax);
    }),
  );
});

test('[REFUND-6] each of these lines holds what the database asks of a line, and is divided again without a rest', () => {
  fc.assert(
    fc.property(paidLine, ({ line, prices }) => {
      for (const made of piecesAsLines(line, { before: 0, pieces: line.quantity, prices, newId })) {
        expect(made.subtotal).toBe(made.quantity * made.unitPrice);
        expect(made.net + made.tax).toBe(made.gross);
        expect(Math.min(made.unitPrice, made.net, made.tax, made.gross)).toBeGreaterThanOrEqual(0);
        const again = piecesAsLines(
          { ...made, allowance: 0 },
          { before: 0, pieces: made.quantity, prices, newId },
        );
        expect(sum(again, 'gross')).toBe(made.gross);
      }
    }),
  );
});
