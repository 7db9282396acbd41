import { describeOnEachEngine } from '@vitrine/database/testing';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { openTestShop, type TestShop } from '../testing/test-shop.ts';
import type { ProductInput } from './product-import.ts';

describeOnEachEngine(
  'changing what there is to choose from',
  { migrations: [commerceMigrations] },
  (open) => {
    let shop: TestShop;
    let catalog: TestShop['engine']['catalog'];

    beforeAll(async () => {
      shop = await openTestShop(open());
      ({ catalog } = shop.engine);
    });
    const importOne = async (input: ProductInput) =>
      expect((await catalog.importProducts(shop.command(), [input]))[0]).not.toMatchObject({
        kind: 'refused',
      });
    const actor = { kind: 'system', reason: 'test' } as const;
    const handle = 'staff-cup';
    const colours = (...keys: string[]) => ({
      key: 'colour',
      label: { en: 'Colour', de: 'Farbe' },
      values: keys.map((key) => ({ key, label: { en: key, de: key } })),
    });
    let id: string;
    const look = async () => (await catalog.forStaff.get(actor, id))!;
    const change = async (parts: Omit<Parameters<typeof catalog.changeProduct>[1], 'id' | 'version'>) =>
      catalog.changeProduct(shop.command(), { id, version: (await look()).version, ...parts });
    const bare = ({ id: own, chosen }: { id: string; chosen: Readonly<Record<string, string>> }) => ({
      id: own,
      options: chosen,
    });

    beforeEach(async () => {
      await importOne({
        handle,
        name: { en: 'Staff cup', de: 'Tasse' },
        slug: {},
        media: [{ src: 'demo/cup.svg', alt: { en: 'A cup', de: 'Eine Tasse' } }],
        options: [colours('moss', 'ochre')],
        variants: [
          { options: { colour: 'moss' }, sku: 'CUP-M', barcode: '40001', weight: 300 },
          { options: { colour: 'ochre' }, sku: 'CUP-O' },
        ],
      });
      id = (await catalog.forStaff.list(actor, { q: handle })).products[0]!.id;
    });

    test('[CAT-24] pictures are arranged, described and tied to what they show, over nobody’s change', async () => {
      const seen = await look();
      const media = [
        { src: 'media/new.jpg', width: 10, height: 10, shows: { colour: 'ochre' } },
        { ...seen.kept.media[0]!, alt: { en: 'The cup', de: '' } },
      ];
      expect(await change({ media })).toMatchObject({ kind: 'changed' });
      const now = await look();
      expect(now.kept.media).toEqual([media[0], { src: 'demo/cup.svg', alt: { en: 'The cup' } }]);
      expect(now.media[0]).toMatchObject({ src: 'media/new.jpg', alt: 'Staff cup' });
      expect(now.onSale).toEqual(seen.onSale);
      expect(await catalog.forStaff.showing('media/new.jpg')).toEqual([
        { id, name: 'Staff cup', published: true },
      ]);
      expect(await catalog.forStaff.showing('media/new')).toEqual([]);
      const late = { id, version: seen.version, media: [] };
      expect(await catalog.changeProduct(shop.command(), late)).toMatchObject({ kind: 'changed-meanwhile' });
      expect(await change({ media: [{ src: 'x.jpg', shows: { colour: 'pink' } }] })).toMatchObject({
        kind: 'refused',
        problems: [expect.stringContaining('pink')],
      });
      await expect(change({ media: [{ src: '../etc' }] })).rejects.toThrow('path below the image address');
    });

    test('[CAT-24] a variant is added, ended and comes back with its id; one keeps it when an option is added', async () => {
      const [moss, ochre] = (await look()).onSale.map(bare);
      const blue = { options: { colour: 'blue' }, sku: 'CUP-B' };
      const withBlue = [colours('moss', 'ochre', 'blue')];
      expect(await change({ options: withBlue, variants: [moss!, blue] })).toMatchObject({ kind: 'changed' });
      const then = await look();
      expect(then.onSale.map(({ sku }) => sku)).toEqual(['CUP-M', 'CUP-B']);
      expect(then.ended).toMatchObject([{ id: ochre!.id, sku: 'CUP-O' }]);
      expect(await change({ variants: [...then.onSale.map(bare), ochre!] })).toMatchObject({
        kind: 'changed',
      });
      const back = await look();
      expect(back.onSale.at(-1)).toMatchObject({ id: ochre!.id, sku: 'CUP-O' });
      expect(back.ended).toEqual([]);

      const size = { key: 'size', label: { en: 'Size' }, values: [{ key: 's', label: { en: 'S' } }] };
      const sized = back.onSale.map(({ id: own, chosen }) => ({
        id: own,
        options: { ...chosen, size: 's' },
      }));
      const added = await change({ options: [...back.kept.options, size], variants: sized });
      expect(added).toMatchObject({ kind: 'changed' });
      const { onSale, ended } = await look();
      expect(onSale.map((each) => each.id)).toEqual(back.onSale.map((each) => each.id));
      expect([onSale[0]!.sku, onSale[0]!.barcode, ended]).toEqual(['CUP-M', '40001', []]);

      const [first, second] = onSale.map(bare);
      const swapped = [{ ...first!, options: second!.options }];
      expect(await change({ variants: swapped })).toMatchObject({ kind: 'refused' });
      const strange = [{ ...first!, id: 'no-such' }];
      expect(await change({ variants: strange })).toMatchObject({ kind: 'refused' });
      await expect(change({ variants: [] })).rejects.toThrow('at least one variant');
      const { entries } = await shop.engine.identity.auditLog(actor, { subject: `product:${id}` });
      expect(JSON.stringify(entries[0]!.detail)).toContain('Options changed.');
    });

    test('[CAT-25] an import gives no barcode that another variant on sale has; what two have already stays', async () => {
      const cup = (name: string, ...variants: ProductInput['variants']): ProductInput => ({
        handle: name,
        name: { en: name, de: name },
        options: variants.length > 1 ? [colours('moss', 'ochre')] : [],
        variants,
      });
      const imported = async (input: ProductInput) => {
        const [outcome] = await catalog.importProducts(shop.command(), [input]);
        return outcome!.kind === 'refused' ? outcome!.problems.join() : outcome!.kind;
      };
      const first = cup('barcode-one', { options: {}, sku: 'ONE', barcode: '50001' });
      expect(await imported(first)).toBe('created');
      const second = cup('barcode-two', { options: {}, sku: 'TWO', barcode: '50001' });
      expect(await imported(second)).toBe('The barcode "50001" belongs to ONE of product "barcode-one".');
      const twice = [
        { options: { colour: 'moss' }, sku: 'M', barcode: '50002' },
        { options: { colour: 'ochre' }, sku: 'O', barcode: '50002' },
      ];
      expect(await imported(cup('barcode-three', ...twice))).toBe('Two variants have the barcode "50002".');

      // As a shop may have it from before.
      expect(await imported(cup('barcode-two', { options: {}, sku: 'TWO', barcode: '50003' }))).toBe(
        'created',
      );
      await sql`update catalog_variant set barcode = '50001' where sku = 'TWO'`.execute(open().tables());
      expect(await imported(second)).toBe('unchanged');
      expect(await imported({ ...second, brand: 'Kiln' })).toBe('changed');

      const rivals = ['barcode-left', 'barcode-right'].map((name) =>
        cup(name, { options: {}, sku: name, barcode: '50004' }),
      );
      const outcomes = await Promise.all(rivals.map(imported));
      expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1);
    });

    test('[CAT-25] numbers and barcodes are of one variant on sale, and can be taken away', async () => {
      const [moss, ochre] = (await look()).onSale.map(bare);
      await importOne({
        handle: 'other-cup',
        name: { en: 'Other cup', de: 'Andere' },
        slug: {},
        options: [],
        media: [],
        variants: [{ options: {}, sku: 'OTHER', barcode: '40009' }],
      });
      const taken = async (variant: object) => {
        const outcome = await change({ variants: [moss!, { ...ochre!, ...variant }] });
        return outcome.kind === 'refused' ? outcome.problems.join() : outcome.kind;
      };
      expect(await taken({ barcode: '40009' })).toContain('belongs to OTHER of product "other-cup"');
      expect(await taken({ sku: 'OTHER' })).toContain('belongs to product "other-cup"');
      expect(await taken({ sku: 'CUP-M' })).toContain('Two variants have the SKU');
      expect(
        await change({
          variants: [
            { ...moss!, barcode: '7' },
            { ...ochre!, barcode: '7' },
          ],
        }),
      ).toMatchObject({
        kind: 'refused',
      });
      expect(await change({ variants: [{ ...moss!, barcode: null, weight: null }, ochre!] })).toMatchObject({
        kind: 'changed',
      });
      expect((await look()).onSale[0]).toEqual({
        id: moss!.id,
        sku: 'CUP-M',
        options: 'moss',
        chosen: { colour: 'moss' },
      });
      const clerk = {
        kind: 'staff',
        id: 'c',
        name: 'C',
        email: 'c@example.com',
        roles: [],
        capabilities: ['catalog.read'],
      } as const;
      const { version } = await look();
      await expect(
        catalog.changeProduct({ ...shop.command(), actor: clerk }, { id, version, variants: [moss!] }),
      ).rejects.toThrow('catalog.write');
    });
  },
);
