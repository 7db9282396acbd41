/** A line that was counted, with what the books said at that moment. */
export interface CountedLine {
  readonly counted: number;
  readonly expected: number;
}

/**
 * What approving books, whatever came or went since: those movements are in the books already. SPEC rule CNT-3.
 * @returns pieces that are there and not in the books, or (below zero) the other way round.
 */
export function differenceOf({ counted, expected }: CountedLine): number {
  return counted - expected;
}
