/** What a person wants of a list. */
export interface ListChoice {
  readonly productId: string;
  readonly choice: 'pin' | 'hide';
  readonly place: number;
}

/** A list as it is shown: pinned products, then what was computed, without what is hidden. SPEC rule REC-11. */
export function arrangeList(computed: readonly string[], choices: readonly ListChoice[]): string[] {
  const hidden = new Set(choices.filter(({ choice }) => choice === 'hide').map(({ productId }) => productId));
  const pinned = choices
    .filter(({ choice }) => choice === 'pin')
    .toSorted((one, other) => one.place - other.place || (one.productId < other.productId ? -1 : 1))
    .map(({ productId }) => productId);
  return [...new Set([...pinned, ...computed])].filter((id) => !hidden.has(id));
}
