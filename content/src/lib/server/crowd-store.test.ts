import { describeOnEachEngine } from '@vitrine/database/testing';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import type { Audience } from '../audience.ts';
import { type Experiment, nobodyApart, type VersionName, versionNames } from '../experiment.ts';
import { makeExperiment } from '../testing/builders.ts';
import { contentMigrations } from './content.tables.ts';
import { CrowdRefusedError } from './crowd-store.ts';
import { type CrowdStoreOptions, createCrowdStore } from './sql-crowd-store.ts';

const day = 24 * 3_600_000;

describeOnEachEngine('audiences and tests in a database', { migrations: [contentMigrations] }, (open) => {
  let now: number;
  beforeEach(async () => {
    now = Date.UTC(2027, 2, 1, 9);
    await open().execute(
      'truncate content_audiences, content_experiments, content_experiment_visitors, content_experiment_baskets, content_experiment_orders',
    );
  });
  const openStore = (options: Partial<CrowdStoreOptions> = {}) =>
    createCrowdStore(open(), { secret: 'a secret of the shop', now: () => now, ...options });
  const phones: Audience = {
    id: 'phones',
    name: 'Phones',
    rules: [{ kind: 'device', devices: ['phone'] }],
  };
  const { state: _, ...hero } = makeExperiment({ share: 50 });
  const running = async () => {
    const store = openStore();
    await store.putExperiment(hero);
    await store.startExperiment('hero');
    return store;
  };
  const saw = (visitor: string, version: VersionName = 'a', experiment = 'hero') => ({
    experiment,
    version,
    visitor,
  });
  const order = (id: string, cart: string, total = 4990, currency = 'EUR') => ({
    id,
    cart,
    placedAt: new Date(now).toISOString(),
    currency,
    total,
  });
  const none = { visitors: 0, baskets: 0, buyers: 0, revenue: {} };

  test('[CROWD-1] audiences and tests are kept as they are, listed by name, and removed', async () => {
    const store = openStore();
    expect(await store.crowd()).toEqual(nobodyApart);
    const tablets: Audience = {
      ...phones,
      id: 'a-tablet',
      name: 'Tablets',
      rules: [{ kind: 'basket', is: true }],
    };
    await store.putAudience(tablets);
    await store.putAudience(phones);
    expect(await store.putExperiment({ ...hero, audience: 'phones' })).toEqual({
      ...hero,
      audience: 'phones',
      state: { kind: 'planned' },
    });
    await store.putAudience({ ...tablets, name: 'A tablet' });
    const { audiences, experiments } = await store.crowd();
    expect(audiences).toEqual([{ ...tablets, name: 'A tablet' }, phones]);
    expect(experiments).toEqual([{ ...hero, audience: 'phones', state: { kind: 'planned' } }]);
    await store.removeExperiment('hero');
    await store.removeAudience('phones');
    await store.removeAudience('a-tablet');
    expect(await store.crowd()).toEqual(nobodyApart);
  });

  test('[CROWD-2] a test is planned, runs and ends, each once and in this order', async () => {
    const store = openStore();
    await store.putExperiment(hero);
    await expect(store.endExperiment('hero', 'a')).rejects.toThrow('not running');
    const since = new Date(now).toISOString();
    expect((await store.startExperiment('hero')).state).toEqual({ kind: 'running', since });
    await expect(store.startExperiment('hero')).rejects.toThrow(CrowdRefusedError);
    await expect(store.removeExperiment('hero')).rejects.toThrow('running');
    await expect(store.endExperiment('hero', 'c')).rejects.toThrow('no version "c"');
    now += day;
    const ended = { kind: 'ended', since, until: new Date(now).toISOString(), winner: 'b' };
    expect((await store.endExperiment('hero', 'b')).state).toEqual(ended);
    await expect(store.endExperiment('hero', 'a')).rejects.toThrow(CrowdRefusedError);
    await expect(store.startExperiment('hero')).rejects.toThrow(CrowdRefusedError);
    await expect(store.startExperiment('gone')).rejects.toThrow('There is no test "gone".');
    expect((await store.crowd()).experiments[0]?.state).toEqual(ended);
    await store.removeExperiment('hero');
    expect(await store.counts('hero')).toBeUndefined();
  });

  test('[CROWD-3] no audience is called as a test, and a test has the audience it is for while it needs it', async () => {
    const store = openStore();
    await store.putAudience(phones);
    await expect(store.putExperiment({ ...hero, id: 'phones' })).rejects.toThrow('called "phones"');
    await expect(store.putExperiment({ ...hero, audience: 'gone' })).rejects.toThrow('no audience "gone"');
    await store.putExperiment({ ...hero, audience: 'phones' });
    await expect(store.putAudience({ ...phones, id: 'hero' })).rejects.toThrow('called "hero"');
    await expect(store.removeAudience('phones')).rejects.toThrow('"Short headline" is for this audience');
    await store.startExperiment('hero');
    await expect(store.removeAudience('phones')).rejects.toThrow(CrowdRefusedError);
    await store.endExperiment('hero', 'a');
    await store.removeAudience('phones');
    await store.putExperiment({ ...hero, audience: 'phones', name: 'Renamed' });
  });

  test('[CROWD-7] no test is for an audience that people join or leave while they look around', async () => {
    const store = openStore();
    const shoppers: Audience = { id: 'shoppers', name: 'Shoppers', rules: [{ kind: 'basket', is: true }] };
    await store.putAudience(shoppers);
    const theirs = { ...hero, audience: 'shoppers' };
    await expect(store.putExperiment(theirs)).rejects.toThrow('would change in the middle of a visit');
    await store.putAudience({ ...phones, id: 'shoppers' });
    await store.putExperiment(theirs);
    await expect(store.putAudience(shoppers)).rejects.toThrow(
      '"Short headline" is for this audience. A test',
    );
    await open().execute('update content_audiences set rules = $1::jsonb', [JSON.stringify(shoppers.rules)]);
    await expect(store.startExperiment('hero')).rejects.toThrow(CrowdRefusedError);
    await store.putExperiment({ ...theirs, name: 'Renamed' });
    await store.removeExperiment('hero');
    await store.putAudience(shoppers);
  });

  test('[CROWD-4] of a test that has begun only names, labels and a larger share change', async () => {
    const store = await running();
    const versions = [hero.versions[0]!, { name: 'b' as const, label: 'Shorter' }];
    await store.putExperiment({ ...hero, name: 'Headline', versions, share: 80 });
    const third = [...versions, { name: 'c', label: 'None' }] as const;
    await store.putAudience(phones);
    const larger = { ...hero, share: 80 };
    for (const refused of [
      hero,
      { ...larger, versions: third },
      { ...larger, audience: 'phones' },
    ] satisfies Omit<Experiment, 'state'>[])
      await expect(store.putExperiment(refused)).rejects.toThrow('has begun');
    expect((await store.crowd()).experiments[0]).toMatchObject({ name: 'Headline', versions, share: 80 });
  });

  test('[CROWD-5] every change is told once, what is refused is not', async () => {
    const store = openStore();
    let told = 0;
    const stop = open().subscribe((events) => {
      told += events.filter(({ kind }) => kind === 'audiences.changed').length;
    });
    await store.putAudience(phones);
    await store.putExperiment(hero);
    await store.startExperiment('hero');
    await expect(store.startExperiment('hero')).rejects.toThrow(CrowdRefusedError);
    await store.endExperiment('hero', 'a');
    expect(told).toBe(4);
    stop();
  });

  test('[CROWD-6] there are no more than there is room for', async () => {
    const store = openStore({ most: 1 });
    await store.putAudience(phones);
    await store.putAudience({ ...phones, name: 'Small screens' });
    await expect(store.putAudience({ ...phones, id: 'more' })).rejects.toThrow('There are 1 already');
    await store.putExperiment(hero);
    await expect(store.putExperiment({ ...hero, id: 'more' })).rejects.toThrow(CrowdRefusedError);
  });

  test('[COUNT-1] a visitor counts once, for the version they saw first, and only while the test runs', async () => {
    const store = openStore();
    await store.putExperiment(hero);
    await store.seen([saw('early', 'b')]);
    await store.startExperiment('hero');
    await store.seen([
      saw('ada', 'b'),
      saw('bob'),
      saw('ada', 'a'),
      saw('eve', 'd'),
      saw('ada', 'a', 'gone'),
    ]);
    await store.seen([saw('ada', 'a')]);
    await store.seen([]);
    expect(await store.counts('hero')).toEqual([
      { ...none, version: 'a', visitors: 1 },
      { ...none, version: 'b', visitors: 1 },
    ]);
    await store.began('bob', 'cart');
    await store.endExperiment('hero', 'b');
    await store.seen([saw('late', 'b')]);
    await store.began('ada', 'other');
    await store.ordered([order('o1', 'cart')]);
    expect(await store.counts('hero')).toEqual([
      { ...none, version: 'a', visitors: 1, baskets: 1 },
      { ...none, version: 'b', visitors: 1 },
    ]);
  });

  test('[COUNT-2] an order counts for who began its basket after they had seen a version, once', async () => {
    const store = await running();
    await store.seen([saw('ada', 'b'), saw('bob')]);
    await store.ordered([]);
    await store.began('ada', 'cart');
    await store.ordered([order('o1', 'cart'), order('o2', 'cart', 1000), order('o1', 'cart')]);
    await store.ordered([order('o1', 'cart'), order('o3', 'cart', 700, 'GBP'), order('o4', 'unknown')]);
    expect(await store.counts('hero')).toEqual([
      { ...none, version: 'a', visitors: 1 },
      { version: 'b', visitors: 1, baskets: 1, buyers: 1, revenue: { EUR: 5990, GBP: 700 } },
    ]);
  });

  test('[COUNT-7] a basket from before the test counts when it is ordered', async () => {
    const store = await running();
    await store.seen([{ ...saw('ada', 'b'), cart: 'old' }, saw('bob')]);
    await store.seen([{ ...saw('eve', 'b'), cart: 'hers' }]);
    expect((await store.counts('hero'))?.map(({ baskets }) => baskets)).toEqual([0, 0]);
    await store.ordered([order('o1', 'old')]);
    expect(await store.counts('hero')).toEqual([
      { ...none, version: 'a', visitors: 1 },
      { version: 'b', visitors: 2, baskets: 1, buyers: 1, revenue: { EUR: 4990 } },
    ]);
  });

  test('[COUNT-3] a basket that went from one visitor to another is ordered by who had it last', async () => {
    const store = await running();
    await store.seen([saw('ada', 'a'), saw('bob', 'b')]);
    await store.began('ada', 'cart');
    await store.began('bob', 'cart');
    await store.ordered([order('o1', 'cart')]);
    expect(await store.counts('hero')).toEqual([
      { ...none, version: 'a', visitors: 1, baskets: 1 },
      { version: 'b', visitors: 1, baskets: 1, buyers: 1, revenue: { EUR: 4990 } },
    ]);
  });

  test('[COUNT-3] of views that are told together the last has the basket', async () => {
    for (const [first, last] of [
      ['ada', 'bob'],
      ['bob', 'ada'],
    ] as const) {
      await open().execute('truncate content_experiments cascade');
      const store = await running();
      const views = [saw(first, 'a'), saw(last, 'b'), saw(first, 'a'), saw(last, 'b')];
      await store.seen(views.map((view) => ({ ...view, cart: 'cart' })));
      await store.ordered([order('o1', 'cart')]);
      expect((await store.counts('hero'))?.map(({ buyers }) => buyers)).toEqual([0, 1]);
    }
  });

  test('[COUNT-2] an order from before its visitor saw a version counts for nobody, however often it is told', async () => {
    const store = await running();
    await store.began('ada', 'cart');
    await store.ordered([order('o1', 'cart')]);
    await store.seen([{ ...saw('ada', 'b'), cart: 'cart' }]);
    await store.ordered([order('o1', 'cart'), order('o2', 'unknown')]);
    expect(await store.counts('hero')).toEqual([
      { ...none, version: 'a' },
      { ...none, version: 'b', visitors: 1 },
    ]);
  });

  test('[COUNT-2] an order counts for no test that began after it was placed', async () => {
    const store = await running();
    const early = order('o1', 'cart', 500);
    now += day;
    await store.putExperiment({ ...hero, id: 'younger' });
    await store.startExperiment('younger');
    await store.seen([saw('ada'), saw('ada', 'a', 'younger')]);
    await store.had('ada', 'cart');
    await store.ordered([early, order('o2', 'cart', 40)]);
    expect((await store.counts('hero'))?.[0]).toMatchObject({ buyers: 1, revenue: { EUR: 540 } });
    expect((await store.counts('younger'))?.[0]).toMatchObject({ buyers: 1, revenue: { EUR: 40 } });
  });

  test('[COUNT-8] a basket that is given back was not begun; its order counts', async () => {
    const store = await running();
    await store.seen([saw('ada')]);
    await store.had('ada', 'old');
    expect((await store.counts('hero'))?.[0]).toMatchObject({ visitors: 1, baskets: 0 });
    await store.ordered([order('o1', 'old')]);
    expect((await store.counts('hero'))?.[0]).toMatchObject({ baskets: 1, buyers: 1 });
  });

  test('[COUNT-9] an order that is cancelled whole counts for nobody, whichever is told first', async () => {
    const store = await running();
    await store.seen([saw('ada'), saw('bob', 'b')]);
    await store.began('ada', 'hers');
    await store.began('bob', 'his');
    await store.ordered([order('o1', 'hers', 500), order('o2', 'hers', 40), order('o3', 'his')]);
    await store.cancelled([]);
    await store.cancelled(['o1', 'o3', 'o4', 'o1']);
    await store.cancelled(['o1']);
    await store.ordered([order('o1', 'hers', 500), order('o4', 'his')]);
    expect(await store.counts('hero')).toEqual([
      { version: 'a', visitors: 1, baskets: 1, buyers: 1, revenue: { EUR: 40 } },
      { ...none, version: 'b', visitors: 1, baskets: 1 },
    ]);
    await store.endExperiment('hero', 'a');
    await store.cancelled(['o2']);
    expect((await store.counts('hero'))?.[0]).toMatchObject({ buyers: 1, revenue: { EUR: 40 } });
  });

  test('[COUNT-4] many processes that tell the same at once count it once', async () => {
    const stores = [await running(), openStore(), openStore()];
    const visitors = Array.from({ length: 40 }, (_, at) => `visitor-${at}`);
    const views = visitors.map((visitor, at) => saw(visitor, at % 2 === 0 ? 'a' : 'b'));
    await Promise.all(
      stores.flatMap((store, at) => [
        store.seen(at % 2 === 0 ? views : views.toReversed()),
        store.seen(views.slice(at).map((view) => ({ ...view, cart: `c-${view.visitor}` }))),
      ]),
    );
    await Promise.all(
      stores.flatMap((store) => visitors.map((visitor) => store.began(visitor, `c-${visitor}`))),
    );
    await Promise.all(
      stores.flatMap((store) =>
        visitors.map((visitor) => store.ordered([order(`o-${visitor}`, `c-${visitor}`, 10)])),
      ),
    );
    const all = visitors.map((visitor) => order(`o-${visitor}`, `c-${visitor}`, 10));
    const more = visitors.map((visitor) => order(`more-${visitor}`, `c-${visitor}`, 5));
    await Promise.all([
      ...stores.map((store, at) => store.ordered(at % 2 === 0 ? all : all.toReversed())),
      ...stores.map((store, at) => store.ordered(at % 2 === 0 ? more : more.toReversed())),
    ]);
    const counted = { visitors: 20, baskets: 20, buyers: 20, revenue: { EUR: 300 } };
    expect(await stores[0]!.counts('hero')).toEqual([
      { ...counted, version: 'a' },
      { ...counted, version: 'b' },
    ]);
  });

  test('[COUNT-4] a basket that is told before its visitor, by another process, is theirs', async () => {
    const store = await running();
    await openStore().began('ada', 'cart');
    await store.seen([saw('ada')]);
    await store.ordered([order('o1', 'cart')]);
    expect((await store.counts('hero'))?.[0]).toMatchObject({ visitors: 1, baskets: 1, buyers: 1 });
  });

  test('[COUNT-5] what is stored names no visitor, basket or order, and is another in each test', async () => {
    const store = await running();
    await store.putExperiment({ ...hero, id: 'other' });
    await store.startExperiment('other');
    await store.seen([saw('ada'), saw('ada', 'a', 'other')]);
    await store.began('ada', 'her-cart');
    await store.ordered([order('her-order', 'her-cart')]);
    const { rows: visitors } = await open().execute('select visitor from content_experiment_visitors');
    const { rows: baskets } = await open().execute('select visitor, cart from content_experiment_baskets');
    const { rows: orders } = await open().execute('select visitor, id from content_experiment_orders');
    expect(JSON.stringify([visitors, baskets, orders])).not.toMatch(/ada|her-/);
    for (const [rows, column] of [
      [visitors, 'visitor'],
      [baskets, 'cart'],
      [orders, 'id'],
    ] as const)
      expect(new Set(rows.map((row) => row[column])).size).toBe(2);
    await openStore({ secret: 'another one' }).ordered([order('her-other-order', 'her-cart')]);
    expect((await store.counts('hero'))?.[0]).toMatchObject({ buyers: 1, revenue: { EUR: 4990 } });
  });

  test('[COUNT-6] what was counted goes a year after the end, and with its test', async () => {
    const store = await running();
    await store.seen([saw('ada'), saw('bob')]);
    await store.began('ada', 'cart');
    await store.began('stranger', 'another');
    await store.ordered([order('o1', 'cart'), order('o2', 'another')]);
    now += 400 * day;
    expect(await store.keepHouse()).toEqual({ visitors: 0 });
    await store.endExperiment('hero', 'b');
    now += 364 * day;
    expect(await store.keepHouse()).toEqual({ visitors: 0 });
    now += 2 * day;
    expect(await store.keepHouse()).toEqual({ visitors: 2 });
    expect((await open().execute('select 1 from content_experiment_orders')).rows).toEqual([]);
    expect((await open().execute('select 1 from content_experiment_baskets')).rows).toEqual([]);
    expect((await store.counts('hero'))?.map(({ visitors }) => visitors)).toEqual([0, 0]);
  });

  test('[COUNT-1] [COUNT-2] [COUNT-9] whatever visitors do, versions count what a list of it would', async () => {
    const visitor = fc.constantFrom('ada', 'bob', 'eve');
    const cart = fc.constantFrom('one', 'two');
    const id = fc.constantFrom('o1', 'o2', 'o3');
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('seen'),
        visitor,
        version: fc.constantFrom<VersionName>('a', 'b'),
        cart: fc.option(cart, { nil: undefined }),
      }),
      fc.record({ kind: fc.constantFrom('began', 'had'), visitor, cart }),
      fc.record({ kind: fc.constant('ordered'), cart, id, total: fc.nat(99) }),
      fc.record({ kind: fc.constant('cancelled'), id }),
    );
    type Step =
      | { kind: 'seen'; visitor: string; version: VersionName; cart: string | undefined }
      | { kind: 'began' | 'had'; visitor: string; cart: string }
      | { kind: 'ordered'; cart: string; id: string; total: number }
      | { kind: 'cancelled'; id: string };
    await fc.assert(
      fc.asyncProperty(fc.array(step as fc.Arbitrary<Step>, { maxLength: 14 }), async (steps) => {
        await open().execute('truncate content_experiments cascade');
        const store = await running();
        const saws = new Map<string, VersionName>();
        const carts = new Map<string, string>();
        const begun = new Set<string>();
        const orders = new Map<string, { visitor: string; total: number } | undefined>();
        for (const each of steps) {
          if (each.kind === 'seen') {
            const basket = each.cart !== undefined && { cart: each.cart };
            await store.seen([{ ...saw(each.visitor, each.version), ...basket }]);
            if (!saws.has(each.visitor)) saws.set(each.visitor, each.version);
            if (each.cart !== undefined) carts.set(each.cart, each.visitor);
          } else if (each.kind === 'ordered') {
            await store.ordered([order(each.id, each.cart, each.total)]);
            const buyer = carts.get(each.cart);
            const counts = buyer !== undefined && saws.has(buyer);
            if (counts && !orders.has(each.id)) begun.add(buyer);
            if (!orders.has(each.id))
              orders.set(each.id, counts ? { visitor: buyer, total: each.total } : undefined);
          } else if (each.kind === 'cancelled') {
            await store.cancelled([each.id]);
            orders.set(each.id, undefined);
          } else {
            await store[each.kind](each.visitor, each.cart);
            carts.set(each.cart, each.visitor);
            if (each.kind === 'began' && saws.has(each.visitor)) begun.add(each.visitor);
          }
        }
        const expected = versionNames.slice(0, 2).map((version) => {
          const those = [...saws].filter(([, shown]) => shown === version).map(([name]) => name);
          const bought = [...orders.values()].flatMap((each) =>
            each && those.includes(each.visitor) ? [each] : [],
          );
          return {
            version,
            visitors: those.length,
            baskets: those.filter((name) => begun.has(name)).length,
            buyers: new Set(bought.map((each) => each.visitor)).size,
            revenue: bought.length > 0 ? { EUR: bought.reduce((sum, { total }) => sum + total, 0) } : {},
          };
        });
        expect(await store.counts('hero')).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});
