import type { Actor } from '../identity/identity.views.ts';

/** A shopper who is signed in. */
export interface ShopperSession {
  readonly kind: 'signed-in';
  /** Opaque; give it to the browser in an HttpOnly cookie. */
  readonly token: string;
  readonly expiresAt: string;
  readonly actor: Actor & { kind: 'customer' };
}

export type TooManyTries = { readonly kind: 'too-many-tries'; readonly retryAfterSeconds: number };

export type ShopperSignInOutcome =
  | ShopperSession
  /** Wrong address or wrong password: not told which. */
  | { readonly kind: 'refused' }
  | TooManyTries;

/** A mail may be on its way. Says the same whether there is such an account or not. */
export type MailedOutcome = { readonly kind: 'mailed' } | TooManyTries;

export type LinkOutcome =
  | ShopperSession
  /** It was used, has run out, or never was one. */
  | { readonly kind: 'link-over' }
  /** Somebody else has that address by now. */
  | { readonly kind: 'email-taken' };

export type CredentialOutcome =
  | { readonly kind: 'done' }
  /** The password is not the one they have, or they have none. */
  | { readonly kind: 'refused' }
  | TooManyTries;

/** How somebody signs in. */
export interface AccountView {
  readonly hasPassword: boolean;
  /** Providers they can sign in with. */
  readonly identities: readonly string[];
  /** Devices they are signed in on. */
  readonly sessions: number;
}
