import type { DiscountableLine } from './discountable-cart.rules.ts';
import type { PriceCut, Promotion } from './promotion.rules.ts';

// The best combination of deals found by trying all of them, piece by piece. Written without the search it judges, and
// only fit for a handful of pieces.

interface Piece {
  readonly lineId: string;
  readonly productId: string;
  readonly price: number;
}

/**
 * The most that promotions of one priority can take off, in the control model within priorities, on running prices, with
 * the cheapest pieces keeping their discount. Compound deals must give cuts to single pieces.
 */
export function bestTotal(promotions: readonly Promotion[], lines: readonly DiscountableLine[]): number {
  const pieces = lines
    .toSorted((a, b) => b.unitPrice - a.unitPrice || (a.id < b.id ? -1 : 1))
    .flatMap((line): Piece[] =>
      Array.from({ length: line.quantity }, () => ({
        lineId: line.id,
        productId: line.productId,
        price: line.unitPrice,
      })),
    );
  return bestOf(pieces, promotions, new Map());
}

function bestOf(
  pieces: readonly Piece[],
  promotions: readonly Promotion[],
  known: Map<string, number>,
): number {
  const [first, ...others] = pieces;
  if (!first) return 0;
  const key = pieces.map(({ lineId }) => lineId).join();
  if (known.has(key)) return known.get(key)!;
  let best = single(first, promotions) + bestOf(others, promotions, known);
  for (const promotion of promotions) {
    const size = sizeOf(promotion);
    if (size === 0 || size > pieces.length) continue;
    for (const rest of choose(others, size - 1)) {
      const value = dealValue([first, ...rest], promotion, promotions);
      if (value === undefined) continue;
      const left = others.filter((piece) => !rest.includes(piece));
      best = Math.max(best, value + bestOf(left, promotions, known));
    }
  }
  known.set(key, best);
  return best;
}

function groupsOf({ effect }: Promotion): { products: string[]; quantity: number; cut?: PriceCut }[] {
  const groups =
    effect.kind === 'mix-and-match'
      ? effect.groups
      : effect.kind === 'buy-x-get-y'
        ? [{ ...effect.buy, cut: undefined }, effect.get]
        : [];
  return groups.map(({ lines, quantity, cut }) => ({
    products: lines.include.map((target) => ('id' in target ? target.id : '*')),
    quantity,
    cut,
  }));
}

function sizeOf(promotion: Promotion): number {
  return groupsOf(promotion).reduce((sum, { quantity }) => sum + quantity, 0);
}

function dealValue(
  pieces: readonly Piece[],
  promotion: Promotion,
  promotions: readonly Promotion[],
): number | undefined {
  const values = assignments(pieces, promotion).flatMap((groups) => {
    const value = assignedValue(pieces, groups, promotion, promotions);
    return value === undefined ? [] : [value];
  });
  return values.length === 0 ? undefined : Math.max(...values);
}

/** Every way to give each piece a group that means it and has a place. */
function assignments(pieces: readonly Piece[], promotion: Promotion): number[][] {
  const groups = groupsOf(promotion);
  let ways: number[][] = [[]];
  for (const piece of pieces) {
    ways = ways.flatMap((way) =>
      groups.flatMap(({ quantity }, group) => {
        const isFull = way.filter((each) => each === group).length >= quantity;
        return isFull || !isMeant(piece, promotion, group) ? [] : [[...way, group]];
      }),
    );
  }
  return ways;
}

function isMeant(piece: Piece, promotion: Promotion, group: number): boolean {
  const { products } = groupsOf(promotion)[group]!;
  return products.includes('*') || products.includes(piece.productId);
}

