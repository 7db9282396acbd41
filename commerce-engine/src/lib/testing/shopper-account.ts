import type { ShopperSession } from '../accounts/accounts.views.ts';
import type { CommandContext } from '../api/commerce-client.ts';
import type { WrittenMail } from '../mail/mail.ts';
import type { TestShop } from './test-shop.ts';

/** Mails that are due. */
export async function takeMails(shop: TestShop): Promise<readonly WrittenMail[]> {
  const mails: WrittenMail[] = [];
  await shop.engine.mail.deliver({ send: async (mail) => void mails.push(mail) });
  return mails;
}

/** The token in a mail's link. @throws when it has none. */
export function tokenIn(mail: WrittenMail | undefined): string {
  const token = /vtl_[A-Za-z0-9_-]{43}/.exec(mail?.text ?? '')?.[0];
  if (token === undefined) throw new Error(`Expected a mail with a link, got ${JSON.stringify(mail)}.`);
  return token;
}

/** Somebody with an account, signed in. */
export interface TestShopper extends ShopperSession {
  readonly email: string;
  readonly id: string;
  /** A command of theirs, with a key of its own. */
  command(): CommandContext;
}

/** Signs somebody up through the mail. Without a password no time is spent on hashing one. */
export async function signUpShopper(
  shop: TestShop,
  {
    email = `ada-${crypto.randomUUID()}@example.com`,
    name = 'Ada Lovelace',
    group,
    groups = group === undefined ? [] : [group],
  }: {
    readonly email?: string;
    readonly name?: string;
    readonly group?: string;
    readonly groups?: readonly string[];
  } = {},
): Promise<TestShopper> {
  const { customers, accounts } = shop.engine;
  const made = await customers.create(shop.command(), { email, name, groups: [...groups] });
  if (made.kind !== 'done') throw new Error(`Expected a new customer, got ${made.kind}.`);
  await takeMails(shop);
  await accounts.askForLink({ email, locale: 'en', from: crypto.randomUUID() });
  const [mail] = await takeMails(shop);
  const session = await accounts.followLink({ token: tokenIn(mail) });
  if (session.kind !== 'signed-in') throw new Error(`Expected to be signed in, got ${session.kind}.`);
  const { actor } = session;
  return {
    ...session,
    email,
    id: actor.id,
    command: () => ({ actor, idempotencyKey: crypto.randomUUID() }),
  };
}
