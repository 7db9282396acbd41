/** In what quantities a variant is ordered. */
export interface OrderQuantities {
  /** The fewest pieces. Default one, or one `multiple`. */
  readonly min?: number;
  /** Only so many pieces together, for example the six of a carton. Default 1. */
  readonly multiple?: number;
  /** The most pieces. Default 99, or the fewest when those are more. */
  readonly max?: number;
}

/** Most pieces of one variant in a cart that has no rule of its own. */
export const MAX_LINE_QUANTITY = 99;
/** Most pieces that a rule may allow. */
export const MOST_ORDERED = 10_000;

/** The rule in full: the fewest and the most pieces that can be ordered, both of them multiples. */
export function quantitiesOf({ min = 1, multiple = 1, max }: OrderQuantities = {}): {
  readonly least: number;
  readonly multiple: number;
  readonly most: number;
} {
  const least = Math.max(1, Math.ceil(min / multiple)) * multiple;
  const most = Math.floor((max ?? Math.max(MAX_LINE_QUANTITY, least)) / multiple) * multiple;
  return { least, multiple, most };
}
