import type { CartOutcome, CommerceClient } from '@vitrine/commerce-engine/client';
import type { MutationContext } from '@vitrine/data-actions/server';
import { cartIdOf, commandOf, marketOf } from '../account/shopper-of.server.ts';
import { fieldIn, type PostedForm } from '../posted-form.ts';
import type { CartFormOutcome, RemovedLine } from './cart-form-outcome.ts';
import { quantityField, shownField } from './change-cart.action.ts';
import { quantity } from './quantity.ts';

/** Carries out what the cart's form says: quantities first, so that nothing typed is lost by any of its buttons. */
export async function changeCartBy(
  commerce: CommerceClient,
  fields: PostedForm,
  context: MutationContext,
): Promise<CartFormOutcome> {
  const wanted = changesIn(fields);
  const removed: RemovedLine[] = [];
  const problems: Record<string, string> = {};
  const [gone, code] = [fieldIn(fields, 'code.remove'), fieldIn(fields, 'code')];
  if (wanted.size === 0 && !gone && !code) return { problems, removed };
  const cartId = await cartIdOf(commerce, context);
  const [market, { actor }] = [marketOf(context), await commandOf(commerce, context)];
  let cart: CartFormOutcome['cart'];
  let refused: CartOutcome | undefined;
  let taken: string | undefined;

  for (const [lineId, pieces] of wanted) {
    const outcome = await setQuantity(lineId, pieces);
    if (outcome.kind === 'changed') {
      cart = outcome.cart;
      if (outcome.removed) removed.push(outcome.removed);
    } else if (outcome.kind === 'not-enough' || outcome.kind === 'bad-quantity')
      problems[quantityField(lineId)] = outcome.kind;
    // What is out of the cart already was taken out by another click.
    else if (!(outcome.kind === 'unknown-line' && pieces === 0)) refused ??= outcome;
  }
  if (gone && cartId !== undefined) {
    const outcome = await commerce.cart.removeCoupon(command('code.remove'), market, { cartId, code: gone });
    if (outcome.kind === 'changed') cart = outcome.cart;
  }
  if (code) {
    const outcome = await addCode(code);
    if (outcome.kind === 'changed') [cart, taken] = [outcome.cart, code];
    else if (outcome.kind === 'coupon-refused') problems.code = outcome.reason;
  }
  return {
    problems,
    removed,
    ...(refused && { refused }),
    ...(cart && { cart }),
    ...(taken !== undefined && { code: taken }),
  };

  async function setQuantity(lineId: string, pieces: number): Promise<CartOutcome> {
    if (cartId === undefined) return { kind: 'unknown-line', lineId };
    return commerce.cart.setQuantity(command(lineId), market, { cartId, lineId, quantity: pieces });
  }

  async function addCode(given: string): Promise<CartOutcome> {
    if (cartId === undefined || given.length > 200)
      return { kind: 'coupon-refused', code: given, reason: 'unknown' };
    return commerce.cart.addCoupon(command('code'), market, { cartId, code: given });
  }

  /** One form is several commands; each has a key of its own. */
  function command(part: string) {
    return { actor, idempotencyKey: `${context.idempotencyKey.slice(0, 100)} ${part}` };
  }
}

/** Pieces by line, of those the shopper touched. What stands in a field that is no count is the engine's to refuse. */
function changesIn(fields: PostedForm): ReadonlyMap<string, number> {
  const changes = new Map<string, number>();
  for (const name of Object.keys(fields)) {
    const lineId = name.startsWith(quantityField('')) ? name.slice(quantityField('').length) : '';
    const typed = fieldIn(fields, name);
    if (lineId && typed !== fieldIn(fields, shownField(lineId))) changes.set(lineId, quantity.parse(typed));
  }
  const removed = fieldIn(fields, 'remove');
  if (removed) changes.set(removed, 0);
  return changes;
}
