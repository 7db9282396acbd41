import type { Arrival } from '@vitrine/content';
import type { PrivateDimensions, TypedForm } from '@vitrine/data-actions';
import { openNotice, openTypedForm } from '@vitrine/data-actions/server';
import { readArrival } from '../crowd/arrival.ts';
import { readCookie } from './cookie.ts';
import type { Notice } from './notice.ts';
import type { ValueSigner } from './signed-value.ts';
import { readViewed } from './viewed.ts';

/** Names of the cookies a shop's browser may hold. */
export const cookieNames = {
  cart: 'vt_cart',
  currency: 'vt_currency',
  session: 'vt_session',
  notice: 'vt_notice',
  form: 'vt_form',
  staff: 'vt_staff',
  viewed: 'vt_viewed',
  name: 'vt_visitor',
  arrival: 'vt_arrival',
} as const;

/** What names are signed for. */
export const NAME_PURPOSE = 'visitor';

/** Who a request comes from, as far as its cookies say. Each is looked at when it is needed, for most pages need none. */
export interface Visitor {
  /** As the cookie says; the channel decides whether it has that currency. */
  readonly currency: string | undefined;
  readonly staffToken: string | undefined;
  readonly notice: Notice | undefined;
  /** The form the visitor comes from, when the next page is to show it again. */
  readonly form: TypedForm | undefined;
  readonly private: Readonly<PrivateDimensions>;
  /** A random name by which tests know who saw which version. */
  readonly name: string | undefined;
  /** How they came to the shop before. */
  readonly arrival: Arrival | undefined;
}

export function readVisitor(cookies: string | undefined, signer: ValueSigner): Visitor {
  return cookies === undefined ? anybody : new KnownByCookies(cookies, signer);
}

class KnownByCookies implements Visitor {
  private readonly cookies: string;
  private readonly signer: ValueSigner;

  constructor(cookies: string, signer: ValueSigner) {
    this.cookies = cookies;
    this.signer = signer;
  }

  get currency(): string | undefined {
    return readCookie(this.cookies, cookieNames.currency);
  }

  get staffToken(): string | undefined {
    return readCookie(this.cookies, cookieNames.staff);
  }

  get notice(): Notice | undefined {
    return openNotice(readCookie(this.cookies, cookieNames.notice));
  }

  get form(): TypedForm | undefined {
    return openTypedForm(readCookie(this.cookies, cookieNames.form));
  }

  get name(): string | undefined {
    return this.signer.open(NAME_PURPOSE, readCookie(this.cookies, cookieNames.name));
  }

  get arrival(): Arrival | undefined {
    return readArrival(readCookie(this.cookies, cookieNames.arrival));
  }

  get private(): Readonly<PrivateDimensions> {
    const cartId = this.signer.open('cart', readCookie(this.cookies, cookieNames.cart));
    const sessionId = this.signer.open('session', readCookie(this.cookies, cookieNames.session));
    const viewed = readViewed(readCookie(this.cookies, cookieNames.viewed));
    return cartId === undefined && sessionId === undefined && viewed === undefined
      ? nobody
      : { customerId: undefined, cartId, sessionId, ...(viewed && { viewed }) };
  }
}

/** Nothing private is known of this visitor, but perhaps what they looked at last, which few pages ask. */
export function isGuest(own: Readonly<PrivateDimensions>): boolean {
  return (
    own.cartId === undefined &&
    own.customerId === undefined &&
    own.sessionId === undefined &&
    own.form === undefined
  );
}

const nobody: Readonly<PrivateDimensions> = Object.freeze({
  customerId: undefined,
  cartId: undefined,
  sessionId: undefined,
});

const anybody: Visitor = Object.freeze({
  currency: undefined,
  staffToken: undefined,
  notice: undefined,
  form: undefined,
  private: nobody,
  name: undefined,
  arrival: undefined,
});
