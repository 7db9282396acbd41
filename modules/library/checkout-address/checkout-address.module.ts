import { getCheckout } from '@vitrine/data-actions/library';
import { defineHole, text } from '@vitrine/modules';
import { checkoutAddressMessages } from './checkout-address-messages.ts';

/** Where the goods go, and the invoice when that is somewhere else. */
export const checkoutAddress = defineHole({
  id: 'checkout-address',
  title: 'Checkout: address',
  kind: 'block',
  isPartOfOne: true,
  version: 1,
  config: {
    countries: text({
      label: 'Countries',
      help: 'ISO codes in the order they are offered. They should be those you deliver to.',
      localised: false,
      default: 'DE, AT',
      maxLength: 400,
    }),
  },
  critical: true,
  data: ({ need }) => ({ page: need(getCheckout, {}) }),
  messages: checkoutAddressMessages,
});
