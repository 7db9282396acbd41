import { fieldIn, type PostedForm } from '../posted-form.ts';
import { firstField } from './checkout-place.ts';
import { missingFields } from './field-problems.server.ts';
import type { Filled } from './fill-in.server.ts';

type FilledIn = Pick<Extract<Filled, { kind: 'filled' }>, 'before' | 'checkout'>;

const DELIVERY = 'delivery.methodId';

/** Where whoever filled something in goes on: at what they pressed a button of, else at the next thing that needs them. */
export function nextField(filled: FilledIn, fields: PostedForm): string {
  if (fieldIn(fields, 'coupon') || fieldIn(fields, 'coupon.remove')) return 'coupon';
  if (fieldIn(fields, 'giftCard.code') || fieldIn(fields, 'giftCard.remove')) return 'giftCard.code';
  const missing = missingFields(filled.checkout, fields);
  return firstField(isDeliveryUnseen(filled) ? { ...missing, [DELIVERY]: 'missing' } : missing) ?? DELIVERY;
}

/** A way of delivery was chosen for the shopper, who has seen neither it nor its price. */
export function isDeliveryUnseen({ before, checkout }: FilledIn): boolean {
  return !before.deliveryTotal && checkout.deliveryTotal !== undefined;
}
