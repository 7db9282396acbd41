/** How many there are; counting ends where nobody reads the figure any more. */
export interface Count {
  readonly count: number;
  /** There are more than that. */
  readonly more: boolean;
}
