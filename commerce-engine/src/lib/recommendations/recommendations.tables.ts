export interface RecommendationsTables {
  /** What the job has found, the best first. */
  recommendations_entry: {
    kind: string;
    /** Empty = the shop; else a category or a product. */
    key: string;
    place: number;
    product_id: string;
    score: number;
  };
  /** What people want of a list. */
  recommendations_choice: {
    kind: string;
    key: string;
    product_id: string;
    choice: 'pin' | 'hide';
    /** Among those that are pinned. */
    place: number;
    chosen_by: string;
    chosen_at: Date;
  };
  /** When each kind was computed. */
  recommendations_run: { kind: string; computed_at: Date };
}
