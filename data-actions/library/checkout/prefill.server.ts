import type {
  CheckoutPatch,
  CheckoutView,
  CommerceClient,
  CustomerView,
} from '@vitrine/commerce-engine/client';
import type { PrivateContext } from '@vitrine/data-actions';
import { marketOf, type Shopper } from '../account/shopper-of.server.ts';

/**
 * A checkout in which nothing was filled in yet begins with what its customer has told before: contact, default addresses and the
 * first way to ship there, so that a total can be seen. What they changed afterwards is never filled in again.
 */
export async function prefilled(
  { checkout: checkouts }: Pick<CommerceClient, 'checkout'>,
  context: PrivateContext,
  found: { readonly checkout: CheckoutView; readonly shopper: Shopper; readonly customer: CustomerView },
): Promise<CheckoutView> {
  const { checkout, shopper, customer } = found;
  const { contact, address, billing, unfinished, cartId } = checkout;
  const isBegun = contact?.email || contact?.name || contact?.phone || address || billing || unfinished;
  if (checkout.state !== 'open' || isBegun) return checkout;
  const update = async (patch: CheckoutPatch) => {
    const command = { actor: shopper, idempotencyKey: crypto.randomUUID() };
    const outcome = await checkouts.update(command, marketOf(context), { cartId, patch });
    return 'checkout' in outcome ? outcome.checkout : checkout;
  };
  const filled = await update(knownOf(shopper, customer));
  const { delivery, options } = filled;
  const way = filled.address && !delivery ? options.find(({ kind }) => kind === 'ship') : undefined;
  return way ? update({ delivery: { methodId: way.methodId } }) : filled;
}

function knownOf({ email }: Shopper, { name, phone, addresses }: CustomerView): CheckoutPatch {
  const shipping = addresses.find(({ isShipping }) => isShipping);
  const billing = addresses.find(({ isBilling }) => isBilling);
  return {
    contact: { email, ...(name && { name }), ...(phone && { phone }) },
    ...(shipping && { address: shipping.address }),
    ...(billing && billing.id !== shipping?.id && { billing: billing.address }),
  };
}
