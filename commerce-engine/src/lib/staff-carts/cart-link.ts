import { createHmac, timingSafeEqual } from 'node:crypto';

/** To which address a cart was sent. */
interface SentTo {
  readonly cartId: string;
  readonly email: string;
}

/**
 * Opens a cart for whoever staff send it to, as long as it is for that address. Only staff's carts have one: nobody can be led into a
 * stranger's cart.
 */
export function cartKey({ cartId, email }: SentTo, secret: string): string {
  const named = `staff cart\n${cartId}\n${email.toLowerCase()}`;
  return createHmac('sha256', secret).update(named).digest('base64url').slice(0, 32);
}

export function isCartKey(key: string, { secret, ...sent }: SentTo & { readonly secret: string }): boolean {
  const [expected, given] = [Buffer.from(cartKey(sent, secret)), Buffer.from(key)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
