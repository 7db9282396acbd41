import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { type FilledShop, openFilledShop, testVariant } from '../testing/filled-shop.ts';

describeOnEachEngine('what is held', { migrations: [commerceMigrations] }, (database) => {
  let shop: FilledShop;
  let made = 0;
  beforeAll(async () => {
    shop = await openFilledShop(database());
  });

  const by = () => ({ actor: 'system:test', at: shop.now });
  const door = () => shop.engine.inventory.inTransaction;
  async function variant(stock: number, backorder = false): Promise<string> {
    made += 1;
    const handle = `held-thing-${made}`;
    const variants = [{ ...testVariant({}, { EUR: 1000 }, stock), backorder }];
    await shop.engine.catalog.importProducts(shop.command(), [{ handle, name: { en: handle }, variants }]);
    return (await shop.variantIds(handle))[0]!;
  }
  const reserve = (owner: string, variantId: string, quantity: number) =>
    database().transaction((tx) =>
      door().reserve(
        tx,
        {
          owner,
          channel: 'online',
          parts: [{ demand: [{ variantId, quantity }], locations: ['warehouse', 'store-harbour'] }],
        },
        by(),
      ),
    );
  const held = (owner: string) => door().held(database(), owner);
  const count = (variantId: string, locationId: string, onHand: number) =>
    shop.engine.inventory.setOnHand(shop.command(), { variantId, locationId, onHand, reason: 'counted' });
  const sound = async () => expect(await shop.engine.inventory.discrepancies()).toEqual([]);

  test('[RES-11] what one holds comes to another that holds the same: as much as both, for good', async () => {
    const [id, other] = [await variant(10), await variant(4)];
    await reserve('order:keeper', id, 2);
    await reserve('addition:more', id, 3);
    await reserve('addition:more', other, 1);
    const levels = () => shop.engine.inventory.stock(shop.command().actor, [id, other]);
    const before = await levels();
    await database().transaction((tx) => door().join(tx, 'addition:more', 'order:keeper'));
    expect(await held('addition:more')).toEqual([]);
    const now = await held('order:keeper');
    expect(now.map(({ variantId, quantity }) => [variantId, quantity]).sort()).toEqual(
      [
        [id, 5],
        [other, 1],
      ].sort(),
    );
    expect(await levels()).toEqual(before);
    await sound();
  });

  test('[RES-8] what arrives goes to who has waited longest, whichever way it arrives', async () => {
    const id = await variant(0, true);
    await reserve('order:first', id, 2);
    shop.now = new Date(shop.now.getTime() + 1000);
    await reserve('order:second', id, 3);
    expect(await count(id, 'warehouse', 2)).toEqual({ kind: 'changed', onHand: 2, reserved: 2 });
    expect(await held('order:first')).toMatchObject([{ quantity: 2, backordered: 0 }]);
    await shop.takeEvents();
    expect(await count(id, 'warehouse', 3)).toEqual({ kind: 'changed', onHand: 3, reserved: 3 });
    expect(await held('order:second')).toMatchObject([{ quantity: 1, backordered: 2 }]);
    const kinds = (await shop.takeEvents()).map(({ kind }) => kind);
    expect(kinds).toContain('stock.allocated');
    // Nothing is to be had before and after: shoppers are told nothing.
    expect(kinds).not.toContain('stock.class-changed');
    await count(id, 'store-harbour', 4);
    const move = { variantId: id, from: 'store-harbour', to: 'warehouse', quantity: 1 };
    await shop.engine.inventory.move(shop.command(), move);
    expect(await held('order:second')).toMatchObject([{ quantity: 2, backordered: 1 }]);
    const adjust = { variantId: id, locationId: 'warehouse', quantity: 4, reason: 'delivery' };
    expect(await shop.engine.inventory.adjust(shop.command(), adjust)).toMatchObject({
      onHand: 8,
      reserved: 5,
    });
    await sound();
  });

  test('[RES-8] what comes free goes to who waits', async () => {
    const id = await variant(2, true);
    await reserve('order:has', id, 2);
    await reserve('order:waits', id, 2);
    expect(await held('order:waits')).toMatchObject([{ quantity: 0, backordered: 2 }]);
    await database().transaction((tx) =>
      door().releasePart(tx, 'order:has', [{ variantId: id, quantity: 1 }], by()),
    );
    expect(await held('order:waits')).toMatchObject([{ quantity: 1, backordered: 1 }]);
    await database().transaction((tx) => door().release(tx, 'order:has', by()));
    expect(await held('order:waits')).toMatchObject([{ quantity: 2, backordered: 0 }]);
    await sound();
  });

  test('[RES-9] gives back exactly so many: what is owed first, then the smallest part', async () => {
    const id = await variant(3, true);
    await count(id, 'store-harbour', 1);
    await reserve('order:parts', id, 6);
    expect(await held('order:parts')).toHaveLength(2);
    const release = (quantity: number) =>
      database().transaction((tx) =>
        door().releasePart(tx, 'order:parts', [{ variantId: id, quantity }], by()),
      );
    expect(await release(7)).toEqual({ kind: 'not-held', variantId: id });
    expect(await release(3)).toEqual({ kind: 'released' });
    expect(await held('order:parts')).toEqual([
      { variantId: id, locationId: 'warehouse', quantity: 3, backordered: 0 },
    ]);
    await release(3);
    expect(await held('order:parts')).toEqual([]);
    await sound();
  });

  test('[RES-10] a promise moves to where the pieces are', async () => {
    const id = await variant(2, true);
    await reserve('order:moves', id, 3);
    await count(id, 'store-harbour', 5);
    await database().transaction((tx) =>
      door().moveHeld(
        tx,
        'order:moves',
        [{ variantId: id, from: 'warehouse', to: 'store-harbour', quantity: 3 }],
        by(),
      ),
    );
    expect(await held('order:moves')).toEqual([
      { variantId: id, locationId: 'store-harbour', quantity: 3, backordered: 0 },
    ]);
    await sound();
  });
});
