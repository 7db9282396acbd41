import type { CheckoutView, CustomerAddressView, Region } from '@vitrine/commerce-engine/client';
import { definePrivateAction, type } from '@vitrine/data-actions';
import { z } from 'zod';
import type { Me } from '../account/get-me.action.ts';
import { cartSource } from '../sources.action.ts';
import type { FieldProblems } from './checkout-fields.ts';

/** A time at which goods can be picked up. ISO times. */
export interface PickupTime {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** A checkout with what its form shows. */
export interface CheckoutAnswer {
  readonly checkout: CheckoutView;
  /** At the store that was chosen. */
  readonly times: readonly PickupTime[];
  /** What was typed last, by field name; where it differs it is newer than what the checkout holds. */
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: FieldProblems;
  /** The first field with a problem. */
  readonly first?: string;
  /** Problems are those of a payment that was tried: the form sends `tried` along until there are none. */
  readonly hasTried?: boolean;
  /** Who is signed in; absent = a guest. */
  readonly me?: Me;
  /** Addresses of whoever is signed in, to choose from. */
  readonly addresses?: readonly CustomerAddressView[];
  /** States and provinces of countries whose addresses name one, by country. */
  readonly regions: Readonly<Record<string, readonly Region[]>>;
  /** Idempotency key of this form: however often it is sent, it is made once. */
  readonly key: string;
}

/** The shopper's checkout; `null` when there is nothing to check out. */
export const getCheckout = definePrivateAction({
  id: 'checkout.get',
  source: cartSource,
  input: z.object({}),
  output: type<CheckoutAnswer | null>(),
});
