import { type GivenLine, heldByHand, heldDiscount, isWithin, keptFor } from './by-hand.rules.ts';
import type { CartNotice } from './cart.views.ts';
import type { CartLine } from './cart-line.ts';
import type { KeptCart } from './cart-state.ts';
import { type LineFacts, linePriceOf, unitPriceOf } from './line-facts.ts';

/** Staff who change goods: how much may be given by hand afterwards, in basis points. */
export interface StaffHand {
  readonly limit: number;
}

/** Another quantity may have another price, which the shopper made happen: nothing to tell them. */
export function withQuantity(
  line: CartLine,
  quantity: number,
  { fact, byStaff }: { readonly fact: LineFacts; readonly byStaff?: StaffHand | undefined },
): CartLine {
  const given = line.byHand;
  if (!given) return priced({ ...line, quantity }, fact);
  const priceOf = (pieces: number) => unitPriceOf(fact, pieces).price.amount;
  const isSamePrice = priceOf(quantity) === priceOf(given.pieces);
  const byHand = byStaff ? { ...given, pieces: quantity } : keptFor(given, quantity, { isSamePrice });
  return priced({ ...line, quantity, byHand }, fact);
}

interface ChangedGoods {
  readonly before: readonly CartLine[];
  readonly after: readonly CartLine[];
  readonly facts: ReadonlyMap<string, LineFacts>;
  readonly byStaff?: StaffHand | undefined;
}

/** What is left of what staff gave once goods were changed, and what is told of what ended: SPEC rules CART-37 and CART-38. */
export function byHandAfter(
  { byHand }: Pick<KeptCart, 'byHand'>,
  goods: ChangedGoods,
): {
  readonly lines: readonly CartLine[];
  readonly byHand: KeptCart['byHand'];
  readonly ended: readonly CartNotice[];
} {
  const { before, after, facts, byStaff } = goods;
  if (!byHand && [...before, ...after].every((line) => !line.byHand))
    return { lines: after, byHand, ended: [] };
  const isChanged = (line: CartLine) => quantityIn(before, line) !== line.quantity;
  const within = byStaff && withinLimit({ lines: after, byHand }, { facts, limit: byStaff.limit });
  const lines = after.map((line, at) =>
    line.byHand && isChanged(line) && within && !within.lines[at]
      ? priced({ ...line, byHand: undefined }, facts.get(line.variantId)!)
      : line,
  );
  const changed = lines.find(isChanged) ?? before.find((line) => quantityIn(after, line) === 0);
  const isKept =
    !changed || (byStaff && withinLimit({ lines, byHand }, { facts, limit: byStaff.limit }).whole);
  const ended = lines.filter((line) => {
    const was = before.find(({ id }) => id === line.id)?.byHand;
    return (was?.price && !line.byHand?.price) || (was?.discount && !line.byHand?.discount);
  });
  const told = byHand && !isKept && changed && !ended.includes(changed) ? [...ended, changed] : ended;
  return {
    lines,
    byHand: isKept ? byHand : undefined,
    ended: told.map(({ seenName: name }) => ({ kind: 'by-hand-ended', name })),
  };
}

/** Whether what is given by hand is within a limit, line by line and for the whole. */
export function withinLimit(
  { lines, byHand }: { readonly lines: readonly CartLine[]; readonly byHand: KeptCart['byHand'] },
  { facts, limit }: { readonly facts: ReadonlyMap<string, LineFacts>; readonly limit: number },
) {
  const currency = facts.values().next().value?.price.currency ?? '';
  return isWithin(
    lines.map((line) => givenLine(line, facts.get(line.variantId)!)),
    heldDiscount(byHand, currency),
    limit,
  );
}

function givenLine(line: CartLine, fact: LineFacts): GivenLine {
  const { quantity } = line;
  const listed = unitPriceOf(fact, quantity).price;
  const held = heldByHand(line.byHand, { currency: listed.currency, allows: fact.allows });
  return {
    quantity,
    listed: listed.amount,
    price: linePriceOf(line, fact).price.amount,
    discount: held?.discount?.discount,
    isFixed: fact.allows !== 'everything',
  };
}

function priced(line: CartLine, fact: LineFacts): CartLine {
  return { ...line, seenAmount: linePriceOf(line, fact).price.amount };
}

function quantityIn(lines: readonly CartLine[], { id }: CartLine): number {
  return lines.find((line) => line.id === id)?.quantity ?? 0;
}
