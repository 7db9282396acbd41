import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import type { Locator } from '@playwright/test';
import { rawRequest } from './raw-request.ts';
import { expect, test } from './visitor.ts';

test.use({ pictures: 'real' });

const root = join(import.meta.dirname, '..', '..');
const apparel = join(root, '..', 'shared', 'data', 'shopify', 'apparel.csv');
const header =
  'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant Inventory Qty,Variant Price,Variant Compare At Price,Image Src,Image Position,Image Alt Text,SEO Title';

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-import-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.describe('a real export', () => {
  test.skip(!existsSync(apparel), `The export ${apparel} is not here.`);

  test('its products are found in search and categories of the running shop', async ({ page }) => {
    test.setTimeout(180_000);
    const pictures = await servePictures();
    try {
      // The export as it is, but for where its pictures are fetched from: tests do not lean on the network.
      const file = join(folder, 'apparel.csv');
      writeFileSync(
        file,
        readFileSync(apparel, 'utf8').replaceAll('https://burst.shopifycdn.com', pictures.url),
      );

      const dry = await importShopify(file, '--dry-run');
      expect(dry).toMatchObject({ code: 0 });
      expect(dry.said).toContain('Dry run: nothing was changed.');
      expect(dry.said).toContain('20 would be created');
      await page.goto('/search?q=tuxedo');
      await expect(page.getByRole('main').getByRole('link', { name: 'Blue Silk Tuxedo' })).toHaveCount(0);

      const first = await importShopify(file);
      expect(first.said).toContain('The shop is running at');
      expect(first.said).toContain('20 created, 0 changed');
      expect(first.code).toBe(0);
      await page.goto('/search?q=tuxedo');
      await page.getByRole('main').getByRole('link', { name: 'Blue Silk Tuxedo' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Blue Silk Tuxedo');
      await expect(page.getByRole('main')).toContainText('€70.00');
      const picture = page
        .getByRole('region', { name: 'Pictures of Blue Silk Tuxedo' })
        .getByRole('img')
        .first();
      await expect.poll(() => loaded(picture)).toBe(true);

      await page.goto('/c/women?sort=name');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Women');
      await expect(page.getByRole('link', { name: 'Classic Varsity Top' })).toBeVisible();
      await page.getByRole('link', { name: 'Classic Varsity Top' }).click();
      await page.getByRole('radio', { name: 'Medium' }).check();
      await page.getByRole('button', { name: 'Add to cart' }).click();
      await expect(page.getByText('Classic Varsity Top is in your cart')).toBeVisible();

      const second = await importShopify(file);
      expect(second.said).toContain('0 created, 0 changed, 20 skipped because nothing differs, 0 refused');
      expect(second.code).toBe(0);
    } finally {
      pictures.close();
    }
  });
});

test('a corrected price shows at once on pages that were kept', async ({ page }) => {
  const file = join(folder, 'corrected.csv');
  const write = (price: string) =>
    writeFileSync(
      file,
      `${header}\ncorrected-kettle,Corrected kettle,<p>Whistles.</p>,Test,Kettles,,true,Title,Default Title,5,${price},,,,,\n`,
    );
  write('31.90');
  expect(await importShopify(file)).toMatchObject({ code: 0 });
  const paths = ['/p/corrected-kettle', '/c/kettles', '/search?q=corrected+kettle', '/de/p/corrected-kettle'];
  // Asked twice, so that what answers next is the page that was kept.
  for (const path of [...paths, ...paths]) expect((await rawRequest(path)).text, path).toMatch(/31[.,]90/);
  await page.goto('/p/corrected-kettle');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText('Corrected kettle is in your cart')).toBeVisible();

  write('29.50');
  const corrected = await importShopify(file);
  expect(corrected.said).toContain('0 created, 1 changed');
  expect(corrected.said).toMatch(/corrected-kettle: .*31\.90.*29\.50|corrected-kettle: .*price/i);
  for (const path of paths) {
    const { text } = await rawRequest(path);
    expect.soft(text, path).toMatch(/29[.,]50/);
    expect.soft(text, path).not.toMatch(/31[.,]90/);
  }
  await page.goto('/cart');
  await expect(page.getByRole('main')).toContainText('€29.50');
  await expect(page.getByText('The price of Corrected kettle has changed.')).toBeVisible();
});

test('what is wrong in one product is said by line, and the others come in', async ({ page }) => {
  const file = join(folder, 'mixed.csv');
  writeFileSync(
    file,
    [
      header,
      'mixed-good,Mixed good,,Test,Mixed,,true,Title,Default Title,1,5.00,,,,,',
      'mixed-bad,Mixed bad,,Test,Mixed,,true,Title,Default Title,1,five,,,,,',
      '',
    ].join('\n'),
  );
  const outcome = await importShopify(file);
  expect(outcome.code).toBe(1);
  expect(outcome.said).toContain('1 created, 0 changed, 0 skipped because nothing differs, 1 refused');
  expect(outcome.said).toContain('mixed-bad: line 3: Variant Price is "five", expected an amount like 19.90');
  expect((await page.goto('/p/mixed-good'))?.status()).toBe(200);
  expect((await page.goto('/p/mixed-bad'))?.status()).toBe(404);
});

test('pictures that cannot be fetched are reported, and the product comes in without them', async ({
  page,
}) => {
  const pictures = await servePictures();
  try {
    const file = join(folder, 'pictures.csv');
    const row = (src: string, position: number, rest = '') =>
      `pictured-jar,${rest},,,,,,,,,,,${src},${position},A jar,`;
    writeFileSync(
      file,
      [
        header,
        `pictured-jar,Pictured jar,,Test,Jars,,true,Title,Default Title,1,5.00,,${pictures.url}/good.png,1,A good jar,`,
        row(`${pictures.url}/missing.png`, 2),
        row(`${pictures.url}/page.html`, 3),
        row('http://127.0.0.1:1/refused.png', 4),
        row('file:///etc/passwd', 5),
        '',
      ].join('\n'),
    );
    const outcome = await importShopify(file);
    expect(outcome.said).toContain('Pictures that could not be fetched:');
    expect(outcome.said).toContain('/missing.png: the server answered 404');
    expect(outcome.said).toContain('/page.html: not a JPEG, PNG, WebP or GIF picture');
    expect(outcome.said).toContain('http://127.0.0.1:1/refused.png: cannot be reached');
    expect(outcome.said).toContain('file:///etc/passwd: not a web address');
    await page.goto('/p/pictured-jar');
    await expect(page.getByRole('region', { name: 'Pictures of Pictured jar' }).getByRole('img')).toHaveCount(
      1,
    );
    await expect.poll(() => loaded(page.getByRole('img', { name: 'A good jar' }))).toBe(true);
  } finally {
    pictures.close();
  }
});

test.describe('a file that cannot be imported', () => {
  const good = 'refused-cup,Refused cup,,Test,Refused,,true,Title,Default Title,1,5.00,,,,,';
  for (const { title, content, args = [], says } of [
    { title: 'is missing', content: undefined, says: /The file ".*missing\.csv" cannot be read/ },
    {
      title: 'has a quote that never ends',
      content: `${header}\n${good}\nrefused-cup-2,"Refused`,
      says: 'not well-formed CSV',
    },
    {
      title: 'has rows with too many cells',
      content: `${header}\n${good}\n${'a,'.repeat(40)}\n`,
      says: 'not well-formed CSV',
    },
    {
      title: 'lacks columns',
      content: 'Name,Price\nRefused cup,3\n',
      says: 'not a Shopify product export: its first line lacks "Handle", "Title"',
    },
    {
      title: 'lacks a handle in one row',
      content: `${header}\n${good}\n,Lost,,,,,,,,,9,,,,,\n`,
      says: 'Line 3 has no Handle',
    },
    { title: 'has no products', content: `${header}\n`, says: 'no products' },
    { title: 'is empty', content: '', says: /header|lacks|no products|empty/ },
    {
      title: 'is in another encoding',
      content: Buffer.from(`${header}\n${good.replace('Refused cup', 'Gro\u00dfe Tasse')}\n`, 'latin1'),
      says: 'not UTF-8 text',
    },
    {
      title: 'is said to be in an encoding that does not exist',
      content: `${header}\n${good}\n`,
      args: ['--encoding', 'klingon'],
      says: 'There is no encoding "klingon"',
    },
    { title: 'is a picture', content: Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), says: 'binary data' },
    {
      title: 'has prices in a currency that is none',
      content: `${header}\n${good}\n`,
      args: ['--currency', 'EURO'],
      says: '"EURO" is no currency code',
    },
  ] as { title: string; content?: string | Buffer; args?: string[]; says: string | RegExp }[]) {
    test(`${title}: exit code 2, a sentence, and nothing changed`, async () => {
      const file = join(
        folder,
        content === undefined ? 'missing.csv' : `${title.replaceAll(/\W+/g, '-')}.csv`,
      );
      if (content !== undefined) writeFileSync(file, content);
      const outcome = await importShopify(file, ...args);
      expect(outcome.code).toBe(2);
      if (typeof says === 'string') expect(outcome.said).toContain(says);
      else expect(outcome.said).toMatch(says);
      expect(outcome.said, 'a sentence, no stack').not.toMatch(/\n\s+at /);
      expect((await rawRequest('/p/refused-cup')).status).toBe(404);
      expect((await rawRequest('/c/refused')).status).toBe(404);
    });
  }

  test('its right encoding may be named', async () => {
    const file = join(folder, 'latin.csv');
    const row = 'latin-cup,Gro\u00dfe Tasse,,Test,Latin,,true,Title,Default Title,1,5.00,,,,,';
    writeFileSync(file, Buffer.from(`${header}\n${row}\n`, 'latin1'));
    expect(await importShopify(file, '--encoding', 'windows-1252')).toMatchObject({ code: 0 });
    expect((await rawRequest('/p/latin-cup')).text).toContain('Große Tasse');
  });

  test('commands and options that do not exist are refused, help is given', async () => {
    for (const args of [
      ['import', 'shopify'],
      ['import', 'magento', 'a.csv'],
      ['import', 'shopify', 'a.csv', '--nope'],
      ['dance'],
    ]) {
      const outcome = await vitrine(args);
      expect.soft(outcome.code, args.join(' ')).toBe(2);
      expect.soft(outcome.said).toMatch(/error:/);
    }
    expect(await vitrine(['--help'])).toMatchObject({ code: 0, said: expect.stringContaining('import') });
  });
});

