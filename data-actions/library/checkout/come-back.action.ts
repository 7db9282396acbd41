import { definePrivateAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import type { OrderAnswer } from '../order/order-answer.ts';
import { cartSource } from '../sources.action.ts';

/** An order that was placed, and the key that opens it from then on. */
export interface Placed {
  readonly kind: 'placed';
  readonly id: string;
  readonly key: string;
}

/** How a payment stands that the shopper comes back from; what opens the order when it went through. */
export const comeBack = definePrivateAction({
  id: 'checkout.come-back',
  source: cartSource,
  input: z.object({ checkout: z.string().max(200) }),
  output: type<Exclude<OrderAnswer, { kind: 'order' }> | Placed>(),
  settles: true,
});
