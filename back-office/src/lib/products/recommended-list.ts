import type { RecommendationView } from '@vitrine/commerce-engine/client';

/** Which products of a list come first, in their order, and which are never shown. */
export interface Arrangement {
  readonly pinned: readonly string[];
  readonly hidden: readonly string[];
}

export function arrangementOf(items: readonly RecommendationView[]): Arrangement {
  const idsBy = (by: RecommendationView['by']) =>
    items.filter((item) => item.by === by).map(({ productId }) => productId);
  return { pinned: idsBy('pin'), hidden: idsBy('hide') };
}

/** With one product pinned (last of them), hidden, or left to what was sold. */
export function chosen(list: Arrangement, productId: string, choice: RecommendationView['by']): Arrangement {
  const without = (ids: readonly string[]) => ids.filter((id) => id !== productId);
  return {
    pinned: [...without(list.pinned), ...(choice === 'pin' ? [productId] : [])],
    hidden: [...without(list.hidden), ...(choice === 'hide' ? [productId] : [])],
  };
}

/** With a pinned product one place further up (−1) or down (1). */
export function moved({ pinned, hidden }: Arrangement, productId: string, by: -1 | 1): Arrangement {
  const from = pinned.indexOf(productId);
  const to = from + by;
  if (from < 0 || to < 0 || to >= pinned.length) return { pinned, hidden };
  const next = pinned.toSpliced(from, 1).toSpliced(to, 0, productId);
  return { pinned: next, hidden };
}
