import { comeBack, getMe, getOrder, getOrderProgress, getReturnForm } from '@vitrine/data-actions/library';
import { defineHole, link, timeZone } from '@vitrine/modules';
import { z } from 'zod';
import { orderPartQuery, orderProgressFields } from '../order-progress.ts';
import { addressOfOrder } from './address-of-order.ts';
import { orderConfirmationMessages } from './order-confirmation-messages.ts';

/** An order by its address; on the page after the bank, how the payment stands until there is one, which it leads to then. */
export const orderConfirmation = defineHole({
  id: 'order-confirmation',
  title: 'Order',
  kind: 'section',
  isPartOfOne: true,
  version: 1,
  config: {
    checkout: link({ label: 'Checkout', default: { kind: 'page', path: '/checkout' } }),
    order: link({
      label: 'Page of the order',
      help: 'Where the page after the bank leads when the order is placed.',
      default: { kind: 'page', path: '/order' },
    }),
    lookup: link({ label: 'Page to look up orders', default: { kind: 'page', path: '/order-lookup' } }),
    signUp: link({ label: 'Page to sign up', default: { kind: 'page', path: '/account/sign-up' } }),
    shop: link({ label: 'Way back to the shop', default: { kind: 'page', path: '/' } }),
    timeZone: timeZone({ label: 'Time zone of the stores' }),
    ...orderProgressFields,
  },
  query: z.object({
    /** The order, and what opens it. */
    id: z.string().max(200).optional(),
    key: z.string().max(200).optional(),
    show: orderPartQuery,
    /** The checkout a shopper comes back from the bank with. */
    checkout: z.string().max(200).optional(),
  }),
  critical: true,
  data: ({ need, many, query: { id = '', key = '', checkout, show } }) => ({
    me: need(getMe, {}).optional(),
    found: checkout === undefined ? need(getOrder, { id, key }) : need(comeBack, { checkout }),
    progress: many(getOrderProgress, id && key ? [{ id, key }] : []),
    forms: many(getReturnForm, show && id && key ? [{ id, key }] : []),
  }),
  // The address after the bank opens the order for this browser's cart alone; the order has one that can be kept.
  leadsTo: ({ config, data: { found }, href }) =>
    found.kind === 'placed' ? addressOfOrder(href(config.order), found) : undefined,
  messages: orderConfirmationMessages,
});
