import { createHmac } from 'node:crypto';

/** What `crypto.randomUUID()` of a browser makes; other keys may have been guessed. */
const RANDOM_KEY = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/**
 * Names a shopper's first cart after the request that makes it, so that the request may be sent again when its answer was lost.
 * @param secret of the shop, at least 16 characters; all its processes share it.
 * @returns a UUID, the same for the same key; for a key that is no random UUID, a new one each time.
 * @throws when the secret is shorter.
 */
export function cartIdFrom(secret: string): (idempotencyKey: string) => string {
  if (secret.length < 16)
    throw new Error(
      `cartIdFrom expected a secret of at least 16 characters, got ${secret.length}. Give it the shop's own.`,
    );
  // A first request has nothing but its key to show whose it is, so the key opens the cart as the cart's cookie would. That
  // holds as long as nobody else can know it: 122 random bits, made for one click, sent over HTTPS in a body of the same site,
  // in no page and no address. A key that anyone might have picked ("1") shares no cart: its requests get carts of their own.
  // The secret keeps the two apart: whoever sees a key in a log of another service cannot tell the cart's id from it, nor back.
  return (key) => {
    if (!RANDOM_KEY.test(key)) return crypto.randomUUID();
    const bytes = createHmac('sha256', secret).update(`vitrine cart\n${key.toLowerCase()}`).digest();
    bytes[6] = (bytes[6]! & 0x0f) | 0x40;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  };
}
