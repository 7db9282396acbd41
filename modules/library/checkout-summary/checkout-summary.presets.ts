import type { Preset } from '@vitrine/modules';
import { checkouts, reducedCart } from '../purchase.ts';

const changed = {
  ...checkouts.complete,
  checkout: {
    ...checkouts.complete.checkout,
    cart: { ...reducedCart, notices: [{ kind: 'price-changed', name: 'Tide mug' }] },
  },
};

export const presets: readonly Preset[] = [
  { name: 'Ready to pay', props: {}, data: { page: checkouts.complete } },
  { name: 'Delivery not chosen', isState: true, props: {}, data: { page: checkouts.begun } },
  { name: 'Reduced', isState: true, props: {}, data: { page: checkouts.reduced } },
  { name: 'Partly paid', isState: true, props: {}, data: { page: checkouts.partlyPaid } },
  { name: 'Paid by gift cards', isState: true, props: {}, data: { page: checkouts.withGiftCards } },
  { name: 'Reverse charge', isState: true, props: {}, data: { page: checkouts.reversed } },
  { name: 'VAT number not checked', isState: true, props: {}, data: { page: checkouts.unprovenVat } },
  { name: 'Sold out', isState: true, props: {}, data: { page: checkouts.soldOut } },
  { name: 'Price changed', isState: true, props: {}, data: { page: changed } },
  { name: 'At the bank', isState: true, props: {}, data: { page: checkouts.atTheBank } },
  { name: 'Pending', isState: true, props: {}, data: { page: checkouts.pending } },
  { name: 'Nothing to check out', isState: true, props: {}, data: { page: null } },
  { name: 'One on preorder', isState: true, props: {}, data: { page: checkouts.preordered } },
];
