import { createHmac, timingSafeEqual } from 'node:crypto';

/** Opens a cart for whoever staff send it to. Only staff's carts have one: nobody can be led into a stranger's cart. */
export function cartKey(cartId: string, secret: string): string {
  return createHmac('sha256', secret).update(`staff cart\n${cartId}`).digest('base64url').slice(0, 32);
}

export function isCartKey(key: string, { cartId, secret }: { cartId: string; secret: string }): boolean {
  const [expected, given] = [Buffer.from(cartKey(cartId, secret)), Buffer.from(key)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
