import { describeOnEachEngine } from '@vitrine/database/testing';
import { type RawBuilder, sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { isFor, selectOpened } from '../cart/opened-carts.ts';
import { isOfPerson, isUnplacedOf } from '../checkout/forget-person.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';
import { signUpShopper, takeMails } from '../testing/shopper-account.ts';
import { staffWho } from '../testing/staff-who.ts';

describeOnEachEngine('carts that staff left open', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  const ida = staffWho('orders.write', 'orders.read');
  const command = () => ({ actor: ida, idempotencyKey: crypto.randomUUID() });
  const address = { street: 'Kai 1', postalCode: '24103', city: 'Kiel', country: 'DE' };

  beforeAll(async () => {
    shop = await openSellingShop(database());
  });

  const opened = async (more: { readonly customerId?: string } = {}) => {
    const cartId = crypto.randomUUID();
    const variantId = await shop.product(20, 1_000);
    const { staffCarts } = shop.engine;
    await staffCarts.open(command(), { cartId, channel: 'online', locale: 'en', currency: 'EUR', ...more });
    await staffCarts.addLine(command(), { cartId, variantId, quantity: 2 });
    return cartId;
  };
  const fill = (cartId: string, email: string, name = 'Ada Lovelace') =>
    shop.engine.staffCheckouts.update(command(), {
      cartId,
      patch: { contact: { email, name }, address: { ...address, name } },
    });
  const send = (cartId: string) => shop.engine.staffCheckouts.sendLink(command(), { cartId });

  it('[STAFFCART-10] open carts are listed with whom they are for, what they cost and where their link went', async () => {
    const { staffCheckouts } = shop.engine;
    const shopper = await signUpShopper(shop);
    const first = await opened();
    await fill(first, 'grace@example.com', 'Grace Hopper');
    await send(first);
    const second = await opened({ customerId: shopper.id });
    const { carts } = await staffCheckouts.list(ida);
    const listed = carts.find(({ cartId }) => cartId === first);
    expect(listed).toMatchObject({
      name: 'Grace Hopper',
      email: 'grace@example.com',
      openedBy: `staff:${ida.id}`,
      pieces: 2,
      total: { amount: 2_000, currency: 'EUR' },
      state: 'open',
      sent: { to: 'grace@example.com', at: expect.any(String) },
    });
    expect(listed?.sent?.openedAt).toBeUndefined();
    const own = await staffCheckouts.list(ida, { customerId: shopper.id });
    expect(own.carts).toMatchObject([{ cartId: second, customerId: shopper.id }]);
    await expect(staffCheckouts.list(staffWho('orders.read'))).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(staffCheckouts.list(ida, { cursor: 'x' })).rejects.toMatchObject({
      fields: [{ path: 'cursor' }],
    });
  });

  it('[STAFFCART-10] the link says when it was opened first; sent anew it is not opened yet', async () => {
    const { staffCheckouts, staffCarts } = shop.engine;
    const cartId = await opened();
    await fill(cartId, 'lin@example.com');
    await send(cartId);
    expect(await staffCheckouts.openedBy(cartId, 'x'.repeat(32))).toEqual({ kind: 'gone' });
    expect((await staffCarts.get(ida, cartId))?.sent?.openedAt).toBeUndefined();
    const [mail] = (await takeMails(shop)).filter(({ to }) => to === 'lin@example.com');
    const key = new URL(/https:\S+/.exec(mail!.text)![0]).searchParams.get('key')!;
    expect(await staffCheckouts.openedBy(cartId, key)).toMatchObject({
      kind: 'opened',
      market: { channel: 'online' },
    });
    const at = shop.now.toISOString();
    expect((await staffCarts.get(ida, cartId))?.sent).toEqual({ to: 'lin@example.com', at, openedAt: at });
    await send(cartId);
    expect((await staffCarts.get(ida, cartId))?.sent).toEqual({ to: 'lin@example.com', at });
  });

  it('[STAFFCART-10] pages of twenty follow each other without gap or repeat', async () => {
    const { staffCheckouts } = shop.engine;
    const shopper = await signUpShopper(shop);
    const ids = [];
    for (let count = 0; count < 21; count += 1) {
      const cartId = crypto.randomUUID();
      const where = { channel: 'online', locale: 'en', currency: 'EUR', customerId: shopper.id };
      await shop.engine.staffCarts.open(command(), { cartId, ...where });
      ids.push(cartId);
    }
    const first = await staffCheckouts.list(ida, { customerId: shopper.id });
    const rest = await staffCheckouts.list(ida, { customerId: shopper.id, cursor: first.next! });
    expect(first.carts).toHaveLength(20);
    expect(rest.next).toBeUndefined();
    const all = [...first.carts, ...rest.carts].map(({ cartId }) => cartId);
    expect(all).toHaveLength(21);
    expect(new Set(all)).toEqual(new Set(ids));
  });

  it('[STAFFCART-11] thrown away it is gone with what was filled in; one that staff did not open stays', async () => {
    const { staffCheckouts, staffCarts, cart } = shop.engine;
    const tag = crypto.randomUUID();
    const cartId = await opened();
    await fill(cartId, `${tag}@example.com`, `Person ${tag}`);
    expect(await staffCheckouts.throwAway(command(), { cartId })).toEqual({ kind: 'thrown-away' });
    expect(await staffCarts.get(ida, cartId)).toBeUndefined();
    expect(await inCheckouts(tag)).toBe(0);
    expect(await staffCheckouts.throwAway(command(), { cartId })).toEqual({ kind: 'no-cart' });
    const own = crypto.randomUUID();
    const variantId = await shop.product(5);
    await cart.addLine(shop.command(), shop.en, { cartId: own, variantId, quantity: 1 });
    expect(await staffCheckouts.throwAway(command(), { cartId: own })).toEqual({ kind: 'no-cart' });
    expect(await cart.get(shop.en, own)).toMatchObject({ lines: [{ quantity: 1 }] });
  });

  it('[CUST-12] [CUST-14] what staff opened for somebody is in their export, and gone with them', async () => {
    const { customers } = shop.engine;
    const tag = crypto.randomUUID();
    const shopper = await signUpShopper(shop, { email: `${tag}@example.com` });
    const own = await opened({ customerId: shopper.id });
    await fill(own, `other-${tag}@example.com`, `Person ${tag}`);
    // The export tells them in the order of their times.
    await shop.wait(1);
    const sent = await opened();
    await fill(sent, `${tag.toUpperCase()}@Example.com`, `Person ${tag}`);
    await send(sent);
    const typed = await opened();
    await fill(typed, `${tag}@Example.com`, `Person ${tag}`);
    expect(await customers.export(shopper.actor, shopper.id)).toMatchObject({
      cartsByStaff: [
        { id: own, channel: 'online', lines: [{ quantity: 2 }] },
        { id: sent, sent: { to: expect.stringMatching(new RegExp(tag, 'i')) } },
      ],
    });
    expect(await customers.erase(shopper.command(), { customerId: shopper.id })).toEqual({ kind: 'erased' });
    expect(await inCheckouts(tag)).toBe(0);
    expect(await shop.engine.staffCarts.get(ida, own)).toBeUndefined();
    expect(await shop.engine.staffCarts.get(ida, sent)).toBeUndefined();
    // Its goods are nobody's any more, and say nothing of them.
    expect(await shop.engine.staffCarts.get(ida, typed)).toMatchObject({ openedBy: `staff:${ida.id}` });
  });

  it('[CUST-14] what staff typed of somebody is gone from the audit log too; who did what stays', async () => {
    const { customers, staffCarts } = shop.engine;
    const actor = staffWho(
      'orders.write',
      'orders.read',
      'discounts.give',
      'discounts.any',
      'customers.write',
    );
    const by = () => ({ actor, idempotencyKey: crypto.randomUUID() });
    const tag = crypto.randomUUID();
    const shopper = await signUpShopper(shop, { email: `${tag}@example.com` });
    const give = async (cartId: string) => {
      const lineId = (await staffCarts.get(actor, cartId))!.lines[0]!.lineId;
      await staffCarts.giveForLine(by(), { cartId, lineId, price: 900, reason: 'other', text: `For ${tag}` });
    };
    const log = async () => {
      const { rows } = await database().execute(
        `select action, detail::text as detail from identity_audit where action = 'staffCarts.giveForLine' and actor = $1`,
        [`staff:${actor.id}`],
      );
      return rows as unknown as readonly { action: string; detail: string }[];
    };
    const before = await log();
    const left = await opened({ customerId: shopper.id });
    await give(left);
    const bought = await opened({ customerId: shopper.id });
    await give(bought);
    await fill(bought, shopper.email);
    const patch = { delivery: { methodId: 'parcel' }, terms: true } as const;
    await shop.engine.checkout.update(shop.asGuest(), shop.en, { cartId: bought, patch });
    const checkout = (await shop.engine.checkout.get(shop.en, bought))!;
    const outcome = await shop.pay(checkout, 'sim-approve');
    if (outcome.kind !== 'placed') throw new Error(JSON.stringify(outcome));
    const order = await shop.again(outcome.order);
    const lines = order.lines.map(({ id: lineId, quantity }) => ({ lineId, quantity }));
    await shop.engine.fulfilment.ship(shop.command(), { orderId: order.id, lines, locationId: 'warehouse' });
    expect((await log()).filter(({ detail }) => detail.includes(tag))).toHaveLength(2);
    expect(await customers.erase(shopper.command(), { customerId: shopper.id })).toEqual({ kind: 'erased' });
    const after = await log();
    expect(after).toHaveLength(before.length + 2);
    expect(after.filter(({ detail }) => detail.includes(tag))).toEqual([]);
    expect(after.filter(({ detail }) => detail.includes('"other"')).length).toBeGreaterThan(1);
  });

  it('[CUST-13] nobody is erased while a cart of theirs is being paid, whoever filled it', async () => {
    const { customers, cart, staffCarts } = shop.engine;
    const tag = crypto.randomUUID();
    const shopper = await signUpShopper(shop, { email: `${tag}@example.com` });
    const erase = () => customers.erase(shopper.command(), { customerId: shopper.id });
    const turn = (cartId: string, state: 'open' | 'paying') =>
      database().execute('update checkout_checkout set state = $1 where cart_id = $2', [state, cartId]);
    const forThem = await opened({ customerId: shopper.id });
    await fill(forThem, `other-${tag}@example.com`, `Person ${tag}`);
    const sent = await opened();
    await fill(sent, `${tag}@Example.com`);
    await send(sent);
    await fill(sent, `third-${tag}@example.com`, `Person ${tag}`);
    const typed = await opened();
    await fill(typed, `${tag.toUpperCase()}@example.com`, `Person ${tag}`);
    const own = crypto.randomUUID();
    const variantId = await shop.product(5);
    const line = { cartId: own, variantId, quantity: 1 };
    await cart.addLine(shopper.command(), shop.en, line);
    await shop.engine.checkout.update(shopper.command(), shop.en, {
      cartId: own,
      patch: { contact: { email: `work-${tag}@example.com`, name: `Person ${tag}` } },
    });
    await turn(forThem, 'paying');
    expect(await erase()).toEqual({ kind: 'being-paid' });
    await turn(forThem, 'open');
    await turn(sent, 'paying');
    expect(await erase()).toEqual({ kind: 'being-paid' });
    await turn(sent, 'open');
    await turn(typed, 'paying');
    expect(await erase()).toEqual({ kind: 'being-paid' });
    await turn(typed, 'open');
    await turn(own, 'paying');
    expect(await erase()).toEqual({ kind: 'being-paid' });
    await turn(own, 'open');
    expect(await staffCarts.get(ida, forThem)).toMatchObject({ customerId: shopper.id });
    expect(await inCheckouts(tag)).toBe(4);
    expect(await erase()).toEqual({ kind: 'erased' });
    expect(await inCheckouts(tag)).toBe(0);
  });

  it('[STAFFCART-10] [CUST-14] those that staff opened, and whose they are, are found by an index', async () => {
    const cartId = await opened();
    await fill(cartId, 'many@example.com');
    const copies = 'from generate_series(1, 3000) as at';
    await database().execute(
      `insert into cart (id, channel, currency, customer_group, version, notices, created_at, updated_at, expires_at, opened_by)
       select gen_random_uuid(), channel, currency, customer_group, version, notices, created_at,
         updated_at - at * interval '1 minute', expires_at,
         case when at % 3 = 0 then opened_by || jsonb_build_object('customerId', at::text,
           'sent', jsonb_build_object('to', 'Many' || at || '@example.com')) end
       ${copies} cross join cart where id = $1`,
      [cartId],
    );
    await database().execute(
      `insert into checkout_checkout (id, cart_id, channel, state, email, address, billing, delivery, draft, made_at, updated_at)
       select gen_random_uuid(), gen_random_uuid(), channel, 'open', 'Many' || at || '@example.com', address, billing,
         delivery, draft, made_at, updated_at
       ${copies} cross join checkout_checkout where cart_id = $1`,
      [cartId],
    );
    await database().execute('analyze cart', []);
    await database().execute('analyze checkout_checkout', []);
    const whose = { customerId: '2001', email: 'Many2001@example.com' };
    const plans = [
      await planOf(selectOpened({ limit: 21 })),
      await planOf(selectOpened({ limit: 21, before: { at: shop.now, id: cartId } })),
      await planOf(selectOpened({ limit: 21, customerId: whose.customerId })),
      await planOf(sql`select id from cart where ${isFor(whose)}`),
      await planOf(
        sql`select id from checkout_checkout where ${isOfPerson({ ...whose, orderIds: [cartId] })}`,
      ),
      await planOf(
        sql`select id from checkout_checkout where ${isUnplacedOf({ ...whose, cartIds: [cartId] })}`,
      ),
    ];
    expect(plans.filter((plan) => /Seq Scan on (cart|checkout_checkout) /.test(plan))).toEqual([]);
    // In the order of the index: nothing is sorted for a page of them all.
    expect(plans.slice(0, 2).filter((plan) => plan.includes('Sort'))).toEqual([]);
  });

  async function planOf(question: RawBuilder<unknown>): Promise<string> {
    const { rows } = await sql<{ readonly 'QUERY PLAN': string }>`explain ${question}`.execute(
      database().tables(),
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }

  async function inCheckouts(text: string): Promise<number> {
    const { rows } = await database().execute(
      'select count(*) as found from checkout_checkout as row where row::text ilike $1',
      [`%${text}%`],
    );
    return Number((rows[0] as { found: string | number }).found);
  }
});
