import type { PricedCart, PricedLine, PricedTax } from '../cart/priced-cart.rules.ts';
import { type PaidLine, shareOfPieces, sumShares } from './refund-share.rules.ts';

/**
 * Pieces of a line as lines of their own, at what exactly they were paid: SPEC rule REFUND-6. One for each run of pieces that cost the
 * same; together they are the pieces' share, and no discount stands beside them.
 * @param before how many of the line were given back before them.
 */
export function piecesAsLines(
  line: PaidLine,
  {
    before,
    pieces,
    prices,
    newId,
  }: {
    readonly before: number;
    readonly pieces: number;
    readonly prices: PricedCart['prices'];
    readonly newId: () => string;
  },
): PricedLine[] {
  const shown = ({ net, gross }: { readonly net: number; readonly gross: number }) =>
    prices === 'inclusive' ? gross : net;
  const runs: { from: number; quantity: number; each: number }[] = [];
  for (let at = before; at < before + pieces; at += 1) {
    const each = shown(shareOfPieces(line, { before: at, pieces: 1 }));
    const last = runs.at(-1);
    if (last?.each === each) last.quantity += 1;
    else runs.push({ from: at, quantity: 1, each });
  }
  return runs.map(({ from, quantity, each }): PricedLine => {
    const { net, tax, gross, taxes } = shareOfPieces(line, { before: from, pieces: quantity });
    return {
      id: newId(),
      quantity,
      unitPrice: each,
      units: [{ quantity, discount: 0 }],
      subtotal: quantity * each,
      discount: 0,
      parts: [],
      total: quantity * each,
      net,
      tax,
      gross,
      taxes,
    };
  });
}

/**
 * Priced lines as goods of one order.
 * @param rates what the rates of their taxes are called; each must be among them.
 */
export function linesAsCart(
  lines: readonly PricedLine[],
  {
    currency,
    prices,
    rates,
    reliefs,
  }: Pick<PricedCart, 'currency' | 'prices'> & {
    readonly rates: readonly PricedTax[];
    readonly reliefs?: PricedCart['reliefs'] | undefined;
  },
): PricedCart {
  const { net, tax, gross, taxes } = sumShares(lines);
  const sum = (part: 'total' | 'discount') => lines.reduce((all, line) => all + line[part], 0);
  const waived = lines.reduce((all, line) => all + (line.waived ?? 0), 0);
  return {
    currency,
    prices,
    lines,
    deliveries: [],
    goods: sum('total'),
    delivery: 0,
    discount: sum('discount'),
    net,
    tax,
    ...(waived !== 0 && { waived }),
    ...(reliefs && { reliefs }),
    total: gross,
    taxes: taxes.map(({ rateId, taxable, amount }) => {
      const { name, rate } = rates.find((each) => each.rateId === rateId)!;
      return { rateId, name, rate, taxable, amount };
    }),
  };
}
