import { newId, type Queryable, type Transaction } from '@vitrine/database';
import type { Selectable } from 'kysely';
import type { EngineContext } from '../engine-context.ts';
import { hashOfToken, kindOfToken, linkTokenOf } from '../identity/tokens.ts';
import type { AccountsTables, LinkDetail, LinkKind } from './accounts.tables.ts';

export type KeptLink = Selectable<AccountsTables['accounts_link']>;

/** Minutes a link holds. */
const LIFETIMES: Readonly<Record<LinkKind, number>> = {
  'sign-up': 24 * 60,
  'sign-in': 20,
  reset: 60,
  'change-email': 24 * 60,
};

/** Makes a link for a mail. Nobody can tell its token without the shop's secret. */
export async function makeLink(
  tx: Transaction,
  { secret, clock }: EngineContext,
  link: {
    readonly kind: LinkKind;
    readonly email: string;
    readonly locale: string;
    readonly customerId?: string;
    readonly detail?: LinkDetail;
    /** Opens nothing: it only says what happened. */
    readonly isUsed?: true;
  },
): Promise<string> {
  const id = newId();
  const now = clock();
  await tx
    .tables<AccountsTables>()
    .insertInto('accounts_link')
    .values({
      id,
      kind: link.kind,
      token_hash: hashOfToken(linkTokenOf(id, secret), secret),
      email: link.email,
      customer_id: link.customerId ?? null,
      detail: JSON.stringify(link.detail ?? {}),
      locale: link.locale,
      made_at: now,
      expires_at: new Date(now.getTime() + LIFETIMES[link.kind] * 60_000),
      used_at: link.isUsed ? now : null,
    })
    .execute();
  return id;
}

/** Takes a link that holds and marks it used: of two at once one gets it. Undefined = it does not hold (any more). */
export async function takeLink(
  tx: Transaction,
  { secret, clock }: EngineContext,
  token: string,
  kinds: readonly LinkKind[],
): Promise<KeptLink | undefined> {
  if (kindOfToken(token) !== 'link') return undefined;
  return tx
    .tables<AccountsTables>()
    .updateTable('accounts_link')
    .set({ used_at: clock() })
    .where('token_hash', '=', hashOfToken(token, secret))
    .where('kind', 'in', [...kinds])
    .where('used_at', 'is', null)
    .where('expires_at', '>', clock())
    .returningAll()
    .executeTakeFirst();
}

/** Whether a link of that token holds now. */
export async function linkHolds(
  on: Queryable,
  { secret, clock }: EngineContext,
  token: string,
): Promise<boolean> {
  if (kindOfToken(token) !== 'link') return false;
  const row = await on
    .tables<AccountsTables>()
    .selectFrom('accounts_link')
    .select('id')
    .where('token_hash', '=', hashOfToken(token, secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', clock())
    .executeTakeFirst();
  return row !== undefined;
}

/** For the mail's writer: the link while it holds. */
export function readLink(on: Queryable, id: string, now: Date): Promise<KeptLink | undefined> {
  return on
    .tables<AccountsTables>()
    .selectFrom('accounts_link')
    .selectAll()
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/** Ends the other links to an address: whoever has come in needs none of them. */
export async function dropLinks(tx: Transaction, email: string, exceptId?: string): Promise<void> {
  await tx
    .tables<AccountsTables>()
    .deleteFrom('accounts_link')
    .where('email', '=', email)
    .$if(exceptId !== undefined, (query) => query.where('id', '<>', exceptId!))
    .execute();
}
