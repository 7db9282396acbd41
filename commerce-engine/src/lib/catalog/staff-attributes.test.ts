import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openTestShop, type TestShop } from '../testing/test-shop.ts';

describeOnEachEngine(
  'attributes that staff make and change',
  { migrations: [commerceMigrations] },
  (open) => {
    let shop: TestShop;
    let catalog: TestShop['engine']['catalog'];
    const actor = { kind: 'system', reason: 'test' } as const;

    beforeAll(async () => {
      shop = await openTestShop(open());
      ({ catalog } = shop.engine);
    });
    const create = (input: Parameters<typeof catalog.createAttribute>[1]) =>
      catalog.createAttribute(shop.command(), input);
    const change = (input: Parameters<typeof catalog.changeAttribute>[1]) =>
      catalog.changeAttribute(shop.command(), input);
    const look = async (key: string) =>
      (await catalog.forStaff.attributes(actor)).find((attribute) => attribute.key === key);
    const keys = async () => (await catalog.forStaff.attributes(actor)).map(({ key }) => key);
    const product = async (words: string) => {
      const made = await catalog.createProduct(shop.command(), { name: { en: words }, published: true });
      if (made.kind !== 'created') throw new Error(JSON.stringify(made));
      return made.id;
    };
    const setValues = async (id: string, attributes: Record<string, Record<string, string>>) => {
      const { version } = (await catalog.forStaff.get(actor, id))!;
      return catalog.changeProduct(shop.command(), { id, version, attributes });
    };

    test('[CAT-40] an attribute is made, changed, and removed only while no product has a value', async () => {
      expect(
        await create({ label: { en: 'Glaze depth', de: 'Glasurtiefe' }, type: 'number', unit: 'mm' }),
      ).toEqual({
        kind: 'created',
        id: 'glaze-depth',
        handle: 'glaze-depth',
      });
      expect(await create({ label: { en: 'Glaze depth' } })).toMatchObject({ id: 'glaze-depth-2' });
      expect(await create({ label: { de: 'Nur' }, key: 'glaze-depth' })).toMatchObject({
        problems: [{ path: 'label.en' }, { path: 'key', problem: expect.stringContaining('already') }],
      });
      expect(await look('glaze-depth')).toEqual({
        key: 'glaze-depth',
        name: 'Glaze depth',
        label: { en: 'Glaze depth', de: 'Glasurtiefe' },
        type: 'number',
        unit: 'mm',
        facet: false,
        products: 0,
      });
      expect(await change({ key: 'glaze-depth', facet: true, unit: null })).toEqual({ kind: 'changed' });
      expect(await change({ key: 'glaze-depth', facet: true })).toEqual({ kind: 'unchanged' });
      expect((await look('glaze-depth'))?.unit).toBeUndefined();
      expect(await change({ key: 'glaze-depth', type: 'text' })).toEqual({ kind: 'changed' });
      const id = await product('Deep bowl');
      expect(await setValues(id, { 'glaze-depth': { en: 'deep', de: 'tief' } })).toMatchObject({
        kind: 'changed',
      });
      await shop.takeEvents();
      expect(await change({ key: 'glaze-depth', type: 'number' })).toMatchObject({
        problems: [{ path: 'type', problem: expect.stringContaining('1 of the products') }],
      });
      expect(await change({ key: 'glaze-depth', label: { en: 'Depth' } })).toEqual({ kind: 'changed' });
      expect(await shop.takeEvents()).toMatchObject([
        { kind: 'product.changed', payload: { productIds: [id] } },
      ]);
      expect(await change({ key: 'glaze-depth', label: { en: '' } })).toMatchObject({
        problems: [{ path: 'label.en' }],
      });
      expect(await catalog.removeAttribute(shop.command(), 'glaze-depth')).toEqual({
        kind: 'in-use',
        products: 1,
      });
      expect(await catalog.removeAttribute(shop.command(), 'glaze-depth-2')).toEqual({ kind: 'removed' });
      expect(await catalog.removeAttribute(shop.command(), 'glaze-depth-2')).toEqual({ kind: 'unknown' });
      expect(await change({ key: 'none', facet: true })).toEqual({ kind: 'unknown' });
      const clerk = { kind: 'staff', id: 'c', name: 'C', email: 'c@example.com', roles: [] } as const;
      const asClerk = { ...shop.command(), actor: { ...clerk, capabilities: ['catalog.read' as const] } };
      await expect(catalog.createAttribute(asClerk, { label: { en: 'No' } })).rejects.toThrow(
        'catalog.write',
      );
    });

    test('[CAT-40] filters of shoppers stand in the order staff put attributes in', async () => {
      for (const word of ['First', 'Second', 'Third']) await create({ label: { en: word }, facet: true });
      const id = await product('Ordered bowl');
      await setValues(id, { first: { en: 'a' }, second: { en: 'b' }, third: { en: 'c' } });
      const facets = async () =>
        (await shop.engine.search.search(shop.en, { text: 'ordered' })).facets.map(({ key }) => key);
      const among = (all: readonly string[]) =>
        all.filter((each) => ['first', 'second', 'third'].includes(each));
      expect(among(await facets())).toEqual(['first', 'second', 'third']);
      const ordered = await catalog.orderAttributes(shop.command(), ['third', 'first']);
      expect(ordered).toEqual({ kind: 'changed' });
      expect((await keys()).slice(0, 2)).toEqual(['third', 'first']);
      expect(among(await facets())).toEqual(['third', 'first', 'second']);
      expect(await catalog.orderAttributes(shop.command(), ['third', 'first'])).toEqual({
        kind: 'unchanged',
      });
      expect(await catalog.orderAttributes(shop.command(), ['nothing'])).toEqual({
        kind: 'unknown',
        keys: ['nothing'],
      });
    });

    test('[CAT-41] staff set, translate and take away what a product has of an attribute', async () => {
      await create({ label: { en: 'Origin' }, key: 'origin' });
      await create({ label: { en: 'Volume' }, key: 'volume', type: 'number', unit: 'ml' });
      const id = await product('Valued bowl');
      await setValues(id, { origin: { en: 'Kiel' }, volume: { en: '250' } });
      expect((await catalog.forStaff.get(actor, id))?.attributes).toEqual([
        { key: 'origin', value: { en: 'Kiel' } },
        { key: 'volume', value: { en: '250' } },
      ]);
      expect(await setValues(id, { volume: { en: 'much' } })).toMatchObject({
        kind: 'refused',
        problems: [expect.stringContaining('expects a number')],
      });
      await setValues(id, { origin: { en: 'Kiel', de: 'aus Kiel' } });
      expect((await catalog.forStaff.get(actor, id))?.attributes).toEqual([
        { key: 'origin', value: { en: 'Kiel', de: 'aus Kiel' } },
      ]);
      expect((await catalog.productsById(shop.de, [id]))[0]?.attributes).toMatchObject([
        { value: 'aus Kiel' },
      ]);
      const values = await catalog.forStaff.attributeValues(actor, 'origin');
      expect(values).toEqual([{ value: { en: 'Kiel', de: 'aus Kiel' }, products: 1 }]);
    });
  },
);
