import type { CartOutcome, CommerceClient } from '@vitrine/commerce-engine/client';
import {
  type Handler,
  handleMutation,
  handlePrivateAction,
  type MutationContext,
} from '@vitrine/data-actions/server';
import { cartIdOf, commandOf, marketOf } from '../account/shopper-of.server.ts';
import { addCoupon } from './add-coupon.action.ts';
import { addToCart } from './add-to-cart.action.ts';
import { changeCart } from './change-cart.action.ts';
import { changeCartBy } from './change-cart.server.ts';
import { getCart } from './get-cart.action.ts';
import { getCartForm } from './get-cart-form.action.ts';
import { putBack } from './put-back.action.ts';
import { recipientIn } from './recipient-fields.ts';
import { removeCoupon } from './remove-coupon.action.ts';
import { setCartQuantity } from './set-cart-quantity.action.ts';

/** Whoever holds a cart's id may change it; of customers who are signed in it is theirs from then on. */
export function cartAnswers(
  commerce: CommerceClient,
  /** Names the cart that a request with this idempotency key makes. */
  cartIdFrom: (idempotencyKey: string) => string,
): Handler[] {
  const { cart } = commerce;
  return [
    handlePrivateAction(getCart, async (inputs, context) => {
      const cartId = await cartIdOf(commerce, context);
      const found = cartId && (await cart.get(marketOf(context), cartId));
      return inputs.map(() => found || null);
    }),
    handlePrivateAction(getCartForm, async (inputs, { form }) => {
      const found = form?.mutation.startsWith('cart.') ? form : null;
      return inputs.map(() => found);
    }),
    handleMutation(addToCart, add),
    handleMutation(putBack, async (line, context) => {
      const outcome = await add(line, context);
      if (outcome.kind !== 'not-enough') return outcome;
      const there = outcome.cart?.lines.find(({ variantId }) => variantId === line.variantId)?.quantity ?? 0;
      const quantity = outcome.left - there;
      if (quantity <= 0) return outcome;
      const idempotencyKey = `${context.idempotencyKey} the rest`;
      return add({ ...line, quantity }, { ...context, idempotencyKey });
    }),
    handleMutation(setCartQuantity, async ({ lineId, quantity }, context): Promise<CartOutcome> => {
      const cartId = await cartIdOf(commerce, context);
      if (cartId === undefined) return { kind: 'unknown-line', lineId };
      return cart.setQuantity(await commandOf(commerce, context), marketOf(context), {
        cartId,
        lineId,
        quantity,
      });
    }),
    handleMutation(changeCart, (fields, context) => changeCartBy(commerce, fields, context)),
    handleMutation(addCoupon, async ({ code }, context): Promise<CartOutcome> => {
      const cartId = await cartIdOf(commerce, context);
      if (cartId === undefined || code === '') return { kind: 'coupon-refused', code, reason: 'unknown' };
      return cart.addCoupon(await commandOf(commerce, context), marketOf(context), { cartId, code });
    }),
    handleMutation(removeCoupon, async ({ code }, context): Promise<CartOutcome> => {
      const cartId = await cartIdOf(commerce, context);
      if (cartId === undefined || code === '') return { kind: 'coupon-refused', code, reason: 'unknown' };
      return cart.removeCoupon(await commandOf(commerce, context), marketOf(context), { cartId, code });
    }),
  ];

  async function add(
    {
      variantId,
      quantity,
      place,
      ...fields
    }: { variantId: string; quantity: number; place?: number | undefined } & Parameters<
      typeof recipientIn
    >[0],
    context: MutationContext,
  ): Promise<CartOutcome> {
    const cartId = (await cartIdOf(commerce, context)) ?? cartIdFrom(context.idempotencyKey);
    const recipient = recipientIn(fields);
    const outcome = await cart.addLine(await commandOf(commerce, context), marketOf(context), {
      cartId,
      variantId,
      quantity,
      ...(place !== undefined && { place }),
      ...(recipient && { recipient }),
    });
    if (outcome.kind === 'changed' && outcome.cart.id !== context.cartId)
      context.remember({ cartId: outcome.cart.id });
    return outcome;
  }
}
