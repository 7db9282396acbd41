import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalClient } from '@vitrine/commerce-engine';
import { openEmbeddedTestShop } from '@vitrine/commerce-engine/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';
import type { ShopProject } from '../shop-project.ts';

const header =
  'Handle,Title,Type,Published,Option1 Name,Option1 Value,Variant Price,Variant Inventory Qty,Image Src,Image Alt Text';
const gif = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64');

let folder: string;
let embedded: Awaited<ReturnType<typeof openEmbeddedTestShop>>;
let pictures: Server;
let broken = false;
let address: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-import-'));
  embedded = await openEmbeddedTestShop();
  pictures = createServer(({ url = '' }, response) => {
    if (broken && url.includes('shaky')) return response.writeHead(500).end();
    response.writeHead(200).end(gif);
  });
  await new Promise<void>((resolve) => pictures.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(pictures.address() as AddressInfo).port}`;
});

beforeEach(() => rmSync(join(folder, 'media'), { recursive: true, force: true }));

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  pictures.close();
  pictures.closeAllConnections();
  await embedded.close();
});

async function run(args: readonly string[], project: Partial<ShopProject> = {}) {
  const said: string[] = [];
  const code = await runCli({
    args,
    project: {
      running: async () => undefined,
      open: async () => ({
        commerce: createLocalClient(embedded.shop.engine),
        seed: async () => ({ products: 0, already: true }),
        check: async () => [],
        close: async () => {},
      }),
      migrate: async () => [],
      mediaFolder: join(folder, 'media'),
      ...project,
    },
    cwd: folder,
    print: (text) => said.push(text),
    printError: (text) => said.push(text),
    terminal: false,
  });
  return { code, said: said.join('\n') };
}

const importFile = (file: string, ...flags: string[]) => run(['import', 'shopify', file, ...flags]);

function exportOf(handle: string, { type = '', images = [] as readonly string[] } = {}): string {
  const [first = '', ...more] = images.map((name) => `${address}/${handle}/${name}.gif`);
  const rows = [
    `${handle},Thing ${handle},${type},true,Title,Default Title,5.00,1,${first},`,
    ...more.map((src) => `${handle},,,,,,,,${src},`),
  ];
  writeFileSync(join(folder, `${handle}.csv`), `${header}\n${rows.join('\n')}\n`);
  return `${handle}.csv`;
}

const productOf = async (handle: string) =>
  (await embedded.shop.engine.catalog.productsBySlug(embedded.shop.en, [handle]))[0];
const picturesOf = async (handle: string) => (await productOf(handle))?.media.map(({ src }) => src) ?? [];

describe('importing an export', () => {
  it('rehearses products whose category does not exist yet', async () => {
    const file = exportOf('pan', { type: 'Pans' });
    const dry = await importFile(file, '--dry-run');
    expect(dry.said).toContain('1 would be created, 0 would be changed');
    expect(dry.said).toContain('Categories that would be made from types and tags');
    expect(dry.code).toBe(0);
    expect(await productOf('pan')).toBeUndefined();
    const real = await importFile(file);
    expect(real.said).toContain('1 created, 0 changed');
    expect(real.said).toContain('Categories made from types and tags: "Pans".');
    expect((await productOf('pan'))?.breadcrumb).toMatchObject([{ name: 'Pans' }]);
  });

  it('neither makes nor renames a category that is there under another address', async () => {
    await embedded.shop.engine.catalog.importCategories(embedded.shop.command(), [
      { handle: 'cups', slug: { en: 'all-cups' }, name: { en: 'Our cups', de: 'Tassen' } },
    ]);
    expect((await importFile(exportOf('cup', { type: 'Cups' }))).code).toBe(0);
    expect((await productOf('cup'))?.breadcrumb).toMatchObject([{ name: 'Our cups' }]);
  });

  it('leaves pictures alone with --no-pictures, in a dry run and when some cannot be fetched', async () => {
    const file = exportOf('jar', { images: ['steady', 'shaky'] });
    expect((await importFile(file, '--dry-run')).said).toContain(
      'A dry run fetches no pictures; 2 of the export are not in the media folder yet.',
    );
    expect(existsSync(join(folder, 'media'))).toBe(false);
    expect((await importFile(file)).said).toContain('1 created');
    const both = await picturesOf('jar');
    expect(both).toHaveLength(2);
    const same = '1 skipped because nothing differs';

    expect((await importFile(file, '--no-pictures')).said).toContain(same);
    expect((await importFile(file, '--dry-run')).said).toContain(same);
    rmSync(join(folder, 'media'), { recursive: true });
    expect((await importFile(file, '--dry-run')).said).toContain(same);
    broken = true;
    const partly = await importFile(file);
    broken = false;
    expect(partly.said).toContain(same);
    expect(partly.said).toContain('shaky.gif: the server answered 500');
    expect(partly.said).toContain("not all of the export's could be fetched: jar.");
    expect(await picturesOf('jar')).toEqual(both);
  });

  it('gives a product without pictures those that could be fetched, and the rest when they can be', async () => {
    const file = exportOf('pot', { images: ['steady', 'shaky'] });
    await importFile(file, '--no-pictures');
    broken = true;
    expect((await importFile(file)).said).toContain('pot: Pictures changed.');
    broken = false;
    expect(await picturesOf('pot')).toHaveLength(1);
    expect((await importFile(file)).said).toContain('pot: Pictures changed.');
    expect(await picturesOf('pot')).toHaveLength(2);
  });
});

describe('a shop that cannot be opened', () => {
  it.each([['doctor'], ['seed'], ['migrate'], ['import', 'shopify', 'pan.csv']])(
    'is told in a sentence by `%s`, with exit code 2',
    async (...args) => {
      const occupied = async (): Promise<never> => {
        throw Object.assign(new Error('The folder is open in another process.'), {
          name: 'DatabaseOpenError',
        });
      };
      expect(await run(args, { open: occupied, migrate: occupied })).toEqual({
        code: 2,
        said: 'The folder is open in another process.',
      });
    },
  );

  it('is no cover for a mistake of ours', async () => {
    const migrate = async (): Promise<never> => {
      throw new TypeError('not a function');
    };
    await expect(run(['migrate'], { migrate })).rejects.toThrow('not a function');
  });
});
