import { describeOnEachEngine } from '@vitrine/database/testing';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { commerceMigrations } from './migrations/commerce-migrations.ts';
import { openFilledShop } from './testing/filled-shop.ts';

const DAY = 24 * 60 * 60 * 1000;

describeOnEachEngine('keeping house', { migrations: [commerceMigrations] }, (open) => {
  test('[CART-16] [IDEM-7] what nobody needs any more goes, what is in use stays', async () => {
    const shop = await openFilledShop(open());
    const { cart, identity } = shop.engine;
    const [variantId] = await shop.variantIds('stoneware-bowl');
    const fill = async () => {
      const cartId = crypto.randomUUID();
      await cart.addLine(shop.asGuest(), shop.en, { cartId, variantId: variantId!, quantity: 1 });
      return cartId;
    };
    const password = 'a long password for a test';
    const person = { email: 'anna@example.com', name: 'Anna', roles: ['merchandiser' as const], password };
    await identity.importStaff(shop.command(), [person]);
    const signIn = () => identity.signIn({ email: person.email, password, from: 'test' });

    const start = shop.now;
    await signIn();
    const abandoned = await fill();
    const tables = open().tables();
    const long = new Date(start.getTime() + 61 * DAY);
    const { rows } = await sql`select 1 from idempotency_answer`.execute(tables);
    await sql`update idempotency_answer set at = ${start}`.execute(tables);
    await sql`update outbox_events set at = now() - interval '8 days'`.execute(tables);
    shop.now = long;
    await signIn();
    const used = await fill();
    await sql`update idempotency_answer set at = ${new Date(long.getTime() - 29 * DAY)} where at <> ${start}`.execute(
      tables,
    );

    const gone = await shop.engine.keepHouse();
    expect(gone).toMatchObject({ carts: 1, sessions: 1, answers: rows.length });
    expect(gone.events).toBeGreaterThan(0);
    expect(await cart.get(shop.en, used)).toMatchObject({ count: 1 });
    shop.now = start;
    expect(await cart.get(shop.en, abandoned)).toBeUndefined();
    shop.now = long;
    expect(await shop.engine.keepHouse()).toMatchObject({ carts: 0, sessions: 0, events: 0 });
  });
});
