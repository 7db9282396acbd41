import type { CartOutcome, CommandContext, CommerceClient } from '@vitrine/commerce-engine/client';
import {
  type Handler,
  handleMutation,
  handlePrivateAction,
  type MutationContext,
} from '@vitrine/data-actions/server';
import { addCoupon } from './add-coupon.action.ts';
import { addToCart } from './add-to-cart.action.ts';
import { getCart } from './get-cart.action.ts';
import { removeCoupon } from './remove-coupon.action.ts';
import { setCartQuantity } from './set-cart-quantity.action.ts';

export function cartAnswers(
  { cart }: CommerceClient,
  /** Names the cart that a request with this idempotency key makes. */
  cartIdOf: (idempotencyKey: string) => string,
): Handler[] {
  return [
    handlePrivateAction(getCart, async (inputs, { cartId, channel, locale, currency, customerGroup }) => {
      const found = cartId && (await cart.get({ channel, locale, currency, customerGroup }, cartId));
      return inputs.map(() => found || null);
    }),
    handleMutation(addToCart, async ({ variantId, quantity }, context) => {
      const cartId = context.cartId ?? cartIdOf(context.idempotencyKey);
      const outcome = await cart.addLine(commandOf(context), marketOf(context), {
        cartId,
        variantId,
        quantity,
      });
      if (outcome.kind === 'changed' && outcome.cart.id !== context.cartId)
        context.remember({ cartId: outcome.cart.id });
      return outcome;
    }),
    handleMutation(setCartQuantity, async ({ lineId, quantity }, context): Promise<CartOutcome> => {
      if (context.cartId === undefined) return { kind: 'unknown-line', lineId };
      return cart.setQuantity(commandOf(context), marketOf(context), {
        cartId: context.cartId,
        lineId,
        quantity,
      });
    }),
    handleMutation(addCoupon, async ({ code }, context): Promise<CartOutcome> => {
      const { cartId } = context;
      if (cartId === undefined || code === '') return { kind: 'coupon-refused', code, reason: 'unknown' };
      return cart.addCoupon(commandOf(context), marketOf(context), { cartId, code });
    }),
    handleMutation(removeCoupon, async ({ code }, context): Promise<CartOutcome> => {
      const { cartId } = context;
      if (cartId === undefined || code === '') return { kind: 'coupon-refused', code, reason: 'unknown' };
      return cart.removeCoupon(commandOf(context), marketOf(context), { cartId, code });
    }),
  ];
}

/** Whoever holds the cart's id may change it: shoppers act as guests. */
function commandOf({ idempotencyKey }: MutationContext): CommandContext {
  return { actor: { kind: 'guest' }, idempotencyKey };
}

function marketOf({ channel, locale, currency, customerGroup }: MutationContext) {
  return { channel, locale, currency, customerGroup };
}
