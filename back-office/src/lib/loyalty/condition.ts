import type { EarnBonus, Target } from '@vitrine/commerce-engine/client';

/** When a rule of earning takes part. */
export type Condition = Omit<EarnBonus, 'percent'>;

type Goods = Exclude<Target, { kind: 'everything' }>;

/** Goods that a condition names; none = all of them. */
export function targetsOf({ products = [], categories = [] }: Condition): Goods[] {
  return [
    ...categories.map((id) => ({ kind: 'category' as const, id })),
    ...products.map((id) => ({ kind: 'product' as const, id })),
  ];
}

/** The rule with other goods. */
export function withTargets<Rule extends Condition>(rule: Rule, targets: readonly Goods[]): Rule {
  const { products: _, categories: __, ...rest } = rule;
  const idsOf = (kind: Goods['kind']) =>
    targets.flatMap((target) => (target.kind === kind ? [target.id] : []));
  const products = idsOf('product');
  const categories = idsOf('category');
  return {
    ...(rest as Rule),
    ...(products.length > 0 && { products }),
    ...(categories.length > 0 && { categories }),
  };
}
