/** Where and to whom the shop speaks: what every shopper-facing answer depends on. Nothing personal. */
export interface Market {
  /** Channel id, for example `online`. */
  readonly channel: string;
  /** BCP 47 tag, for example `en` or `de`. Texts fall back to the channel's first locale. */
  readonly locale: string;
  /** ISO 4217, one of the channel's currencies. */
  readonly currency: string;
  /** All groups of who buys, as {@link groupKey} writes them; `anyone` for guests. */
  readonly customerGroup: string;
}

/** Of those who are in no group. */
export const ANYONE = 'anyone';

/** Ids of groups as one word, the same for the same groups in whatever order: `anyone` or `club,trade`. */
export function groupKey(groups: Iterable<string>): string {
  return [...new Set(groups)].sort().join(',') || ANYONE;
}

/** Ids in such a word; `anyone` is the only one of those who are in none. */
export function groupsIn(customerGroup: string): readonly string[] {
  return customerGroup.split(',');
}
