import {
  getMyOrder,
  getMyOrders,
  getOrderProgress,
  getProfile,
  getReturnForm,
} from '@vitrine/data-actions/library';
import { defineHole, timeZone } from '@vitrine/modules';
import { z } from 'zod';
import { orderMessages } from '../order-messages.ts';
import { orderPartQuery, orderProgressFields } from '../order-progress.ts';
import { orderProgressMessages } from '../order-progress-messages.ts';
import { orderStateMessages } from '../order-state.ts';

/** All orders, page by page, and one of them whole. */
export const accountOrders = defineHole({
  id: 'account-orders',
  title: 'Account: orders',
  kind: 'block',
  isPartOfOne: true,
  version: 1,
  config: {
    timeZone: timeZone({ label: 'Time zone of the stores' }),
    ...orderProgressFields,
  },
  query: z.object({
    /** The order that is looked at. */
    order: z.string().max(100).optional(),
    show: orderPartQuery,
    /** Where a further page of the list begins. */
    after: z.string().max(100).optional(),
  }),
  critical: true,
  data: ({ need, many, query: { order, after, show } }) => ({
    profile: need(getProfile, {}),
    pages: many(getMyOrders, order ? [] : [{ limit: 10, after }]),
    found: many(getMyOrder, order ? [{ id: order }] : []),
    progress: many(getOrderProgress, order ? [{ id: order }] : []),
    forms: many(getReturnForm, order && show ? [{ id: order }] : []),
  }),
  messages: {
    en: {
      ...orderMessages.en,
      ...orderStateMessages.en,
      ...orderProgressMessages.en,
      title: 'Orders',
      'none-yet':
        'You have not ordered anything with this account yet. Orders you placed as a guest appear here when you placed them with the email of your account.',
      look: 'Look around',
      older: 'Older orders',
      newest: 'Newest orders',
      all: 'All orders',
      unknown: 'This order is not in your account',
      'unknown-text': 'Perhaps a part of the address got lost.',
    },
    de: {
      ...orderMessages.de,
      ...orderStateMessages.de,
      ...orderProgressMessages.de,
      title: 'Bestellungen',
      'none-yet':
        'Mit diesem Konto haben Sie noch nichts bestellt. Was Sie als Gast mit der E-Mail Ihres Kontos bestellt haben, steht auch hier.',
      look: 'Umsehen',
      older: 'Ältere Bestellungen',
      newest: 'Neueste Bestellungen',
      all: 'Alle Bestellungen',
      unknown: 'Diese Bestellung ist nicht in Ihrem Konto',
      'unknown-text': 'Vielleicht fehlt ein Stück der Adresse.',
    },
  },
});
