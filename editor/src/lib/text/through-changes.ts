/** The changes of one Y.Text event. */
export type TextDelta = readonly {
  readonly retain?: number;
  readonly insert?: string;
  readonly delete?: number;
}[];

/** Where a place of a text is after changes by others. What they put right at it comes before it, or behind it with `stay`. */
export function throughChanges(changes: readonly TextDelta[], place: number, at: 'stay' | 'follow'): number {
  return changes.reduce((index, delta) => throughChange(delta, index, at), place);
}

function throughChange(delta: TextDelta, place: number, at: 'stay' | 'follow'): number {
  let index = 0;
  let moved = place;
  for (const { retain, insert, delete: removed } of delta) {
    if (index > moved) break;
    if (retain) index += retain;
    else if (insert) {
      if (index < moved || at === 'follow') moved += insert.length;
      index += insert.length;
    } else if (removed) moved -= Math.min(removed, Math.max(0, moved - index));
  }
  return moved;
}
