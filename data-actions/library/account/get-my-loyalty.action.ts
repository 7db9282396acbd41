import type { LoyaltyView, PointsMovementView } from '@vitrine/commerce-engine/client';
import { definePrivateAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { accountSource } from '../sources.action.ts';

/** What somebody has in one programme, with what came and went last. */
export interface LoyaltyAnswer extends LoyaltyView {
  readonly movements: readonly PointsMovementView[];
  /** There are earlier ones. */
  readonly hasEarlier: boolean;
}

/** Points and tiers of whoever is signed in, by programme; nothing for nobody, and for who is no member yet. */
export const getMyLoyalty = definePrivateAction({
  id: 'account.loyalty',
  source: accountSource,
  input: z.object({}),
  output: type<readonly LoyaltyAnswer[]>(),
});
