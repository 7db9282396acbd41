import { definePrivateAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { cartSource } from '../sources.action.ts';
import type { OrderAnswer } from './order-answer.ts';

/** An order, for whoever has its address. */
export const getOrder = definePrivateAction({
  id: 'order.get',
  source: cartSource,
  input: z.object({ id: z.string().max(200), key: z.string().max(200) }),
  output: type<OrderAnswer>(),
});
