import type { OrderPage, OrderView } from '@vitrine/commerce-engine/client';
import { definePrivateAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { accountSource } from '../sources.action.ts';

/** Orders of whoever is signed in, the newest first; `null` = nobody is. */
export const getMyOrders = definePrivateAction({
  id: 'account.orders',
  source: accountSource,
  input: z.object({ after: z.string().max(100).optional(), limit: z.int().min(1).max(50).default(10) }),
  output: type<OrderPage | null>(),
});

/** One of them; `null` = there is no such order, or it is somebody else's. */
export const getMyOrder = definePrivateAction({
  id: 'account.order',
  source: accountSource,
  input: z.object({ id: z.string().max(100) }),
  output: type<OrderView | null>(),
});
