import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, it } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { signUpShopper, takeMails, tokenIn } from '../testing/shopper-account.ts';
import { openTestShop, type TestShop } from '../testing/test-shop.ts';
import type { Accounts } from './accounts.ts';

describeOnEachEngine('Accounts', { migrations: [commerceMigrations] }, (database) => {
  let shop: TestShop;
  let accounts: Accounts;
  beforeAll(async () => {
    shop = await openTestShop(database());
    ({ accounts } = shop.engine);
  });

  const password = 'eleven small crabs';
  const someone = () => `${crypto.randomUUID()}@example.com`;
  const anywhere = () => crypto.randomUUID();
  const travel = (minutes: number) => {
    shop.now = new Date(shop.now.getTime() + minutes * 60_000);
  };
  const ask = (email: string) => ({ email, locale: 'en', from: anywhere() });
  const signIn = (email: string, secret = password, from = anywhere()) =>
    accounts.signIn({ email, password: secret, from });
  async function signUp(email: string, secret = password) {
    await accounts.signUp({ ...ask(email), name: 'Ada', password: secret });
    const [mail] = await takeMails(shop);
    return tokenIn(mail);
  }
  const everythingKept = async () => {
    const tables = [
      'accounts_link',
      'accounts_session',
      'mail_message',
      'outbox_events',
      'idempotency_answer',
    ];
    const all = await Promise.all(
      tables.map((table) => database().execute(`select to_jsonb(${table})::text as row from ${table}`)),
    );
    return JSON.stringify(all.map(({ rows }) => rows));
  };

  it('[ACCOUNT-1] an account begins when its address is confirmed by a mailed link', async () => {
    const email = someone();
    const token = await signUp(email.toUpperCase());
    expect(await signIn(email)).toEqual({ kind: 'refused' });
    expect((await shop.engine.customers.list(shop.command().actor, { q: email })).customers).toEqual([]);
    const session = await accounts.followLink({ token });
    expect(session).toMatchObject({ kind: 'signed-in', actor: { kind: 'customer', name: 'Ada', email } });
    expect(await signIn(` ${email.toUpperCase()}`)).toMatchObject({ kind: 'signed-in' });
    expect(await signIn(email, 'wrong password')).toEqual({ kind: 'refused' });
  });

  it('[ACCOUNT-2] a sign-up by a stranger changes nothing for whoever has an account', async () => {
    const email = someone();
    const [mine, before] = [await signUp(email), await signUp(email, 'the stranger waits')];
    await accounts.followLink({ token: mine });
    expect(await accounts.followLink({ token: before })).toEqual({ kind: 'link-over' });
    await accounts.signUp({ ...ask(email), name: 'Eve', password: 'the stranger again' });
    const [mail] = await takeMails(shop);
    expect(mail).toMatchObject({ to: email, subject: 'You have an account already' });
    expect(mail?.text).not.toMatch(/vtl_/);
    expect(await signIn(email)).toMatchObject({ kind: 'signed-in', actor: { name: 'Ada' } });
  });

  it('[ACCOUNT-2] a sign-up by a stranger gives no way in to a customer who has none yet', async () => {
    const email = someone();
    const made = await shop.engine.customers.create(shop.command(), { email, name: 'Ada', groups: [] });
    expect(made.kind).toBe('done');
    await takeMails(shop);
    const token = await signUp(email, 'the stranger waits');
    expect(await accounts.followLink({ token })).toMatchObject({ kind: 'signed-in' });
    expect(await signIn(email, 'the stranger waits')).toEqual({ kind: 'refused' });
  });

  it('[ACCOUNT-11] [ACCOUNT-13] a link to a new address ends with whatever signs out everywhere', async () => {
    const ways = [
      async ({ email }: { email: string }) => {
        await accounts.askForReset(ask(email));
        const [mail] = await takeMails(shop);
        return accounts.reset({ token: tokenIn(mail), password });
      },
      async ({ command }: Awaited<ReturnType<typeof signUpShopper>>) => accounts.signOutEverywhere(command()),
    ];
    for (const shutOut of ways) {
      const shopper = await signUpShopper(shop);
      await accounts.changeEmail(shopper.command(), { email: someone() }, { from: anywhere() });
      const [mail] = await takeMails(shop);
      await shutOut(shopper);
      expect(await accounts.followLink({ token: tokenIn(mail) })).toEqual({ kind: 'link-over' });
    }
  });

  it('[ACCOUNT-12] a used link to a new address signs out everywhere and ends the others', async () => {
    const shopper = await signUpShopper(shop);
    const links = [];
    for (const email of [someone(), someone()]) {
      await accounts.changeEmail(shopper.command(), { email }, { from: anywhere() });
      links.push(tokenIn((await takeMails(shop))[0]));
    }
    expect(await accounts.followLink({ token: links[0]! })).toMatchObject({ kind: 'signed-in' });
    await expect.poll(() => accounts.actorOf(shopper.token)).toEqual({ kind: 'guest' });
    expect(await accounts.followLink({ token: links[1]! })).toEqual({ kind: 'link-over' });
  });

  it('[ACCOUNT-4] asking says the same with and without an account; only one of them gets a mail', async () => {
    const { email } = await signUpShopper(shop);
    const nobody = someone();
    expect(await accounts.askForLink(ask(nobody))).toEqual(await accounts.askForLink(ask(email)));
    expect(await accounts.askForReset(ask(nobody))).toEqual(await accounts.askForReset(ask(email)));
    expect((await takeMails(shop)).map(({ to }) => to)).toEqual([email, email]);
  });

  it('[ACCOUNT-18] a link to sign in says what was wished for when it was asked for', async () => {
    const { email } = await signUpShopper(shop);
    await accounts.askForLink({ ...ask(email), wish: 'wool-hat' });
    await accounts.askForLink(ask(email));
    const said = (await takeMails(shop)).map(({ text }) => text.includes('wish=wool-hat'));
    expect(said.toSorted()).toEqual([false, true]);
  });

  it('[ACCOUNT-5] tries and mails are limited, known and unknown alike', async () => {
    const email = someone();
    const mailed = await Promise.all(Array.from({ length: 8 }, () => accounts.askForLink(ask(email))));
    expect(mailed.filter(({ kind }) => kind === 'mailed')).toHaveLength(5);
    const from = anywhere();
    await database().execute(`update identity_try set failures = 10 where key like 'shopper:%'`);
    expect(await accounts.signIn({ email, password, from })).toEqual({ kind: 'refused' });
    await database().execute(`update identity_try set failures = 10 where key like 'shopper:%'`);
    expect(await accounts.signIn({ email, password, from })).toMatchObject({ kind: 'too-many-tries' });
    travel(61);
    expect(await accounts.askForLink(ask(email))).toEqual({ kind: 'mailed' });
    await takeMails(shop);
  });

  it('[ACCOUNT-3] passwords are kept as hashes, and tries of shoppers are none of the staff’s', async () => {
    const email = someone();
    await accounts.followLink({ token: await signUp(email) });
    const { rows } = await database().execute('select password_hash from accounts_password');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(password);
    const staff = { email, name: 'Anna', password: 'twelve small crabs', roles: ['merchandiser' as const] };
    await shop.engine.identity.importStaff(shop.command(), [staff]);
    for (let failure = 0; failure < 10; failure += 1)
      expect(await signIn(email, 'wrong password')).toEqual({ kind: 'refused' });
    expect(await signIn(email)).toMatchObject({ kind: 'too-many-tries' });
    const asStaff = { email, password: staff.password, from: anywhere() };
    expect(await shop.engine.identity.signIn(asStaff)).toMatchObject({ kind: 'signed-in' });
    travel(61);
  });

  it('[MAIL-6] what a mail with a link says is kept nowhere, and written anew while the link holds', async () => {
    const { email } = await signUpShopper(shop);
    await accounts.askForLink(ask(email));
    const [mail] = await takeMails(shop);
    const token = tokenIn(mail);
    const { rows } = await database().execute(`select * from mail_message where recipient = $1`, [email]);
    expect(rows.at(-1)).toMatchObject({ subject: mail!.subject, html: null });
    expect(JSON.stringify(rows)).not.toContain(token);
    const newest = async () =>
      (await shop.engine.mail.newest(1))[0] as { readonly to?: string; readonly html?: string };
    expect((await newest()).html).toContain(token);
    await accounts.followLink({ token });
    const after = await newest();
    expect(after.to).toBe(email);
    expect(after.html ?? '').not.toContain(token);
  });

  it('[ACCOUNT-6] a link works once, for its time, and of two at once one gets in', async () => {
    const { email } = await signUpShopper(shop);
    const link = async () => {
      await accounts.askForLink(ask(email));
      return tokenIn((await takeMails(shop))[0]);
    };
    const token = await link();
    const both = await Promise.all([accounts.followLink({ token }), accounts.followLink({ token })]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['link-over', 'signed-in']);
    const late = await link();
    travel(20);
    expect(await accounts.followLink({ token: late })).toEqual({ kind: 'link-over' });
    expect(await accounts.followLink({ token: 'vtl_made-up' })).toEqual({ kind: 'link-over' });
    expect(await accounts.reset({ token: await link(), password })).toEqual({ kind: 'link-over' });
  });

  it('[ACCOUNT-7] no token that opens anything is kept', async () => {
    const email = someone();
    const link = await signUp(email);
    const session = await accounts.followLink({ token: link });
    if (session.kind !== 'signed-in') throw new Error(session.kind);
    await accounts.askForLink(ask(email));
    const [mail] = await takeMails(shop);
    const kept = await everythingKept();
    expect(kept).toContain(email);
    for (const secret of [link, session.token, tokenIn(mail), password]) expect(kept).not.toContain(secret);
    const [inMailbox] = await shop.engine.mail.newest(1);
    expect(inMailbox?.html).toContain(tokenIn(mail));
  });

  it('[ACCOUNT-10] a shopper is nobody among staff, and the other way round', async () => {
    const { token, actor } = await signUpShopper(shop);
    const { identity } = shop.engine;
    expect(await accounts.actorOf(token)).toEqual(actor);
    expect(await identity.actorOf(token)).toEqual({ kind: 'guest' });
    const { token: api } = await identity.createApiToken(shop.command(), {
      name: 'till',
      capabilities: ['orders.read'],
    });
    expect(await accounts.actorOf(api)).toEqual({ kind: 'guest' });
    expect(await accounts.actorOf(undefined)).toEqual({ kind: 'guest' });
  });

  it('[ACCOUNT-9] a session ends after 30 days, and what changed is seen at once', async () => {
    const { token, id } = await signUpShopper(shop);
    expect(accounts.recall(token)).toBeUndefined();
    await accounts.actorOf(token);
    expect(accounts.recall(token)).toMatchObject({ id });
    await shop.engine.customers.change(shop.command(), {
      customerId: id,
      patch: { groups: ['trade', 'friends'] },
    });
    await expect.poll(() => accounts.actorOf(token)).toMatchObject({ group: 'friends,trade' });
    travel(30 * 24 * 60);
    expect(await accounts.actorOf(token)).toEqual({ kind: 'guest' });
    expect(await accounts.forgetEnded()).toBeGreaterThan(0);
  });

  it('[ACCOUNT-11] a changed password wants the present one and signs out everywhere else', async () => {
    const email = someone();
    const here = await accounts.followLink({ token: await signUp(email) });
    if (here.kind !== 'signed-in') throw new Error(here.kind);
    const there = await signIn(email);
    if (there.kind !== 'signed-in') throw new Error(there.kind);
    const command = () => ({ actor: here.actor, idempotencyKey: crypto.randomUUID() });
    const options = { token: here.token, from: anywhere() };
    const next = { current: password, password: 'twelve large crabs' };
    const wrong = { ...next, current: 'a guess' };
    expect(await accounts.changePassword(command(), wrong, options)).toEqual({ kind: 'refused' });
    expect(await accounts.changePassword(command(), next, options)).toEqual({ kind: 'done' });
    await expect.poll(() => accounts.actorOf(there.token)).toEqual({ kind: 'guest' });
    expect(await accounts.actorOf(here.token)).toMatchObject({ kind: 'customer' });
    await accounts.askForReset(ask(email));
    const token = tokenIn((await takeMails(shop))[0]);
    const again = await accounts.reset({ token, password });
    expect(again).toMatchObject({ kind: 'signed-in' });
    await expect.poll(() => accounts.actorOf(here.token)).toEqual({ kind: 'guest' });
    expect(await accounts.reset({ token, password })).toEqual({ kind: 'link-over' });
  });

  it('[ACCOUNT-12] a new email holds when its link was used; the old one is told', async () => {
    const shopper = await signUpShopper(shop);
    const other = await signUpShopper(shop);
    const change = (email: string) =>
      accounts.changeEmail(shopper.command(), { email }, { from: anywhere() });
    const email = someone();
    expect(await change(email)).toEqual({ kind: 'mailed' });
    const [mail] = await takeMails(shop);
    expect(mail?.to).toBe(email);
    expect(await accounts.actorOf(shopper.token)).toMatchObject({ email: shopper.email });
    expect(await accounts.followLink({ token: tokenIn(mail) })).toMatchObject({ actor: { email } });
    expect(await takeMails(shop)).toMatchObject([{ to: shopper.email, subject: 'Your email was changed' }]);
    await change(other.email);
    const [taken] = await takeMails(shop);
    expect(await accounts.followLink({ token: tokenIn(taken) })).toEqual({ kind: 'email-taken' });
  });

  it('[ACCOUNT-12] when staff change it the old one is told, and opens nothing any more', async () => {
    const { id: customerId, email: old, token } = await signUpShopper(shop);
    await accounts.askForLink(ask(old));
    const [link] = await takeMails(shop);
    const email = someone();
    const change = () => shop.engine.customers.change(shop.command(), { customerId, patch: { email } });
    expect(await change()).toMatchObject({ kind: 'done', customer: { email } });
    expect(await takeMails(shop)).toMatchObject([{ to: old, subject: 'Your email was changed' }]);
    await expect.poll(() => accounts.actorOf(token)).toEqual({ kind: 'guest' });
    expect(await accounts.followLink({ token: tokenIn(link) })).toEqual({ kind: 'link-over' });
    // The same once more changes nothing; nobody has shown that the new one is theirs, so nobody is told of another.
    await change();
    await shop.engine.customers.change(shop.command(), { customerId, patch: { email: someone() } });
    expect(await takeMails(shop)).toEqual([]);
  });

  it('[ACCOUNT-13] signing out ends one session, signing out everywhere ends all', async () => {
    const { email, token, command } = await signUpShopper(shop);
    await accounts.askForLink(ask(email));
    const second = await accounts.followLink({ token: tokenIn((await takeMails(shop))[0]) });
    if (second.kind !== 'signed-in') throw new Error(second.kind);
    await accounts.signOut(token);
    expect(await accounts.actorOf(token)).toEqual({ kind: 'guest' });
    expect(await accounts.view(second.actor)).toEqual({ hasPassword: false, identities: [], sessions: 1 });
    expect(await accounts.signOutEverywhere(command())).toEqual({ ended: 1 });
    await expect.poll(() => accounts.actorOf(second.token)).toEqual({ kind: 'guest' });
  });

  it('[ACCOUNT-14] accounts are brought in once, confirmed, and take nobody’s password away', async () => {
    const [email, known] = [someone(), someone()];
    await accounts.followLink({ token: await signUp(known, 'their own password') });
    const command = shop.command();
    const both = [email, known].map((each) => ({ email: each, name: 'Ada', password, locale: 'en' }));
    const ids = await accounts.importAccounts(command, both);
    expect(await accounts.importAccounts(command, both)).toEqual(ids);
    expect(await signIn(email)).toMatchObject({ kind: 'signed-in', actor: { id: ids[0], email } });
    expect(await signIn(known)).toEqual({ kind: 'refused' });
    expect(await signIn(known, 'their own password')).toMatchObject({ kind: 'signed-in' });
    expect(await everythingKept()).not.toContain(password);
    const guest = { ...shop.command(), actor: { kind: 'guest' } as const };
    await expect(accounts.importAccounts(guest, both)).rejects.toThrow();
  });
});
