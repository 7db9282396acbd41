import type { PrivateDimensions } from '@vitrine/data-actions';
import { writeCookie } from './cookie.ts';
import type { ValueSigner } from './signed-value.ts';
import { cookieNames } from './visitor.ts';

/** A cart is remembered for as long as people come back to one. */
const CART_AGE = 60 * 24 * 3600;
/** The browser may forget a session later than the shop does, which asks for itself. */
const SESSION_AGE = 30 * 24 * 3600;

/** `Set-Cookie` values that keep a change of who the shopper is, signed; a name with `undefined` is taken back. */
export function shopperCookies(
  change: Partial<PrivateDimensions>,
  { signer, https }: { readonly signer: ValueSigner; readonly https: boolean },
): string[] {
  const kept = (name: 'cart' | 'session', value: string | undefined, age: number) => {
    const signed = value === undefined ? '' : signer.sign(name, value);
    return writeCookie(cookieNames[name], signed, { maxAge: value === undefined ? 0 : age, secure: https });
  };
  return [
    ...('cartId' in change ? [kept('cart', change.cartId, CART_AGE)] : []),
    // The browser writes what was looked at; the shop only ever forgets it.
    ...('viewed' in change ? [writeCookie(cookieNames.viewed, '', { maxAge: 0, secure: https })] : []),
    ...('sessionId' in change ? [kept('session', change.sessionId, SESSION_AGE)] : []),
  ];
}
