/** Where a key leads in a grid of so many tiles; `undefined` for keys that lead nowhere. */
export function tileAfterKey(
  key: string,
  grid: { readonly at: number; readonly count: number; readonly columns: number; readonly rows?: number },
): number | undefined {
  const { at, count, columns, rows = 4 } = grid;
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    PageUp: -columns * rows,
    PageDown: columns * rows,
    Home: -count,
    End: count,
  };
  const step = steps[key];
  if (step === undefined || count === 0) return undefined;
  const next = at + step;
  // Up from the first row and past the last tile of a column stay; a last row that is not full is still reached.
  if (key === 'ArrowUp' && next < 0) return at;
  if (key === 'ArrowDown' && next >= count)
    return Math.floor(at / columns) < Math.floor((count - 1) / columns) ? count - 1 : at;
  return Math.min(count - 1, Math.max(0, next));
}
