import type { FulfilmentRefusal, OrderView } from '@vitrine/commerce-engine/client';
import type { Told } from '../asking/use-command.ts';
import { amount } from '../words/amount.ts';
import { pieces } from '../words/state.ts';

/** Why pieces cannot leave, in words. */
export function refusal(answer: FulfilmentRefusal, order: OrderView): Told {
  switch (answer.kind) {
    case 'no-order':
      return { refused: 'There is no such order any more.' };
    case 'too-many':
      return {
        refused: `Only ${pieces(answer.open)} are still open. Somebody may have been faster.`,
        at: `pieces.${answer.lineId}`,
      };
    case 'not-there': {
      const line = order.lines.find(({ variantId }) => variantId === answer.variantId);
      return {
        refused: `Only ${pieces(answer.there)} are kept for this order there.`,
        at: `pieces.${line?.id}`,
      };
    }
    case 'other-way':
      return { refused: 'Some of these reach their shopper in another way.' };
    case 'several-deliveries':
      return { refused: 'These go to different addresses. Send one parcel for each.' };
    case 'not-paid':
      return {
        refused: `${amount(answer.missing)} are neither paid nor promised. Wait for the money, or send on account.`,
        at: 'beforePaid',
      };
  }
}
