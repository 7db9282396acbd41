import type { CheckoutPatch, CheckoutView } from '@vitrine/commerce-engine/client';
import { fieldIn, type PostedForm } from '../posted-form.ts';

/**
 * Where the form gives no address that can be used and chooses another country than the checkout knows, the address it keeps, and
 * the way of delivery chosen for it, are not what the shopper wants any more: they are taken away. Goods that are picked up go
 * nowhere.
 */
export function withoutOldPlace(
  patch: CheckoutPatch,
  fields: PostedForm,
  { country, delivery, options }: CheckoutView,
): CheckoutPatch {
  const chosen = fieldIn(fields, 'address.country');
  if (patch.address || !chosen || chosen === country) return patch;
  const wanted = patch.delivery === undefined ? delivery : patch.delivery;
  const way = options.find(({ methodId }) => methodId === wanted?.methodId);
  return { ...patch, address: null, ...(way?.kind === 'ship' && { delivery: null }) };
}
