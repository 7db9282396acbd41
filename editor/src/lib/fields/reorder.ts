/** The list with the item at `from` standing at `to`; beyond either end is at that end. */
export function moveInList<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const target = Math.max(0, Math.min(to, list.length - 1));
  if (from === target || list[from] === undefined) return list;
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(target, 0, list[from]);
}

/** Where a key wants the item at `index` of `count`; `undefined` when the key does not move anything. */
export function keyboardTarget(key: string, index: number, count: number): number | undefined {
  const target = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: count - 1 }[key];
  if (target === undefined || target < 0 || target >= count || target === index) return undefined;
  return target;
}

/** Top and bottom of something on the screen. */
export interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** The gap of a list nearest to `y`: 0 = before the first, `spans.length` = behind the last. */
export function nearestGap(spans: readonly Span[], y: number): number {
  const below = spans.findIndex(({ top, bottom }) => y < (top + bottom) / 2);
  return below === -1 ? spans.length : below;
}

/** The index an item gets when it is put into a gap; the gaps beside it leave it where it is. */
export function indexForGap(from: number, gap: number): number {
  return gap > from ? gap - 1 : gap;
}
