import { getCheckout } from '@vitrine/data-actions/library';
import { defineHole } from '@vitrine/modules';
import { couponMessages } from '../coupon-messages.ts';

/** A field for codes, and the codes that were brought. */
export const checkoutCoupon = defineHole({
  id: 'checkout-coupon',
  title: 'Checkout: code',
  kind: 'block',
  isPartOfOne: true,
  version: 1,
  config: {},
  critical: true,
  data: ({ need }) => ({ page: need(getCheckout, {}) }),
  messages: {
    en: { ...couponMessages.en, title: 'Discount code' },
    de: { ...couponMessages.de, title: 'Rabattcode' },
  },
});
