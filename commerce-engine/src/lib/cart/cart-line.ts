import type { LineByHand } from './by-hand.rules.ts';

/** A line as it is kept. */
export interface CartLine {
  readonly id: string;
  readonly variantId: string;
  readonly productId: string;
  readonly quantity: number;
  readonly seenAmount: number;
  readonly seenName: string;
  /** What staff gave for it. */
  readonly byHand?: LineByHand | undefined;
  /** The promotion that gives it: it is not kept, comes with what earns it and goes with it. */
  readonly giftOf?: string;
}
