import { allocateMoney } from '../money/allocate-money.rules.ts';
import { compare, type Fraction } from './fraction.rules.ts';

/** How a shipping charge is taxed: as a class of its own, or as the goods that are shipped. */
export type ShippingTax =
  | { readonly kind: 'class'; readonly class: string }
  /** `highest` = as the goods with the highest rate, `proportional` = in parts, by the amounts of the goods. */
  | { readonly kind: 'as-goods'; readonly by: 'highest' | 'proportional' };

/** Goods of one class that are shipped. */
export interface ShippedGoods {
  readonly taxClass: string;
  /** Minor units. */
  readonly amount: number;
}

/**
 * A shipping charge by tax class: SPEC rule TAX-17. The parts sum to the charge.
 * @param percentOf what is charged on goods of a class, all rates together.
 */
export function classesOfShipping(
  charge: { readonly amount: number; readonly currency: string },
  goods: readonly ShippedGoods[],
  rule: ShippingTax,
  percentOf: (taxClass: string) => Fraction,
): ShippedGoods[] {
  const classes = [...new Set(goods.map(({ taxClass }) => taxClass))].sort();
  if (rule.kind === 'class') return [{ taxClass: rule.class, amount: charge.amount }];
  const [first = 'standard', ...others] = classes;
  const highest = others.reduce(
    (best, each) => (compare(percentOf(each), percentOf(best)) > 0 ? each : best),
    first,
  );
  const amounts = classes.map((taxClass) =>
    Math.abs(goods.reduce((sum, each) => sum + (each.taxClass === taxClass ? each.amount : 0), 0)),
  );
  // What costs nothing gives no proportion.
  if (rule.by === 'highest' || amounts.every((amount) => amount === 0)) {
    return [{ taxClass: highest, amount: charge.amount }];
  }
  const parts = allocateMoney({ amount: charge.amount, currency: charge.currency }, amounts);
  return classes.map((taxClass, index) => ({ taxClass, amount: parts[index]!.amount }));
}
