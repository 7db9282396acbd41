import type { LookedUpOrder } from '@vitrine/commerce-engine/client';
import { defineMutation, definePrivateAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { cartSource } from '../sources.action.ts';

const field = z.string().trim().max(300).default('');

/**
 * Asks for an order by its number and email. Posted, so that neither stands in an address or a log; the page it comes back to
 * shows what `getOrderLookedUp` finds.
 */
export const lookUpOrder = defineMutation({
  id: 'order.look-up',
  input: z.object({ number: field, email: field }),
  output: type<{ readonly kind: 'asked' }>(),
  form: (_, { from }) => ({ location: from, again: { fields: ['number', 'email'], problems: {} } }),
});

/** What the form asked for, and what was found. `number` is absent when nothing was asked. */
export interface LookedUp {
  readonly number?: string;
  readonly email?: string;
  readonly order?: LookedUpOrder['order'];
  /** Its parcels and pickups; there when the order is. */
  readonly shipments?: LookedUpOrder['shipments'];
}

/** The order that the form before this page asked for. */
export const getOrderLookedUp = definePrivateAction({
  id: 'order.looked-up',
  source: cartSource,
  input: z.object({}),
  output: type<LookedUp>(),
});
