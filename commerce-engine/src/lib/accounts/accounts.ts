import type { Transaction } from '@vitrine/database';
import type { CommandContext } from '../api/commerce-client.ts';
import type { Customers } from '../customers/customers.ts';
import type { KeptCustomer } from '../customers/keep-customer.ts';
import type { EngineContext } from '../engine-context.ts';
import type { Actor } from '../identity/identity.views.ts';
import { hashPassword } from '../identity/password-hash.ts';
import { normalEmail } from '../identity/sign-in.commands.ts';
import { hashOfToken, kindOfToken } from '../identity/tokens.ts';
import type { Mail } from '../mail/mail.ts';
import type { Orders } from '../orders/orders.ts';
import { parseInput } from '../parse-input.ts';
import {
  type AskForLinkInput,
  type AskForMailInput,
  askForLinkSchema,
  askForMailSchema,
  followLinkSchema,
  type ResetInput,
  resetSchema,
  type ShopperSignInInput,
  type SignUpInput,
  shopperSignInSchema,
  signUpSchema,
} from './account-input.ts';
import { type AccountUrl, defineAccountMails } from './account-letters.ts';
import { mailTries } from './account-limits.ts';
import type { AccountsTables, LinkKind } from './accounts.tables.ts';
import type { AccountView, LinkOutcome, MailedOutcome, ShopperSignInOutcome } from './accounts.views.ts';
import { checkPassword } from './check-password.ts';
import { identitiesOf, readPassword, writePassword } from './credentials.ts';
import { type AccountDesk, dropCredentials, finishSignUp, showAddress } from './finish-sign-up.ts';
import { type AccountInput, importAccounts } from './import-accounts.ts';
import { dropLinks, type KeptLink, linkHolds, makeLink, takeLink } from './links.ts';
import { createProviderSignIn, type ProviderSignIn } from './oidc/provider-sign-in.ts';
import type { SignInProvider } from './oidc/sign-in-provider.ts';
import { createSessionMemory } from './session-memory.ts';
import { actorOfCustomer, endSessions, openSession, readSession } from './sessions.ts';
import { createSignedInCommands, type SignedInCommands } from './signed-in.commands.ts';

type Shopper = Actor & { kind: 'customer' };

/** How shoppers come in. `from` is the caller's network address; tries are limited by account and by address. */
export interface Accounts extends SignedInCommands {
  /** Mails a link that finishes it. Says the same for an address that has an account; its owner is told by mail. */
  signUp(input: SignUpInput): Promise<MailedOutcome>;
  signIn(input: ShopperSignInInput): Promise<ShopperSignInOutcome>;
  /** Mails a link that signs in, if there is an account. */
  askForLink(input: AskForLinkInput): Promise<MailedOutcome>;
  /** Mails a link to set a new password, if there is an account. */
  askForReset(input: AskForMailInput): Promise<MailedOutcome>;
  /** Does what a mailed link is for, once, and signs in; a link to set a password wants `reset`. */
  followLink(input: { readonly token: string }): Promise<LinkOutcome>;
  /** Sets a password and signs out everywhere else. */
  reset(input: ResetInput): Promise<LinkOutcome>;
  /** Ends a session at once in this process, and as soon as they hear of it in others. */
  signOut(token: string): Promise<void>;
  /** Guest when the token is unknown, ended, absent or not a shopper's. Remembered for up to 30 seconds. */
  actorOf(token: string | undefined): Promise<Actor>;
  /** Like `actorOf`, from memory alone. */
  recall(token: string): Shopper | undefined;
  /** Signing in with a provider, such as Google or a company's own. */
  readonly withProvider: ProviderSignIn;
  /** How the customer signs in. */
  view(actor: Shopper): Promise<AccountView>;
  /**
   * Needs `customers.write`. Accounts whose addresses are known to be their owners', for a demo store or from another shop; whoever
   * has a way to sign in keeps it. @returns the ids of the customers, in the order of the accounts.
   */
  importAccounts(command: CommandContext, accounts: readonly AccountInput[]): Promise<readonly string[]>;
  /** Deletes sessions and links that ended. @returns how many sessions. */
  forgetEnded(): Promise<number>;
}

