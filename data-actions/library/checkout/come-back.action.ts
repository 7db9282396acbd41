import { definePrivateAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import type { OrderAnswer } from '../order/order-answer.ts';
import { cartSource } from '../sources.action.ts';

/** How a payment stands that the shopper comes back from; the order when it went through. */
export const comeBack = definePrivateAction({
  id: 'checkout.come-back',
  source: cartSource,
  input: z.object({ checkout: z.string().max(200) }),
  output: type<OrderAnswer>(),
  settles: true,
});
