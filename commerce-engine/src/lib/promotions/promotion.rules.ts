import type { WeeklyHours } from './weekly-hours.rules.ts';

/** What is taken off one piece. */
export type PriceCut =
  /** Hundredths of a percent: 1,250 = 12.5 %. */
  | { readonly kind: 'percent'; readonly basisPoints: number }
  /** Minor units off. */
  | { readonly kind: 'amount'; readonly amount: number }
  /** What the piece costs then, minor units; never more than before. */
  | { readonly kind: 'price'; readonly amount: number };

export type Target =
  | { readonly kind: 'everything' }
  /** A category holds everything below it too. */
  | { readonly kind: 'category' | 'product' | 'variant'; readonly id: string };

/** Which lines. What is excluded is out, however it is included. */
export interface LineSelection {
  readonly include: readonly Target[];
  readonly exclude?: readonly Target[];
  /** Only lines sold in this unit; nothing is converted. Absent = any unit. */
  readonly unit?: string;
}

export interface DealGroup {
  readonly lines: LineSelection;
  /** Pieces one deal needs of this group. */
  readonly quantity: number;
  /** What the pieces of this group get, in a deal `per-group`. Absent = nothing. */
  readonly cut?: PriceCut;
}

export type GroupDeal =
  /** All pieces together cost this. */
  | { readonly kind: 'price'; readonly amount: number }
  /** This is taken off all pieces together. */
  | { readonly kind: 'amount'; readonly amount: number }
  | { readonly kind: 'percent'; readonly basisPoints: number }
  /** The cheapest pieces of a deal get the cut; 10,000 basis points = free. */
  | { readonly kind: 'cheapest'; readonly pieces: number; readonly cut: PriceCut }
  | { readonly kind: 'per-group' };

export type PromotionEffect =
  | { readonly kind: 'simple'; readonly lines: LineSelection; readonly cut: PriceCut }
  /** By the quantity of one line; lines never pool. */
  | {
      readonly kind: 'quantity';
      readonly lines: LineSelection;
      readonly levels: readonly { readonly from: number; readonly cut: PriceCut }[];
    }
  | {
      readonly kind: 'mix-and-match';
      readonly groups: readonly DealGroup[];
      readonly deal: GroupDeal;
      /** How often in one cart. Absent = as often as it goes. */
      readonly limit?: number;
    }
  | {
      readonly kind: 'buy-x-get-y';
      readonly buy: Omit<DealGroup, 'cut'>;
      readonly get: Omit<DealGroup, 'cut'> & { readonly cut: PriceCut };
      readonly limit?: number;
    }
  /** By what the lines cost together. */
  | { readonly kind: 'threshold'; readonly lines: LineSelection; readonly tiers: readonly ThresholdTier[] }
  /** Off the shipping charge, by what the lines cost together. */
  | {
      readonly kind: 'shipping';
      readonly lines: LineSelection;
      /** Shipping methods; empty = all. */
      readonly methods: readonly string[];
      readonly tiers: readonly PercentTier[];
    }
  /** For paying in a certain way. */
  | {
      readonly kind: 'tender';
      readonly lines: LineSelection;
      readonly tenders: readonly string[];
      readonly tiers: readonly PercentTier[];
    }
  | {
      readonly kind: 'gift';
      readonly lines: LineSelection;
      /** What the lines must cost together, minor units. */
      readonly fromAmount?: number;
      /** How many pieces there must be. Default 1. */
      readonly fromPieces?: number;
      readonly gift: { readonly variantId: string; readonly quantity: number };
    };

export interface ThresholdTier {
  /** Minor units, reached from here on. */
  readonly from: number;
  readonly cut: Exclude<PriceCut, { kind: 'price' }>;
}

export interface PercentTier {
  readonly from: number;
  readonly basisPoints: number;
}

/**
 * How a promotion goes together with others: `exclusive` alone, `best-price` the best one, `compound` with the other
 * compound ones, `always` after all others and on top of whatever was given.
 */
export type PromotionMode = 'exclusive' | 'best-price' | 'compound' | 'always';

/** A promotion that is enabled. */
export interface Promotion {
  readonly id: string;
  /** Higher is looked at first. */
  readonly priority: number;
  readonly mode: PromotionMode;
  /** Of its amounts; a promotion with a currency holds in that currency only. */
  readonly currency?: string;
  /** Absent = every channel. */
  readonly channels?: readonly string[];
  /** Absent = everyone. */
  readonly priceGroups?: { readonly match: 'any' | 'all'; readonly ids: readonly string[] };
  /** ISO times; `from` included, `to` not. */
  readonly from?: string;
  readonly to?: string;
  readonly hours?: WeeklyHours;
  /** Only for those who bring one of its codes. */
  readonly coupon: boolean;
  readonly effect: PromotionEffect;
}

/** How a shop's promotions work together. */
export interface PromotionSettings {
  /**
   * `within-priority`: each piece gets what its highest priority gives, thresholds afterwards. `across-priorities`: one
   * winner for each priority, and the winners compound.
   */
  readonly control: 'within-priority' | 'across-priorities';
  /** Whether a percentage is of what is left of the price or of the price before promotions. */
  readonly compoundOn: 'running' | 'original';
  /** An amount that cannot be shared equally by a line's pieces: one more for some, or the whole rest on one piece. */
  readonly splitIndivisible: boolean;
  /** Whether what the cheapest pieces of a deal get is spread over all of its pieces. */
  readonly leastExpensive: 'spread' | 'cheapest-only';
  /** What a manual discount on a line does to the promotions of that line. */
  readonly manual: 'replaces' | 'compounds';
  /** How much staff may give by hand who may not give as they like: basis points of the shop's own prices. */
  readonly handLimit: number;
  /** Steps the search for the best combination of deals may take; never wall clock. */
  readonly searchBudget: number;
}

export const DEFAULT_PROMOTION_SETTINGS: PromotionSettings = {
  control: 'within-priority',
  compoundOn: 'running',
  splitIndivisible: true,
  leastExpensive: 'spread',
  manual: 'replaces',
  handLimit: 1_000,
  searchBudget: 20_000,
};
