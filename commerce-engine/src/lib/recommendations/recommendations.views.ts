export const LIST_KINDS = ['new', 'best-selling', 'trending', 'bought-together', 'also-like'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** One product’s place in a list, as people who look after it see it. */
export interface RecommendationView {
  readonly productId: string;
  /** `computed`: the job put it there. */
  readonly by: 'pin' | 'hide' | 'computed';
  /** What the job made of it; absent = it would not be there. */
  readonly score?: number;
}

/** What came of arranging a list, and how it stands. `changed-meanwhile`: it is not what was seen any more, and was left alone. */
export interface ListArrangementOutcome {
  readonly kind: 'arranged' | 'changed-meanwhile';
  readonly items: readonly RecommendationView[];
}
