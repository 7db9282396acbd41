import type { LineByHand } from './by-hand.rules.ts';
import type { Recipient } from './recipient.ts';

/** A line as it is kept. */
export interface CartLine {
  readonly id: string;
  readonly variantId: string;
  readonly productId: string;
  readonly quantity: number;
  readonly seenAmount: number;
  readonly seenName: string;
  /** For whom it is, where it is a gift card for somebody else. */
  readonly recipient?: Recipient | undefined;
  /** What staff gave for it. */
  readonly byHand?: LineByHand | undefined;
  /** The promotion that gives it: it is not kept, comes with what earns it and goes with it. */
  readonly giftOf?: string;
}
