import type { StoreCreditMovementView, StoreCreditView } from '@vitrine/commerce-engine/client';
import { definePrivateAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { accountSource } from '../sources.action.ts';

/** What somebody has of one currency, with what came to it and went off it last. */
export interface StoreCreditAnswer extends StoreCreditView {
  readonly movements: readonly StoreCreditMovementView[];
}

/** Store credit of whoever is signed in, by currency; nothing for nobody. */
export const getMyStoreCredit = definePrivateAction({
  id: 'account.store-credit',
  source: accountSource,
  input: z.object({}),
  output: type<readonly StoreCreditAnswer[]>(),
});
