import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { percent, simple } from '../promotions/promotion-fixtures.ts';
import { openTestShop, type TestShop } from '../testing/test-shop.ts';

describeOnEachEngine(
  'categories that staff make and change',
  { migrations: [commerceMigrations] },
  (open) => {
    let shop: TestShop;
    let catalog: TestShop['engine']['catalog'];
    const actor = { kind: 'system', reason: 'test' } as const;

    beforeAll(async () => {
      shop = await openTestShop(open());
      ({ catalog } = shop.engine);
    });
    const made = async (category: Parameters<typeof catalog.createCategory>[1]) => {
      const outcome = await catalog.createCategory(shop.command(), category);
      if (outcome.kind !== 'created') throw new Error(JSON.stringify(outcome));
      return outcome.id;
    };
    const look = async (id: string) =>
      (await catalog.forStaff.categories(actor)).find((category) => category.id === id)!;
    const names = async (parentId?: string) =>
      (await catalog.forStaff.categories(actor))
        .filter((category) => category.parentId === parentId)
        .map(({ name }) => name);
    const places = async (parentId: string) => {
      const { rows } = await open().execute(
        'select position from catalog_category where parent_id = $1 order by position',
        [parentId],
      );
      return rows.map(({ position }) => position);
    };
    const remove = (id: string) => catalog.removeCategory(shop.command(), id);
    const move = (id: string, parentId: string | null, place: number) =>
      catalog.moveCategory(shop.command(), { id, parentId, place });

    test('[CAT-37] a category is made of its name, renamed by the version that was seen, and its old address is free', async () => {
      await shop.takeEvents();
      const id = await made({ name: { en: 'Garden', de: 'Für den Garten' } });
      expect(await look(id)).toMatchObject({
        handle: 'garden',
        depth: 0,
        products: 0,
        productsBelow: 0,
        version: 1,
        texts: { slug: { en: 'garden', de: 'fuer-den-garten' } },
      });
      expect((await shop.takeEvents()).map(({ kind }) => kind)).toEqual(['category.changed', 'list.changed']);
      const tools = await made({ name: { en: 'Tools' }, parentId: id });
      expect(await look(tools)).toMatchObject({
        depth: 1,
        parentId: id,
        texts: { slug: { en: 'tools', de: 'tools' } },
      });

      const image = { src: 'demo/garden.svg', alt: { en: 'A garden' } };
      const changed = await catalog.changeCategory(shop.command(), {
        id,
        version: 1,
        name: { en: 'Outdoors', de: '' },
        slug: { en: 'outdoors' },
        description: { en: '<p>All <script>x</script>green.</p>' },
        image,
      });
      expect(changed).toEqual({ kind: 'changed', version: 2 });
      expect(await look(id)).toMatchObject({
        name: 'Outdoors',
        handle: 'garden',
        texts: {
          name: { en: 'Outdoors' },
          slug: { en: 'outdoors' },
          description: { en: '<p>All green.</p>' },
        },
        image,
      });
      expect(await shop.takeEvents()).toContainEqual({
        kind: 'category.changed',
        payload: { categoryIds: [id], slugs: expect.arrayContaining(['garden', 'outdoors']) },
      });
      expect(await catalog.categoriesBySlug(shop.en, ['outdoors', 'garden'])).toEqual([
        expect.objectContaining({ id, name: 'Outdoors' }),
        undefined,
      ]);
      const late = { id, version: 1, name: { en: 'Late' } };
      expect(await catalog.changeCategory(shop.command(), late)).toEqual({
        kind: 'changed-meanwhile',
        version: 2,
      });
      expect(await catalog.changeCategory(shop.command(), { id, version: 2, image: null })).toMatchObject({
        version: 3,
      });
      expect((await look(id)).image).toBeUndefined();
      expect(await catalog.changeCategory(shop.command(), { ...late, id: 'none' })).toEqual({
        kind: 'unknown',
      });

      // What somebody else has, and what must not be missing, is told at its field.
      const refused = await catalog.changeCategory(shop.command(), {
        id: tools,
        version: 1,
        name: { en: '' },
        slug: { en: 'outdoors' },
      });
      expect(refused).toMatchObject({
        kind: 'refused',
        problems: [
          { path: 'name.en' },
          { path: 'slug.en', problem: expect.stringContaining('category "garden"') },
        ],
      });
      const twice = { name: { en: 'Again' }, handle: 'garden', slug: { en: 'tools' }, parentId: 'gone' };
      expect(await catalog.createCategory(shop.command(), twice)).toMatchObject({
        problems: [{ path: 'parentId' }, { path: 'handle' }, { path: 'slug.en' }],
      });
      const { entries } = await shop.engine.identity.auditLog(actor, { subject: `category:${id}` });
      expect(entries.map(({ action }) => action)).toContain('catalog.changeCategory');
    });

    test('[CAT-38] a category moves among those beside it and into others, never into itself; menus follow', async () => {
      const top = await made({ name: { en: 'Top' } });
      const [a, b, c] = [
        await made({ name: { en: 'A' }, parentId: top }),
        await made({ name: { en: 'B' }, parentId: top }),
        await made({ name: { en: 'C' }, parentId: top }),
      ];
      expect(await move(c!, top, 0)).toEqual({ kind: 'moved' });
      expect(await names(top)).toEqual(['C', 'A', 'B']);
      expect(await move(c!, top, 0)).toEqual({ kind: 'unchanged' });
      await shop.takeEvents();
      expect(await move(b!, a!, 5)).toEqual({ kind: 'moved' });
      expect(await names(top)).toEqual(['C', 'A']);
      expect(await names(a)).toEqual(['B']);
      const events = await shop.takeEvents();
      expect(events.find(({ kind }) => kind === 'list.changed')?.payload.categoryIds).toEqual(
        expect.arrayContaining([a, b, top]),
      );
      const tree = await catalog.categoryTree(shop.en);
      expect(tree.find(({ id }) => id === top)?.children.map(({ name }) => name)).toEqual(['C', 'A']);
      expect(await move(a!, b!, 0)).toMatchObject({
        kind: 'refused',
        problem: expect.stringContaining('below'),
      });
      expect(await move(a!, 'gone', 0)).toEqual({ kind: 'unknown-parent' });
      expect(await move('gone', null, 0)).toEqual({ kind: 'unknown' });
      expect(await move(b!, null, 0)).toEqual({ kind: 'moved' });
      expect((await names())[0]).toBe('B');

      // Two who move at once leave one order: each place is had once.
      await Promise.all([move(a!, top, 1), move(c!, top, 1), move(b!, top, 0)]);
      expect((await names(top)).toSorted()).toEqual(['A', 'B', 'C']);
      expect(await places(top)).toEqual([0, 1, 2]);
    });

    test('[CAT-39] a category on which something hangs stays, and it is told what; an empty one goes', async () => {
      const top = await made({ name: { en: 'Busy' } });
      const empty = await made({ name: { en: 'Empty' }, parentId: top });
      await catalog.createProduct(shop.command(), { name: { en: 'Listed' }, categories: ['busy'] });
      const goods = { include: [{ kind: 'category', id: top } as const] };
      await shop.engine.promotions.save(shop.command(), {
        ...simple('busy-sale', percent(10), { on: goods }),
        name: { en: 'Busy sale' },
      });
      expect(await remove(top)).toEqual({
        kind: 'in-use',
        categories: 1,
        products: 1,
        others: ['the promotion “Busy sale”'],
      });
      expect(await look(top)).toMatchObject({ products: 1, productsBelow: 1 });
      await shop.takeEvents();
      expect(await remove(empty)).toEqual({ kind: 'removed' });
      expect(await shop.takeEvents()).toEqual([
        { kind: 'category.changed', payload: { categoryIds: [empty], slugs: ['empty'] } },
        { kind: 'list.changed', payload: { categoryIds: [empty, top] } },
      ]);
      expect(await look(empty)).toBeUndefined();
      expect(await catalog.categoriesById(shop.en, [empty])).toEqual([undefined]);
      expect(await remove(empty)).toEqual({ kind: 'unknown' });
      const clerk = { kind: 'staff', id: 'c', name: 'C', email: 'c@example.com', roles: [] } as const;
      const asClerk = { ...shop.command(), actor: { ...clerk, capabilities: ['catalog.read' as const] } };
      await expect(catalog.removeCategory(asClerk, top)).rejects.toThrow('catalog.write');
    });

    test('[CAT-38] a move asks for no names, and one that is refused changes nothing', async () => {
      const top = await made({ name: { en: 'Shelves' } });
      const inside = await made({ name: { en: 'Inside' }, parentId: top });
      const deep = [
        await made({ name: { en: 'First' }, parentId: inside }),
        await made({ name: { en: 'Second' }, parentId: inside }),
      ];
      await shop.takeEvents();
      expect(await move(top, inside, 0)).toMatchObject({ kind: 'refused' });
      expect(await names(inside)).toEqual(['First', 'Second']);
      expect(await places(inside)).toEqual([0, 1]);
      expect(await shop.takeEvents()).toEqual([]);

      // A channel that speaks a language which nobody has named them in yet.
      const paris = { id: 'paris', kind: 'online', name: 'Paris', locales: ['fr'] } as const;
      await shop.engine.stores.importChannels(shop.command(), [
        {
          ...paris,
          currencies: ['EUR'],
          country: 'FR',
          taxDisplay: 'inclusive',
          locations: ['warehouse'],
        },
      ]);
      expect(await move(deep[1]!, inside, 0)).toEqual({ kind: 'moved' });
      expect(await names(inside)).toEqual(['Second', 'First']);
      expect(await places(inside)).toEqual([0, 1]);
      expect(await move(deep[0]!, top, 0)).toEqual({ kind: 'moved' });
      expect(await names(top)).toEqual(['First', 'Inside']);
    });
  },
);
