import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, test } from 'vitest';
import { createCommerceApi } from '../api/commerce-api.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { TEST_PRODUCTS } from '../testing/filled-shop.ts';
import { testCustomer } from '../testing/paying-shop.ts';
import { openSellingShop, type SellingShop } from '../testing/selling-shop.ts';
import { signUpShopper } from '../testing/shopper-account.ts';
import { arrangeList } from './arrange-list.rules.ts';
import type { ListKind } from './recommendations.views.ts';

test('[REC-11] pinned products come first in their order, hidden ones are nowhere', () => {
  const choice = (productId: string, kind: 'pin' | 'hide', place = 0) => ({ productId, choice: kind, place });
  const choices = [choice('d', 'pin', 1), choice('x', 'pin', 0), choice('b', 'hide')];
  expect(arrangeList(['a', 'b', 'c', 'd'], choices)).toEqual(['x', 'd', 'a', 'c']);
  expect(arrangeList(['a'], [])).toEqual(['a']);
});

describeOnEachEngine('recommendations', { migrations: [commerceMigrations] }, (database) => {
  let shop: SellingShop;
  const handles = new Map<string, string>();
  const [ada, bea, cid, dora] = [testCustomer(), testCustomer(), testCustomer(), testCustomer()];
  const today = new Date('2026-11-23T09:00:00.000Z');

  const names = (ids: readonly string[]) => ids.map((id) => handles.get(id));
  const idOf = (name: string) => [...handles].find(([, each]) => each === name)![0];
  const list = async (kind: ListKind, key = '', limit = 20) => {
    const [ids] = await shop.engine.recommendations.lists(shop.en, kind, [key], { limit });
    return names(ids!);
  };
  const picksOf = async (customer: typeof ada) =>
    names(await shop.engine.recommendations.picks(customer, shop.en, { limit: 20 }));

  async function sold(days: number, pieces: Readonly<Record<string, number>>, customer?: typeof ada) {
    shop.now = new Date(today.getTime() - days * 24 * 60 * 60_000);
    const lines = [];
    for (const [handle, quantity] of Object.entries(pieces))
      lines.push({ variantId: (await shop.variantIds(handle))[0]!, quantity });
    const outcome = await shop.pay(await shop.ready(lines), 'sim-approve', {
      ...(customer && { actor: customer }),
    });
    if (outcome.kind !== 'placed') throw new Error(outcome.kind);
    return outcome.order;
  }

  beforeAll(async () => {
    shop = await openSellingShop(database());
    for (const { handle } of TEST_PRODUCTS) handles.set(await shop.productId(handle), handle);
    await sold(95, { 'stoneware-mug': 9 });
    await sold(40, { 'desk-lamp': 6 });
    await sold(20, { 'stoneware-bowl': 2, 'wool-sweater': 1 }, ada);
    await sold(10, { 'stoneware-bowl': 1, 'wool-sweater': 1, 'desk-lamp': 1 }, bea);
    await sold(3, { 'wool-sweater': 4 }, ada);
    await sold(2, { 'stoneware-mug': 1 }, bea);
    await sold(2, { 'stoneware-bowl': 1, 'stoneware-mug': 1 }, cid);
    const given = await sold(1, { 'desk-lamp': 2 }, dora);
    await shop.engine.orders.cancel(shop.command(), { orderId: given.id, reason: 'changed my mind' });
    shop.now = today;
    await shop.engine.recommendations.refresh();
  });

  test('[REC-2] [REC-1] the best selling of the shop and of categories with all below them, and the newest', async () => {
    expect(await list('best-selling')).toEqual([
      'desk-lamp',
      'wool-sweater',
      'stoneware-bowl',
      'stoneware-mug',
    ]);
    const tree = await shop.engine.catalog.categoryTree(shop.en);
    const [home, tableware] = [tree[0]!.id, tree[0]!.children[0]!.id];
    expect(await list('best-selling', home)).toEqual(['desk-lamp', 'stoneware-bowl', 'stoneware-mug']);
    expect(await list('best-selling', tableware, 1)).toEqual(['stoneware-bowl']);
    expect(await list('new', '', 3)).toEqual(['wool-hat', 'wool-sweater', 'desk-lamp']);
    expect(await list('new', tableware)).toEqual(['stoneware-bowl', 'stoneware-mug']);
  });

  test('[REC-3] what sells more than expected is trending', async () => {
    expect(await list('trending')).toEqual(['wool-sweater', 'stoneware-mug', 'stoneware-bowl']);
    const rows = await shop.engine.recommendations.forStaff(shop.command().actor, 'trending', '');
    // (4 − 0.5) ÷ √1.5, 2 ÷ √1, (1 − 0.75) ÷ √1.75.
    expect(rows.map(({ score }) => score?.toFixed(3))).toEqual(['2.858', '2.000', '0.189']);
  });

  test('[REC-4] [REC-5] what goes together by orders, and by shoppers', async () => {
    const of = (kind: ListKind, name: string) => list(kind, idOf(name));
    expect(await of('bought-together', 'stoneware-bowl')).toEqual(['wool-sweater']);
    expect(await of('bought-together', 'wool-sweater')).toEqual(['stoneware-bowl']);
    expect(await of('bought-together', 'desk-lamp')).toEqual([]);
    expect(await of('also-like', 'stoneware-bowl')).toEqual(['wool-sweater', 'stoneware-mug']);
    expect(await of('also-like', 'stoneware-mug')).toEqual(['stoneware-bowl']);
    const rows = await shop.engine.recommendations.forStaff(
      shop.command().actor,
      'also-like',
      idOf('stoneware-bowl'),
    );
    expect(rows.map(({ score }) => score?.toFixed(3))).toEqual(['0.816', '0.667']);
  });

  test('[REC-7] picks are what similar shoppers bought, then what sells best, never what they have', async () => {
    expect(await picksOf(cid)).toEqual(['wool-sweater', 'desk-lamp']);
    expect(await picksOf(dora)).toEqual(['desk-lamp', 'wool-sweater', 'stoneware-bowl', 'stoneware-mug']);
  });

  test('[REC-13] many lists come in the order of their keys', async () => {
    const keys = [idOf('stoneware-mug'), 'nobody', idOf('stoneware-bowl')];
    const lists = await shop.engine.recommendations.lists(shop.en, 'also-like', keys, { limit: 1 });
    expect(lists.map(names)).toEqual([['stoneware-bowl'], [], ['wool-sweater']]);
  });

  test('[REC-6] [REC-9] baskets of more than 100 products say nothing; lists end at 60, ties go by product id', async () => {
    const { recommendations } = shop.engine;
    const pair = { 'stoneware-mug': 1, 'desk-lamp': 1 };
    const orders = [await sold(1, pair), await sold(1, pair)];
    shop.now = today;
    const others = (count: number, from: number) =>
      database().execute(
        `insert into orders_line
         select (jsonb_populate_record(line, jsonb_build_object('id', gen_random_uuid(), 'place', n + 10,
           'product_id', 'other ' || n))).*
         from orders_line as line, generate_series($2::int, $3::int) as n where line.order_id = $1 and line.place = 0`,
        [orders[0]!.id, from, from + count - 1],
      );
    await others(98, 1);
    await recommendations.refresh({ every: 0 });
    expect(await list('bought-together', idOf('stoneware-mug'))).toContain('desk-lamp');
    await others(1, 99);
    await recommendations.refresh({ every: 0 });
    expect(await list('bought-together', idOf('stoneware-mug'))).not.toContain('desk-lamp');
    const { rows } = await database().execute(
      `select product_id, score from recommendations_entry where kind = 'best-selling' and key = '' order by place`,
    );
    const kept = rows as unknown as readonly { product_id: string; score: number }[];
    expect(kept).toHaveLength(60);
    const rest = kept
      .filter(({ product_id }) => product_id.startsWith('other'))
      .map(({ product_id }) => product_id);
    expect(rest.length).toBeGreaterThan(50);
    expect(rest).toEqual(rest.toSorted((a, b) => (a < b ? -1 : 1)));
    await database().execute('delete from orders_line where product_id like $1', ['other %']);
    for (const { id } of orders)
      await shop.engine.orders.cancel(shop.command(), { orderId: id, reason: 'changed my mind' });
    await recommendations.refresh({ every: 0 });
  });

  test('[REC-8] what somebody looks at is written nowhere', async () => {
    const { token } = await signUpShopper(shop);
    const app = createCommerceApi(shop.engine);
    const written = async () => {
      const { rows } = await database().execute(
        `select table_name, (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I', table_name),
           false, true, '')))[1]::text as rows
         from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
      );
      return rows;
    };
    const market = 'channel=online&locale=en&currency=EUR';
    const look = async (path: string, headers = {}) => {
      const response = await app.request(`/api/store/v1/${path}?${market}`, { headers });
      expect(response.status).toBe(200);
    };
    // The index of the market is filled by its first search.
    await look('search');
    const before = await written();
    const headers = { authorization: `Bearer ${token}` };
    for (const path of ['category-tree', 'search', 'my/recommendations']) await look(path, headers);
    await shop.engine.catalog.productsById(shop.en, [idOf('stoneware-mug')]);
    expect(await written()).toEqual(before);
  });

  test('[REC-10] [REC-11] [REC-12] [REC-14] [REC-15] choices stay when the job runs; what cannot be seen takes nobody’s place', async () => {
    const { recommendations } = shop.engine;
    const choose = (productId: string, choice: 'pin' | 'hide' | 'none') =>
      recommendations.choose(shop.command(), { kind: 'best-selling', productId, choice });
    await choose(idOf('wool-hat'), 'pin');
    await choose(idOf('desk-lamp'), 'hide');
    expect(await list('best-selling')).toEqual([
      'wool-hat',
      'wool-sweater',
      'stoneware-bowl',
      'stoneware-mug',
    ]);
    expect(await recommendations.refresh()).toEqual([]);
    expect(await recommendations.refresh({ every: 0 })).toHaveLength(5);
    const sweater = TEST_PRODUCTS.find(({ handle }) => handle === 'wool-sweater')!;
    await shop.engine.catalog.importProducts(shop.command(), [{ ...sweater, published: false }]);
    expect(await list('best-selling', '', 2)).toEqual(['wool-hat', 'stoneware-bowl']);
    const rows = await recommendations.forStaff(shop.command().actor, 'best-selling', '');
    expect(rows.map(({ productId, by }) => [handles.get(productId), by])).toEqual([
      ['wool-hat', 'pin'],
      ['wool-sweater', 'computed'],
      ['stoneware-bowl', 'computed'],
      ['stoneware-mug', 'computed'],
      ['desk-lamp', 'hide'],
    ]);
    await choose(idOf('desk-lamp'), 'none');
    await choose(idOf('wool-hat'), 'none');
    expect(await list('best-selling')).toEqual(['desk-lamp', 'stoneware-bowl', 'stoneware-mug']);
    const ids = (handlesOf: readonly string[]) => handlesOf.map(idOf);
    const arrange = (pinned: readonly string[], hidden: readonly string[]) =>
      recommendations.arrange(shop.command(), {
        kind: 'best-selling',
        pinned: ids(pinned),
        hidden: ids(hidden),
      });
    await arrange(['wool-hat', 'stoneware-mug'], ['stoneware-bowl']);
    expect(await list('best-selling')).toEqual(['wool-hat', 'stoneware-mug', 'desk-lamp']);
    await arrange(['stoneware-mug', 'wool-hat'], []);
    expect(await list('best-selling')).toEqual(['stoneware-mug', 'wool-hat', 'desk-lamp', 'stoneware-bowl']);
    await expect(arrange(['wool-hat'], ['wool-hat'])).rejects.toMatchObject({ code: 'bad_input' });
    const seen = { pinned: ids(['stoneware-mug', 'wool-hat']), hidden: [] };
    const lamp = { kind: 'best-selling', seen, pinned: ids(['desk-lamp']) } as const;
    const mug = { kind: 'best-selling', seen, pinned: ids(['stoneware-mug']) } as const;
    const both = await Promise.all(
      [lamp, mug].map((wished) => recommendations.arrange(shop.command(), wished)),
    );
    expect(both.map(({ kind }) => kind).sort()).toEqual(['arranged', 'changed-meanwhile']);
    const stands = await recommendations.forStaff(shop.command().actor, 'best-selling', '');
    expect(both.map(({ items }) => items)).toEqual([stands, stands]);
    const crowd = ['wool-hat', 'desk-lamp', 'wool-hat', 'desk-lamp', 'wool-hat', 'desk-lamp'];
    await Promise.all(crowd.map((name) => arrange([name, 'stoneware-mug'], [])));
    await Promise.all(crowd.map((name) => choose(idOf(name), 'pin')));
    expect(await list('best-selling')).toHaveLength(4);
    const guest = { ...shop.asGuest() };
    const wish = { kind: 'new', productId: 'mug', choice: 'pin' } as const;
    await expect(recommendations.choose(guest, wish)).rejects.toMatchObject({ code: 'not_allowed' });
  });
});
