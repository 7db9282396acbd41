import { CommerceError } from '../commerce-error.ts';
import type { LockedOrder } from '../orders/orders.ts';
import type { Payments } from '../payments/payments.ts';
import type { PaymentMethodView } from '../payments/payments.views.ts';
import type { ReceivedBy } from './additions.views.ts';

/** Where money goes that no provider tells of. */
const BY_HAND = 'manual';

type Sold = Pick<LockedOrder, 'channel' | 'locale' | 'currency'>;

/** How shoppers can pay goods that were offered to them: by whatever tells by itself that the money is there. */
export function waysFor(payments: Payments, sold: Sold): readonly PaymentMethodView[] {
  const { channel, locale, currency } = sold;
  return payments
    .methods({ channel, locale, currency, customerGroup: 'anyone' })
    .filter(({ provider }) => payments.provider(provider).capture !== 'by-staff');
}

/** @throws CommerceError `conflict` where no money is taken by hand. */
export function byHand(payments: Payments, { channel, locale, currency }: Sold, method: ReceivedBy) {
  const all = payments.methods({ channel, locale, currency, customerGroup: 'anyone' });
  if (all.some(({ provider }) => provider === BY_HAND)) return { provider: BY_HAND, method };
  throw new CommerceError('conflict', 'This shop takes no money by hand. Let its shopper pay.');
}

/** @throws CommerceError `bad_input` for a way to pay that is not offered. */
export function requireOffered(
  methods: readonly PaymentMethodView[],
  { provider, method }: { readonly provider: string; readonly method: string },
): void {
  if (methods.some((each) => each.provider === provider && each.method === method)) return;
  throw new CommerceError(
    'bad_input',
    `Goods that are added are not paid by "${method}" of "${provider}". Ways: ${methods.map((each) => `"${each.method}" of "${each.provider}"`).join(', ') || 'none'}.`,
  );
}
