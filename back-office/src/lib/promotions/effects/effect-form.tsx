import type { PromotionEffect } from '@vitrine/commerce-engine/client';
import type { ComponentType } from 'react';
import { BuyGetFields } from './buy-get-fields.tsx';
import type { Editing } from './editing.ts';
import { GiftFields } from './gift-fields.tsx';
import { MixAndMatchFields } from './mix-and-match-fields.tsx';
import { QuantityFields } from './quantity-fields.tsx';
import { ShippingFields } from './shipping-fields.tsx';
import { SimpleFields } from './simple-fields.tsx';
import { TenderFields } from './tender-fields.tsx';
import { ThresholdFields } from './threshold-fields.tsx';

type Kind = PromotionEffect['kind'];

const fieldsOf: { readonly [Each in Kind]: ComponentType<Editing<Each>> } = {
  simple: SimpleFields,
  quantity: QuantityFields,
  'mix-and-match': MixAndMatchFields,
  'buy-x-get-y': BuyGetFields,
  threshold: ThresholdFields,
  shipping: ShippingFields,
  tender: TenderFields,
  gift: GiftFields,
};

/** What a promotion gives, as a sentence to fill in. */
export function EffectForm(props: Omit<Editing<Kind>, 'effect'> & { readonly effect: PromotionEffect }) {
  // An effect's kind names the fields that take it, which types cannot follow through a table.
  const Fields = fieldsOf[props.effect.kind] as ComponentType<typeof props>;
  return <Fields {...props} />;
}
