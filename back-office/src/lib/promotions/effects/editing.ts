import type { PromotionEffect } from '@vitrine/commerce-engine/client';

export type Effect<Kind extends PromotionEffect['kind']> = Extract<PromotionEffect, { kind: Kind }>;

/** What fields of an effect get. */
export interface Editing<Kind extends PromotionEffect['kind']> {
  readonly effect: Effect<Kind>;
  /** Of its amounts. */
  readonly currency: string;
  readonly onChange: (effect: PromotionEffect) => void;
}