function assignedValue(
  pieces: readonly Piece[],
  groups: readonly number[],
  promotion: Promotion,
  promotions: readonly Promotion[],
): number | undefined {
  const { effect } = promotion;
  const value = (piece: Piece, cut: PriceCut | undefined) => withCut(piece, cut, promotion, promotions);
  const sum = (each: readonly number[]) => each.reduce((total, one) => total + one, 0);
  if (effect.kind === 'buy-x-get-y') {
    // Pieces come in falling order of price: a bought one that could be got must not follow a got one that could be bought.
    const isShared = (index: number) => [0, 1].every((group) => isMeant(pieces[index]!, promotion, group));
    const isWrong = groups.some(
      (group, got) =>
        group === 1 &&
        isShared(got) &&
        groups.some((other, bought) => other === 0 && bought > got && isShared(bought)),
    );
    if (isWrong) return undefined;
    return sum(pieces.map((piece, index) => value(piece, groups[index] === 1 ? effect.get.cut : undefined)));
  }
  if (effect.kind !== 'mix-and-match') return undefined;
  const { deal } = effect;
  const whole = sum(pieces.map(({ price }) => price));
  if (deal.kind === 'price') return Math.max(0, whole - deal.amount);
  if (deal.kind === 'amount') return Math.min(whole, deal.amount);
  if (deal.kind === 'percent') return sum(pieces.map((piece) => value(piece, deal)));
  if (deal.kind === 'per-group') {
    return sum(pieces.map((piece, index) => value(piece, effect.groups[groups[index]!]!.cut)));
  }
  const paid = pieces.length - deal.pieces;
  return sum(pieces.map((piece, index) => value(piece, index >= paid ? deal.cut : undefined)));
}

/**
 * A piece in a deal: its cut, between the compound promotions on single pieces when the deal is compound. A deal with cuts
 * of several kinds comes where the last of them does.
 */
function withCut(
  piece: Piece,
  cut: PriceCut | undefined,
  promotion: Promotion,
  promotions: readonly Promotion[],
): number {
  const cuts = promotion.mode === 'compound' ? compoundCuts(piece, promotions) : [];
  if (!cut) return chained(piece.price, cuts);
  const kinds = groupsOf(promotion).flatMap((group) => group.cut?.kind ?? []);
  const isPerGroup = promotion.effect.kind === 'mix-and-match' && promotion.effect.deal.kind === 'per-group';
  const place = isPerGroup ? KINDS.findLast((kind) => kinds.includes(kind)) : cut.kind;
  return chained(piece.price, [...cuts, { id: promotion.id, cut, place }]);
}

function single(piece: Piece, promotions: readonly Promotion[]): number {
  const alone = promotions.flatMap(({ effect, mode }) =>
    effect.kind === 'simple' && mode === 'best-price'
      ? [chained(piece.price, [{ id: '', cut: effect.cut }])]
      : [],
  );
  return Math.max(0, ...alone, chained(piece.price, compoundCuts(piece, promotions)));
}

function compoundCuts(_: Piece, promotions: readonly Promotion[]): { id: string; cut: PriceCut }[] {
  return promotions.flatMap(({ id, effect, mode }) =>
    effect.kind === 'simple' && mode === 'compound' ? [{ id, cut: effect.cut }] : [],
  );
}

const KINDS: readonly PriceCut['kind'][] = ['price', 'amount', 'percent'];

function chained(
  price: number,
  cuts: readonly { id: string; cut: PriceCut; place?: PriceCut['kind'] }[],
): number {
  const placeOf = ({ cut, place = cut.kind }: (typeof cuts)[number]) => KINDS.indexOf(place);
  let left = price;
  for (const { cut } of cuts.toSorted((a, b) => placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1))) {
    if (cut.kind === 'price') left = Math.min(left, cut.amount);
    else if (cut.kind === 'amount') left = Math.max(0, left - cut.amount);
    else left -= Math.round((left * cut.basisPoints) / 10_000);
  }
  return price - left;
}

/** Every choice of that many pieces; pieces of one line are alike. */
function choose(pieces: readonly Piece[], count: number): Piece[][] {
  if (count === 0) return [[]];
  return pieces.flatMap((piece, index) =>
    piece.lineId === pieces[index - 1]?.lineId
      ? []
      : choose(pieces.slice(index + 1), count - 1).map((rest) => [piece, ...rest]),
  );
}
