import { createHmac } from 'node:crypto';
import { newId, type Transaction } from '@vitrine/database';
import { emailSchema } from '../../customers/customer-input.ts';
import type { KeptCustomer } from '../../customers/keep-customer.ts';
import type { EngineContext } from '../../engine-context.ts';
import { counterKey, countTry } from '../../identity/count-tries.ts';
import { isUuid } from '../../is-uuid.ts';
import type { AccountsTables } from '../accounts.tables.ts';
import type { ShopperSession } from '../accounts.views.ts';
import { type AccountDesk, showAddress } from '../finish-sign-up.ts';
import { openSession } from '../sessions.ts';
import type { ProvidedPerson, SignInProvider, SignInTry } from './sign-in-provider.ts';

/** Where to go to a provider; `try` is for a cookie of this browser and given back when it comes back. */
export type ProviderBegun =
  | { readonly kind: 'go'; readonly url: string; readonly try: string }
  /** `cause` is for the log. */
  | { readonly kind: 'unavailable'; readonly cause: unknown };

export type ProviderOutcome =
  | ShopperSession
  /** They changed their mind there. */
  | { readonly kind: 'denied' }
  /** It took too long, was used already, or another browser asked. */
  | { readonly kind: 'try-over' }
  /** The provider knows no verified email of theirs, and nobody here by its own name for them. */
  | { readonly kind: 'no-email' }
  /** Not reached, or its answer is not to be believed. `cause` is for the log. */
  | { readonly kind: 'unavailable'; readonly cause: unknown };

/** Signing in with a provider. */
export interface ProviderSignIn {
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  /** `redirectUrl` is where the provider sends the browser back to, `from` the network address tries are counted by. */
  begin(input: {
    readonly provider: string;
    readonly redirectUrl: string;
    readonly from: string;
  }): Promise<ProviderBegun>;
  finish(input: {
    readonly provider: string;
    /** The address the browser came back at. */
    readonly cameBackAt: string;
    readonly redirectUrl: string;
    /** Of this browser's cookie. */
    readonly try: string | undefined;
    readonly locale: string;
  }): Promise<ProviderOutcome>;
}

const MINUTES = 15;
/** From one network address. */
const BEGIN_LIMIT = { failures: 30, minutes: MINUTES } as const;
export function createProviderSignIn(
  context: EngineContext,
  providers: readonly SignInProvider[],
  desk: () => AccountDesk,
): ProviderSignIn {
  const { database, clock, secret } = context;
  const byId = new Map(providers.map((provider) => [provider.id, provider]));

  /** All of it follows from the try's id and the shop's secret, so that no row holds any of it. */
  function tryOf(id: string, redirectUrl: string): SignInTry {
    const text = (what: string) =>
      createHmac('sha256', secret).update(`oidc ${what}\n${id}`).digest('base64url');
    return { state: text('state'), nonce: text('nonce'), verifier: text('verifier'), redirectUrl };
  }

  /** Takes a try that holds: of two at once one gets it. */
  async function takeTry(tx: Transaction, provider: string, id: string): Promise<boolean> {
    const taken = await tx
      .tables<AccountsTables>()
      .deleteFrom('accounts_oidc_try')
      .where('id', '=', id)
      .where('provider', '=', provider)
      .where('expires_at', '>', clock())
      .executeTakeFirst();
    return taken.numDeletedRows > 0n;
  }

  async function customerOf(
    tx: Transaction,
    provider: string,
    { subject, email: told, name = '' }: ProvidedPerson,
    locale: string,
  ): Promise<KeptCustomer | undefined> {
    const tables = tx.tables<AccountsTables>();
    const { customers, now } = desk();
    const known = await tables
      .selectFrom('accounts_identity')
      .select('customer_id')
      .where('provider', '=', provider)
      .where('subject', '=', subject)
      .executeTakeFirst();
    if (known) return customers.find(tx, { id: known.customer_id });
    const email = emailSchema.safeParse(told);
    if (!email.success) return undefined;
    const customer =
      (await customers.find(tx, { email: email.data })) ??
      (await customers.insert(tx, {
        email: email.data,
        name: name.slice(0, 200),
        locale,
        confirmedAt: now,
      })) ??
      (await customers.find(tx, { email: email.data }))!;
    await tables
      .insertInto('accounts_identity')
      .values({ provider, subject, customer_id: customer.id, linked_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return showAddress(tx, desk(), customer);
  }

  return {
    providers: providers.map(({ id, name }) => ({ id, name })),
    async begin({ provider: id, redirectUrl, from }) {
      const provider = byId.get(id);
      if (!provider) return noSuch(id);
      if (
        (await countTry(database, { key: counterKey('provider', from, secret), ...BEGIN_LIMIT }, clock())) > 0
      )
        return { kind: 'unavailable', cause: new Error('Too many sign-ins were begun from one address.') };
      const made = newId();
      try {
        const url = await provider.addressFor(tryOf(made, redirectUrl));
        const now = clock();
        const expires = new Date(now.getTime() + MINUTES * 60_000);
        await database
          .tables<AccountsTables>()
          .insertInto('accounts_oidc_try')
          .values({ id: made, provider: id, made_at: now, expires_at: expires })
          .execute();
        return { kind: 'go', url, try: made };
      } catch (cause) {
        return { kind: 'unavailable', cause };
      }
    },
    async finish({ provider: id, cameBackAt, redirectUrl, try: made, locale }) {
      const provider = byId.get(id);
      if (!provider) return noSuch(id);
      if (made === undefined || !isUuid(made)) return { kind: 'try-over' };
      const attempt = tryOf(made, redirectUrl);
      const { searchParams } = new URL(cameBackAt);
      // Before the provider is asked: whoever was sent here with somebody else's answer is not signed in as them.
      if (searchParams.get('state') !== attempt.state) return { kind: 'try-over' };
      if (!(await database.transaction((tx) => takeTry(tx, id, made)))) return { kind: 'try-over' };
      const person = await provider.personAt(cameBackAt, attempt).catch((cause: unknown) => ({ cause }));
      if (person === 'denied') return { kind: 'denied' };
      if ('cause' in person) return { kind: 'unavailable', cause: person.cause };
      return database.transaction(async (tx): Promise<ProviderOutcome> => {
        const customer = await customerOf(tx, id, person, locale);
        return customer ? openSession(tx, context, customer) : { kind: 'no-email' };
      });
    },
  };
}

function noSuch(id: string): { readonly kind: 'unavailable'; readonly cause: Error } {
  return {
    kind: 'unavailable',
    cause: new Error(`This shop has no provider "${id.slice(0, 60)}" to sign in with.`),
  };
}