test('imported words cannot break out of a page', async ({ page }) => {
  const file = join(folder, 'hostile.csv');
  const evil = '<img src=x onerror=window.broken=1><script>window.broken=1</script>';
  writeFileSync(
    file,
    `${header}\nhostile-bowl,"Bowl </title></script>${evil}","<p onclick=""window.broken=1"">Deep</p>${evil}<a href=""javascript:window.broken=1"">x</a>",Test,Hostile,,true,Title,Default Title,1,5.00,,,,,"</title>${evil}"\n`,
  );
  expect(await importShopify(file)).toMatchObject({ code: 0 });
  for (const path of ['/p/hostile-bowl', '/c/hostile', '/search?q=bowl+title']) {
    await page.goto(path, { waitUntil: 'load' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => 'broken' in window), path).toBe(false);
    expect(await page.locator('[onclick], [onerror], a[href^="javascript:"]').count(), path).toBe(0);
  }
});

function loaded(picture: Locator): Promise<boolean> {
  return picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0);
}

interface Outcome {
  readonly code: number;
  readonly said: string;
}

function importShopify(file: string, ...args: string[]): Promise<Outcome> {
  return vitrine(['import', 'shopify', file, ...args]);
}

// As `npm run vitrine --` does, on the shop under test.
function vitrine(args: readonly string[]): Promise<Outcome> {
  const env = { ...process.env, VITRINE_FOLDER: process.env.SHOP_FOLDER, DATABASE_URL: '', REDIS_URL: '' };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['scripts/vitrine.ts', ...args], { cwd: root, env }, (error, out, err) => {
      if (error && typeof error.code !== 'number') return reject(error);
      resolve({ code: (error?.code as number | undefined) ?? 0, said: `${out}\n${err}` });
    });
  });
}

/** A server of PNG pictures on this machine; `missing` is 404, `.html` is a page. */
async function servePictures(): Promise<{ readonly url: string; close(): void }> {
  const server = createServer(({ url = '' }, response) => {
    if (url.includes('missing')) return response.writeHead(404).end();
    if (url.endsWith('.html')) return response.writeHead(200).end('<!doctype html><p>No picture');
    response.writeHead(200, { 'content-type': 'image/png' }).end(png(160, 200));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A plain grey picture. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  // Each line begins with its filter, here none.
  const lines = Buffer.alloc((width + 1) * height, 0x99);
  for (let y = 0; y < height; y++) lines[y * (width + 1)] = 0;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
