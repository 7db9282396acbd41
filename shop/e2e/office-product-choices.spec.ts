import { expectAccessibleInBoth } from './accessible.ts';
import { merchandiser } from './editor-page.ts';
import { associate, openOffice } from './office-page.ts';
import { expect, type Page, test } from './visitor.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

// A picture of its own for each run: the library keeps each file once.
const pictureOf = (mark: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect id="${mark.replace(' ', '-')}" width="40" height="30" fill="#487"/></svg>`,
  );

interface Kept {
  readonly product: {
    readonly id: string;
    readonly slug: string;
    readonly version: number;
    readonly kept: { readonly media: readonly object[]; readonly options: readonly object[] };
    readonly onSale: readonly { readonly id: string; readonly chosen: object; readonly sku: string }[];
  };
}

async function product(page: Page, words: string): Promise<Kept['product']> {
  const found = await page.request.get(`/office/api/products?q=${words}`);
  const { products } = (await found.json()) as { products: { id: string }[] };
  const answer = await page.request.get(`/office/api/products/${products[0]!.id}`);
  return ((await answer.json()) as Kept).product;
}

test('[CAT-24] pictures are uploaded, chosen, described, tied to a variant and put in order; shoppers see them', async ({
  page,
}) => {
  await openOffice(page, '', merchandiser);
  const before = await product(page, 'lull-teapot');
  await page.goto(`/office/products/${before.id}?part=pictures`);
  const section = page.getByRole('region', { name: 'Pictures' });
  const rows = section.getByRole('listitem');
  await expect(rows).toHaveCount(before.kept.media.length);
  const mark = `shelf ${Date.now()}`;
  await section.locator('input[type=file]').setInputFiles({
    name: `${mark}.svg`,
    mimeType: 'image/svg+xml',
    buffer: pictureOf(mark),
  });
  await expect(rows).toHaveCount(before.kept.media.length + 1);
  await rows.last().getByLabel('What it shows (en)').fill(mark);
  for (let step = before.kept.media.length; step > 0; step -= 1)
    await section.getByRole('button', { name: `Move picture ${step + 1} up` }).click();
  await expectAccessibleInBoth(page, 'pictures of a product');

  // Another part is looked at, and nothing typed is lost.
  await page.getByRole('tab', { name: 'Prices' }).click();
  await expect(page.getByRole('table', { name: 'What it costs now' })).toBeVisible();
  await page.getByRole('tab', { name: /^Pictures/ }).click();
  await expect(rows.first().getByLabel('What it shows (en)')).toHaveValue(mark);
  await section.getByRole('button', { name: 'Save the pictures' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The pictures are saved.' })).toBeVisible();
  await expect(section.getByRole('button', { name: 'Save the pictures' })).toBeDisabled();
  await expect
    .poll(async () => await (await page.request.get(`/p/${before.slug}`)).text())
    .toContain(`alt="${mark}"`);

  // The library knows that the product shows it.
  const library = await page.request.get(`/editor/api/media?q=${encodeURIComponent(mark)}`);
  const { assets } = (await library.json()) as { assets: { id: string }[] };
  const usage = await page.request.get(`/editor/api/media/${assets[0]!.id}/usage`);
  expect(await usage.json()).toMatchObject({ uses: [{ document: { id: before.id, kind: 'product' } }] });

  // What is in the library is not offered twice; taken out, it can be chosen again.
  await section.getByRole('button', { name: 'Take picture 1 out' }).click();
  await section.getByRole('button', { name: 'Choose from the library' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill(mark);
  await dialog.getByRole('button', { name: mark }).click();
  await expectAccessibleInBoth(page, 'choosing pictures');
  await dialog.getByRole('button', { name: 'Add the picture' }).click();
  await expect(rows).toHaveCount(before.kept.media.length + 1);
  await section.getByRole('button', { name: 'Undo' }).click();
  await expect(rows.first().getByLabel('What it shows (en)')).toHaveValue(mark);
  await section.getByRole('button', { name: 'Take picture 1 out' }).click();
  await section.getByRole('button', { name: 'Save the pictures' }).click();
  await expect.poll(async () => (await product(page, 'lull-teapot')).kept.media).toEqual(before.kept.media);

  await openOffice(page, `/products/${before.id}?part=pictures`, associate);
  await expect(section).toBeVisible();
  await expect(section.getByRole('button')).toHaveCount(0);
});

test('[CAT-24] [CAT-25] values and variants are added, ended and brought back; a number of another product is refused', async ({
  page,
}) => {
  await openOffice(page, '', merchandiser);
  const before = await product(page, 'day-pack');
  await page.goto(`/office/products/${before.id}?part=variants`);
  const section = page.getByRole('region', { name: 'Options and variants' });
  const onSale = section.getByRole('list', { name: 'Variants on sale' }).getByRole('listitem');
  const save = section.getByRole('button', { name: 'Save options and variants' });
  const said = () =>
    expect(page.getByRole('status').filter({ hasText: 'Options and variants are saved.' })).toBeVisible();
  await expect(onSale).toHaveCount(before.onSale.length);
  await expect(save).toBeDisabled();
  const value = `Reed ${Date.now()}`;
  await section.getByLabel('Another value of Colour').fill(value);
  await page.keyboard.press('Enter');
  // Where shoppers see colours, that of a new value is asked for next.
  const colour = section.getByLabel(`Colour of ${value}`);
  await expect(colour).toBeFocused();
  await expect(colour).toHaveAccessibleDescription('Which colour is it?');
  // Who reads another language is shown these words until there are some, and the variants that come with it are offered.
  await expect(section.getByLabel(`${value} (de)`)).toHaveAttribute('placeholder', `as “${value}”`);
  await expect(
    section.getByRole('button', { name: new RegExp(`^Add the .*variants? with ${value}$`) }),
  ).toBeVisible();
  await section.getByRole('combobox', { name: 'Add a combination' }).click();
  await page
    .getByRole('option', { name: new RegExp(value) })
    .first()
    .click();
  await expect(onSale).toHaveCount(before.onSale.length + 1);
  await section.getByLabel(/^Article number of Reed/).fill(before.onSale[0]!.sku);
  await expectAccessibleInBoth(page, 'options and variants');
  await save.click();
  await expect(section.getByRole('alert')).toContainText('Two variants have the SKU');
  const sku = `REED-${Date.now()}`;
  await section.getByLabel(/^Article number of Reed/).fill(sku);
  await colour.fill('red;');
  await save.click();
  await expect(colour).toHaveAccessibleDescription(/Expected a CSS colour/);
  await section.getByLabel(`Pick for ${value}`).fill('#6b7a4c');
  await expect(colour).toHaveValue('#6b7a4c');
  await section
    .getByRole('button', { name: /^Move Reed.* up$/ })
    .last()
    .click();
  await save.click();
  await said();
  await expect(section.getByText('No price: not for sale')).toHaveCount(1);
  const now = await product(page, 'day-pack');
  const added = now.onSale.find((each) => each.sku === sku)!;
  expect(now.onSale.indexOf(added)).toBe(before.onSale.length - 1);
  expect(JSON.stringify(now.kept.options)).toContain('"swatch":"#6b7a4c"');

  await section.getByRole('button', { name: /^End sale of Reed/ }).click();
  await expect(section.getByText('ends when you save')).toBeVisible();
  await save.click();
  const ended = section.getByRole('list', { name: 'Not sold any more' });
  await expect(section.getByText('ends when you save')).toHaveCount(0);
  await expect(ended).toContainText(sku);
  await ended.getByRole('button', { name: /^Bring back Reed/ }).click();
  await save.click();
  await expect.poll(async () => (await product(page, 'day-pack')).onSale.at(-1)!.id).toBe(added.id);
  await section.getByRole('button', { name: /^End sale of Reed/ }).click();
  await section.getByRole('button', { name: new RegExp(`^Take ${value} out`) }).click();
  await save.click();
  await expect.poll(async () => (await product(page, 'day-pack')).kept.options).toEqual(before.kept.options);

  await openOffice(page, `/products/${before.id}?part=variants`, associate);
  await expect(page.getByRole('table', { name: 'Variants' })).toContainText(before.onSale[0]!.sku);
  await expect(save).toHaveCount(0);
});
