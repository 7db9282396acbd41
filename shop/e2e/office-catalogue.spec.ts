import { expectAccessibleInBoth } from './accessible.ts';
import { merchandiser } from './editor-page.ts';
import { associate, openOffice } from './office-page.ts';
import { expect, sameOrigin, test } from './visitor.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('[CAT-34] [CAT-35] [CAT-36] [CAT-37] [CAT-38] [CAT-39] [CAT-40] [CAT-41] staff make a category, an attribute and a product in them; a shopper finds, filters and buys it', async ({
  page,
  browser,
}) => {
  const mark = Date.now();
  const said = (words: string | RegExp) =>
    expect(page.getByRole('status').filter({ hasText: words }).last()).toBeVisible();
  const heading = page.getByRole('heading', { level: 1 });

  // A category in another one, with an address of its own in each language.
  await openOffice(page, '/categories', merchandiser);
  await page.getByRole('link', { name: 'New category' }).click();
  await page.getByLabel('In', { exact: true }).selectOption({ label: 'Home' });
  await page.getByLabel('Name (en)').fill(`Kiln ${mark}`);
  await page.getByLabel('Name (de)').fill(`Töpferofen ${mark}`);
  await expect(page.getByLabel('Address in the shop (de)')).toHaveAttribute(
    'placeholder',
    `toepferofen-${mark}`,
  );
  await page.getByLabel('Address in the shop (en)').fill('home');
  await page.getByRole('button', { name: 'Make the category' }).click();
  await expect(page.getByLabel('Address in the shop (en)')).toHaveAccessibleDescription(
    /"home" \(en\) belongs to category/,
  );
  await expectAccessibleInBoth(page, 'a new category');
  await page.getByLabel('Address in the shop (en)').fill(`kiln-${mark}`);
  await page.getByRole('button', { name: 'Make the category' }).click();
  await expect(heading).toHaveText(`Kiln ${mark}`);
  await expect(page.getByText(`/c/toepferofen-${mark}`)).toBeVisible();

  // It moves by the keyboard, which stays where it is, and into another one.
  await page.getByRole('link', { name: 'Categories', exact: true }).first().click();
  const tree = page.getByRole('list', { name: 'The menu of the shop' });
  const placeOf = async (name: string) =>
    (await tree.getByRole('listitem').allInnerTexts()).findIndex((text) => text.includes(name));
  const up = tree.getByRole('button', { name: `Move Kiln ${mark} up` });
  await expect(up).toBeEnabled();
  const before = await placeOf(`Kiln ${mark}`);
  await up.focus();
  await page.keyboard.press('Enter');
  await said(`Kiln ${mark} is moved.`);
  await expect.poll(() => placeOf(`Kiln ${mark}`)).toBeLessThan(before);
  await expect(up).toBeFocused();
  await expectAccessibleInBoth(page, 'categories');
  await tree.getByRole('button', { name: `Move Kiln ${mark} into another category` }).click();
  const moving = page.getByRole('dialog', { name: `Move Kiln ${mark}` });
  await moving.getByLabel('Into').selectOption('');
  await moving.getByRole('button', { name: 'Move it' }).click();
  await expect(moving).toHaveCount(0);
  await page.getByRole('link', { name: `Kiln ${mark}` }).click();
  await expect(page.getByText('None: at the top')).toBeVisible();

  // An attribute that is a filter.
  await page.goto('/office/attributes');
  await page.getByRole('button', { name: 'New attribute' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name (en)').fill(`Firing ${mark}`);
  await dialog.getByLabel('Name (de)').fill(`Brand ${mark}`);
  await dialog.getByLabel('Shoppers filter by it').check();
  await expectAccessibleInBoth(page, 'a new attribute');
  await dialog.getByRole('button', { name: 'Make the attribute' }).click();
  await said('The attribute is made.');
  const firing = page.getByRole('list', { name: 'Attributes' }).getByRole('listitem').last();
  await expect(firing).toContainText(`Firing ${mark}`);
  await firing.getByRole('button', { name: `Move Firing ${mark} up` }).press('Enter');
  await said('The order is changed.');
  await expect(page.getByRole('button', { name: `Move Firing ${mark} up` })).toBeFocused();
  await expectAccessibleInBoth(page, 'attributes');

  // A product, by its name and number; a number of another one is refused at its field.
  await page.goto('/office/products');
  await page.getByRole('link', { name: 'New product' }).click();
  await page.getByLabel('Name (en)').fill(`Saggar ${mark}`);
  await page.getByLabel('Name (de)').fill(`Kapsel ${mark}`);
  await page.getByRole('combobox', { name: 'Categories' }).click();
  await page.getByRole('option', { name: `Kiln ${mark}` }).click();
  await page.keyboard.press('Escape');
  const variants = await page.request.get('/office/api/variants?limit=1');
  const [taken] = ((await variants.json()) as { variants: { sku: string }[] }).variants;
  await page.getByLabel('Article number').fill(taken!.sku);
  await page.getByRole('button', { name: 'Make the product' }).click();
  await expect(page.getByLabel('Article number')).toHaveAccessibleDescription(/belongs to product/);
  await expectAccessibleInBoth(page, 'a new product');
  await page.getByLabel('Article number').fill(`SAG-${mark}`);
  await page.getByRole('button', { name: 'Make the product' }).click();
  await expect(heading).toHaveText(`Saggar ${mark}`);
  await expect(page.getByText('Hidden', { exact: true })).toBeVisible();
  const id = new URL(page.url()).pathname.split('/').at(-1)!;

  await page.getByRole('button', { name: 'Set a price' }).click();
  await dialog.getByLabel(/^Price of one piece/).fill('24.00');
  await dialog.getByRole('button', { name: /^Set / }).click();
  await said('The price is set.');
  await page.getByRole('tab', { name: /^Attributes/ }).click();
  await page.getByRole('combobox', { name: 'Another attribute' }).click();
  await page.getByRole('option', { name: `Firing ${mark}` }).click();
  await page.getByRole('combobox', { name: `Firing ${mark} (en)` }).fill('High');
  await page.getByRole('combobox', { name: `Firing ${mark} (de)` }).fill('Hoch');
  await expectAccessibleInBoth(page, 'attributes of a product');
  await page.getByRole('button', { name: 'Save the attributes' }).click();
  await said('The attributes are saved.');
  const found = await page.request.get(`/office/api/variants?productId=${id}`);
  const [variant] = ((await found.json()) as { variants: { variantId: string }[] }).variants;
  const places = await page.request.get('/office/api/locations');
  const { locations } = (await places.json()) as { locations: { id: string; kind: string }[] };
  const locationId = locations.find(({ kind }) => kind === 'warehouse')!.id;
  const stocked = await page.request.post('/office/api/stock-adjustments', {
    data: { variantId: variant!.variantId, locationId, quantity: 5, reason: 'received' },
    headers: { ...sameOrigin(), 'idempotency-key': `stock-${mark}` },
  });
  expect(stocked.status()).toBe(200);
  await page.getByRole('button', { name: 'Show it to shoppers' }).click();
  await dialog.getByRole('button', { name: 'Show it to shoppers' }).click();
  await said('Shoppers see it now.');

  // Another one that begins as it is, of another value: a filter of one value narrows nothing, and is not shown.
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await dialog.getByRole('button', { name: 'Duplicate the product' }).click();
  await expect(heading).toHaveText(`Saggar ${mark} (copy)`);
  const copy = new URL(page.url()).pathname.split('/').at(-1)!;
  const kept = await page.request.get(`/office/api/products/${copy}`);
  const { product } = (await kept.json()) as {
    product: { version: number; attributes: { key: string }[] };
  };
  const changed = await page.request.patch(`/office/api/products/${copy}`, {
    data: {
      version: product.version,
      published: true,
      attributes: { [product.attributes[0]!.key]: { en: 'Low', de: 'Niedrig' } },
    },
    headers: { ...sameOrigin(), 'idempotency-key': `copy-${mark}` },
  });
  expect(await changed.json()).toMatchObject({ kind: 'changed' });

  // A shopper finds it by the menu's address, filters, and puts it in the cart.
  const visitor = await browser.newPage({ baseURL: new URL(page.url()).origin });
  await expect
    .poll(async () => {
      await visitor.goto(`/c/kiln-${mark}`);
      return visitor.getByRole('article').count();
    })
    .toBe(2);
  const filters = visitor.getByRole('form', { name: 'Filters' });
  await filters
    .getByRole('group', { name: `Firing ${mark}` })
    .getByRole('checkbox', { name: /^High / })
    .check();
  await filters.getByRole('button', { name: 'Show products' }).click();
  await expect(visitor.getByRole('article')).toHaveCount(1);
  await visitor
    .getByRole('article')
    .getByRole('link', { name: `Saggar ${mark}` })
    .click();
  await expect(visitor.getByText(`Firing ${mark}`)).toHaveCount(1);
  await visitor.getByRole('button', { name: 'Add to cart' }).click();
  await expect(visitor.getByText(/is in your cart|Added to your cart/).first()).toBeVisible();

  // What something hangs on stays, and is told what; out of sale it is nowhere.
  await page.goto('/office/categories');
  await page.getByRole('link', { name: `Kiln ${mark}` }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await dialog.getByRole('button', { name: 'Remove the category' }).click();
  await expect(dialog.getByRole('alert')).toContainText('2 products would lose it');
  await page.goto(`/office/products/${id}`);
  await page.getByRole('button', { name: 'Take it out of sale' }).click();
  await dialog.getByRole('button', { name: 'Take it out of sale' }).click();
  await said('Shoppers do not see it any more.');
  await expect.poll(async () => (await visitor.goto(`/p/saggar-${mark}`))?.status()).toBe(404);
  await visitor.close();

  // Who only looks changes nothing.
  for (const path of ['/products', '/categories', '/attributes']) {
    await openOffice(page, path, associate);
    await expect(heading).toBeVisible();
    await expect(
      page.getByRole('main').getByRole('listitem').or(page.getByRole('table')).first(),
    ).toBeVisible();
    await expect(page.getByRole('link', { name: /^New / })).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^(New|Move|Change) / })).toHaveCount(0);
  }
});
