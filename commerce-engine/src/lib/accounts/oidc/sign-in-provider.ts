/** What binds an answer of a provider to the browser that asked. Texts nobody can guess, made for one try. */
export interface SignInTry {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE. */
  readonly verifier: string;
  /** Where the provider sends the browser back to. Absolute. */
  readonly redirectUrl: string;
}

/** Who somebody is, as a provider says. */
export interface ProvidedPerson {
  /** What the provider calls them; never another one's. */
  readonly subject: string;
  /** Only one that the provider has verified. */
  readonly email?: string;
  readonly name?: string;
}

/** Somebody the shop trusts to say who a shopper is. Two questions, so that another protocol is another implementation. */
export interface SignInProvider {
  /** As the shop calls it, in addresses and tables: never renamed. */
  readonly id: string;
  /** As shoppers read it. */
  readonly name: string;
  /** Where the browser goes. @throws when the provider cannot be reached. */
  addressFor(attempt: SignInTry): Promise<string>;
  /**
   * Who came back with this address; `denied` when they changed their mind there.
   * @throws when the answer is not the provider's, not for this try, or the provider cannot be reached.
   */
  personAt(cameBackAt: string, attempt: SignInTry): Promise<ProvidedPerson | 'denied'>;
}
