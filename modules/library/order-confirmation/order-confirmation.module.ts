import { comeBack, getMe, getOrder } from '@vitrine/data-actions/library';
import { defineHole, link, text } from '@vitrine/modules';
import { z } from 'zod';
import { orderConfirmationMessages } from './order-confirmation-messages.ts';

/** An order by its address; on the page after the bank, how the payment stands until there is one. */
export const orderConfirmation = defineHole({
  id: 'order-confirmation',
  title: 'Order',
  kind: 'section',
  version: 1,
  config: {
    checkout: link({ label: 'Checkout', default: { kind: 'page', path: '/checkout' } }),
    lookup: link({ label: 'Page to look up orders', default: { kind: 'page', path: '/order-lookup' } }),
    signUp: link({ label: 'Page to sign up', default: { kind: 'page', path: '/account/sign-up' } }),
    shop: link({ label: 'Way back to the shop', default: { kind: 'page', path: '/' } }),
    timeZone: text({
      label: 'Time zone of the stores',
      help: 'Such as Europe/Berlin.',
      localised: false,
      default: 'Europe/Berlin',
      maxLength: 60,
    }),
  },
  query: z.object({
    /** The order, and what opens it. */
    id: z.string().max(200).optional(),
    key: z.string().max(200).optional(),
    /** The checkout a shopper comes back from the bank with. */
    checkout: z.string().max(200).optional(),
  }),
  critical: true,
  data: ({ need, query: { id = '', key = '', checkout } }) => ({
    me: need(getMe, {}).optional(),
    found: checkout === undefined ? need(getOrder, { id, key }) : need(comeBack, { checkout }),
  }),
  messages: orderConfirmationMessages,
});
