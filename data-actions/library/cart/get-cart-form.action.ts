import { definePrivateAction, type TypedForm, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { cartSource } from '../sources.action.ts';

/** A form of the cart that was refused on the page before: what was typed, and why not. `null` = none. */
export const getCartForm = definePrivateAction({
  id: 'cart.form',
  source: cartSource,
  input: z.object({}),
  output: type<TypedForm | null>(),
});
