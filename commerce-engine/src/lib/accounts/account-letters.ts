import type { Customers } from '../customers/customers.ts';
import type { EngineContext } from '../engine-context.ts';
import { linkTokenOf } from '../identity/tokens.ts';
import type { Mail, WrittenMail } from '../mail/mail.ts';
import { accountMail } from './account-mail.ts';
import type { AccountsTables, LinkKind } from './accounts.tables.ts';
import { hasCredentials } from './credentials.ts';
import { type KeptLink, readLink } from './links.ts';

/** Where a shopper uses a mailed link, or signs in where there is no token. Absolute. */
export type AccountUrl = (to: {
  readonly kind: LinkKind;
  readonly token?: string;
  readonly locale: string;
  /** What is to be put on the wish list then. */
  readonly wish?: string;
}) => string;

/** Says how mails about accounts are written. Only here it is looked whether there is an account: SPEC rule ACCOUNT-4. */
export function defineAccountMails(
  { database, clock, secret }: EngineContext,
  mail: Mail,
  customers: Customers,
  url: AccountUrl | undefined,
): void {
  const linkTo = ({ id, kind, locale, detail: { wish } }: KeptLink) =>
    url?.({ kind, token: linkTokenOf(id, secret), locale, ...(wish !== undefined && { wish }) });

  function define(kind: LinkKind, write: (link: KeptLink) => Promise<WrittenMail | undefined>): void {
    const read = async (reference: string) => {
      const link = await readLink(database, reference, clock());
      return link && write(link);
    };
    mail.define(`account-${kind}`, read, { isSecret: true });
  }

  async function accountOf(email: string) {
    return customers.inTransaction.find(database, { email });
  }

  define('sign-up', async (link) => {
    const { email: to, locale } = link;
    const customer = await accountOf(to);
    if (customer && (await hasCredentials(database, customer.id)))
      return accountMail('account-exists', { to, locale, link: url?.({ kind: 'sign-in', locale }) });
    return accountMail('sign-up', { to, locale, link: linkTo(link) });
  });
  for (const kind of ['sign-in', 'reset'] as const)
    define(kind, async (link) => {
      const customer = await accountOf(link.email);
      const { email: to, locale } = link;
      return customer && accountMail(kind, { to, locale, link: linkTo(link) });
    });
  define('change-email', async (link) =>
    accountMail('change-email', { to: link.email, locale: link.locale, link: linkTo(link) }),
  );
  mail.define('account-email-changed', async (reference) => {
    const link = await database
      .tables<AccountsTables>()
      .selectFrom('accounts_link')
      .selectAll()
      .where('id', '=', reference)
      .executeTakeFirst();
    const to = link?.detail.oldEmail;
    return link && to ? accountMail('email-changed', { to, locale: link.locale }) : undefined;
  });
}