const GUEST: Actor = { kind: 'guest' };
const DAY = 24 * 60 * 60_000;

export function createAccounts(
  context: EngineContext,
  doors: {
    readonly customers: Customers;
    readonly orders: Orders;
    readonly mail: Mail;
    readonly url: AccountUrl | undefined;
    readonly providers: readonly SignInProvider[];
  },
): Accounts {
  const { database, clock, secret } = context;
  const { customers, orders, mail } = doors;
  const memory = createSessionMemory(database);
  const desk = (): AccountDesk => ({
    customers: customers.inTransaction,
    orders: orders.inTransaction.customers,
    now: clock(),
  });

  defineAccountMails(context, mail, customers, doors.url);
  customers.onMerge((tx, { from }) => dropCredentials(tx, from.id));
  customers.onErase(async (tx, { id, email }) => {
    await dropCredentials(tx, id);
    if (email !== undefined) await dropLinks(tx, email);
  });
  customers.onNewEmail(async (tx, { id, from, to, locale, wasConfirmed }) => {
    await dropLinks(tx, from);
    await endSessions(tx, id);
    if (!wasConfirmed) return;
    const detail = { oldEmail: from };
    const change = { kind: 'change-email', email: to, locale, customerId: id, detail, isUsed: true } as const;
    const reference = await makeLink(tx, context, change);
    await mail.inTransaction.queue(tx, { kind: 'account-email-changed', reference });
  });
  customers.onExport('account', (on, { id }) => viewAccount(on, id));

  async function viewAccount(on: Parameters<typeof readPassword>[0], id: string): Promise<AccountView> {
    const { count } = await on
      .tables<AccountsTables>()
      .selectFrom('accounts_session')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('customer_id', '=', id)
      .where('expires_at', '>', clock())
      .executeTakeFirstOrThrow();
    return {
      hasPassword: (await readPassword(on, id)) !== undefined,
      identities: await identitiesOf(on, id),
      sessions: Number(count),
    };
  }

  /** The work is the same for addresses with and without an account: only the mail's writer looks. */
  async function mailLink(
    kind: LinkKind,
    { email, locale, from }: AskForMailInput,
    detail: () => Promise<KeptLink['detail']> = async () => ({}),
  ): Promise<MailedOutcome> {
    const wait = await mailTries(context, email, from).count(database);
    if (wait > 0) return { kind: 'too-many-tries', retryAfterSeconds: wait };
    const told = await detail();
    await database.transaction(async (tx) => {
      const reference = await makeLink(tx, context, { kind, email, locale, detail: told });
      await mail.inTransaction.queue(tx, { kind: `account-${kind}`, reference });
    });
    return { kind: 'mailed' };
  }

  async function carryOut(
    tx: Transaction,
    link: KeptLink,
  ): Promise<KeptCustomer | 'email-taken' | undefined> {
    const { email } = link;
    if (link.kind === 'sign-up') {
      const customer = await finishSignUp(tx, desk(), link);
      await dropLinks(tx, email, link.id);
      return customer;
    }
    if (link.kind === 'sign-in') {
      const customer = await customers.inTransaction.find(tx, { email });
      return customer && showAddress(tx, desk(), customer);
    }
    const customer = await customers.inTransaction.lock(tx, link.customer_id!);
    if (!customer) return undefined;
    if (!(await customers.inTransaction.confirm(tx, customer.id, email))) return 'email-taken';
    await endSessions(tx, customer.id);
    if (customer.email !== null)
      await mail.inTransaction.queue(tx, { kind: 'account-email-changed', reference: link.id });
    return showAddress(tx, desk(), { ...customer, email });
  }

  return {
    async signUp(input) {
      const body = parseInput(signUpSchema, input, 'this sign-up');
      const { email, locale, from, name, password } = body;
      return mailLink('sign-up', { email, locale, from }, async () => ({
        name,
        passwordHash: await hashPassword(password, context.passwordCost),
      }));
    },
    async signIn(input) {
      const { email: typed, password, from } = parseInput(shopperSignInSchema, input, 'this sign-in');
      const email = normalEmail(typed);
      const customer = await customers.inTransaction.find(database, { email });
      const kept = customer && (await readPassword(database, customer.id));
      const checked = await checkPassword(context, { email, from, password, kept });
      if (checked.kind !== 'right') return checked;
      return database.transaction(async (tx) => {
        await checked.tries.giveBack(tx);
        return openSession(tx, context, customer!);
      });
    },
    async askForLink(input) {
      const { wish, ...asked } = parseInput(askForLinkSchema, input, 'this request for a link');
      return mailLink('sign-in', asked, async () => (wish === undefined ? {} : { wish }));
    },
    askForReset: async (input) =>
      mailLink('reset', parseInput(askForMailSchema, input, 'this request for a link')),
    async followLink(input) {
      const { token } = parseInput(followLinkSchema, input, 'this link');
      return database.transaction(async (tx): Promise<LinkOutcome> => {
        const link = await takeLink(tx, context, token, ['sign-up', 'sign-in', 'change-email']);
        const customer = link && (await carryOut(tx, link));
        if (customer === 'email-taken') return { kind: 'email-taken' };
        return customer ? openSession(tx, context, customer) : { kind: 'link-over' };
      });
    },
    async reset(input) {
      const { token, password } = parseInput(resetSchema, input, 'this new password');
      // Strangers with made-up links must not keep us busy with hashing.
      if (!(await linkHolds(database, context, token))) return { kind: 'link-over' };
      const passwordHash = await hashPassword(password, context.passwordCost);
      return database.transaction(async (tx): Promise<LinkOutcome> => {
        const link = await takeLink(tx, context, token, ['reset']);
        const customer = link && (await customers.inTransaction.find(tx, { email: link.email }));
        if (!link || !customer) return { kind: 'link-over' };
        await writePassword(tx, customer.id, passwordHash, clock());
        await endSessions(tx, customer.id);
        await dropLinks(tx, link.email, link.id);
        return openSession(tx, context, await showAddress(tx, desk(), customer));
      });
    },
    async signOut(token) {
      if (kindOfToken(token) !== 'customer') return;
      const hash = hashOfToken(token, secret);
      memory.forget(hash);
      await database.transaction(async (tx) => {
        const ended = await tx
          .tables<AccountsTables>()
          .deleteFrom('accounts_session')
          .where('token_hash', '=', hash)
          .returning('customer_id')
          .executeTakeFirst();
        if (ended) await tx.emit({ kind: 'account.signed-out', payload: { customerId: ended.customer_id } });
      });
    },
    async actorOf(token) {
      if (token === undefined || kindOfToken(token) !== 'customer') return GUEST;
      const hash = hashOfToken(token, secret);
      const now = clock();
      const remembered = memory.recall(hash, now);
      if (remembered) return remembered;
      const seen = memory.changes;
      const session = await readSession(database, hash, now);
      const customer = session && (await customers.inTransaction.find(database, { id: session.customerId }));
      if (!session || !customer) return GUEST;
      const actor = actorOfCustomer(customer);
      memory.keep(hash, actor, { now, ends: session.ends, seen });
      return actor;
    },
    recall: (token) =>
      kindOfToken(token) === 'customer' ? memory.recall(hashOfToken(token, secret), clock()) : undefined,
    withProvider: createProviderSignIn(context, doors.providers, desk),
    view: (actor) => viewAccount(database, actor.id),
    ...createSignedInCommands(context, { customers, mail }),
    importAccounts: (command, input) => importAccounts(context, customers, command, input),
    async forgetEnded() {
      const now = clock();
      const tables = database.tables<AccountsTables>();
      // Mails about links that ran out may still be under way, for two days at most.
      await tables
        .deleteFrom('accounts_link')
        .where('expires_at', '<=', new Date(now.getTime() - 2 * DAY))
        .execute();
      await tables.deleteFrom('accounts_oidc_try').where('expires_at', '<=', now).execute();
      const ended = await tables
        .deleteFrom('accounts_session')
        .where('expires_at', '<=', now)
        .executeTakeFirst();
      return Number(ended.numDeletedRows);
    },
  };
}
