import { expectAccessibleInBoth } from './accessible.ts';
import { marketer, merchandiser, signIn } from './editor-page.ts';
import { associate, openOffice } from './office-page.ts';
import { expect, sameOrigin, test } from './visitor.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a product is found and its texts are changed, never over somebody else’s change', async ({ page }) => {
  const text = `Dries fast ${Date.now()}`;
  await openOffice(page, '/products', merchandiser);
  await page.getByRole('searchbox', { name: 'Search products' }).fill('trowel');
  const link = page.getByRole('table', { name: 'Products' }).getByRole('link').first();
  await expect(link).toContainText(/trowel/i);
  await expectAccessibleInBoth(page, 'products');
  await link.click();
  await expect(page.getByRole('table', { name: 'What it costs now' })).toBeVisible();
  const id = page.url().split('/').at(-1)!;
  const dialog = page.getByRole('dialog', { name: /^Change / });
  const change = page.getByRole('button', { name: 'Change the product' });
  await change.click();
  // Unchanged it closes at once; what was typed is thrown away by nobody but whoever says so.
  await expect(dialog.getByLabel('Brand')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await change.click();
  await page.mouse.click(5, 400);
  await expect(dialog).toHaveCount(0);
  await change.click();
  const title = dialog.getByLabel('Title for search engines (en)');
  await title.fill(text);
  const question = page.getByRole('dialog', { name: 'Throw away what you wrote?' });
  const keep = question.getByRole('button', { name: 'Keep writing' });
  await page.keyboard.press('Escape');
  await expect(keep).toBeFocused();
  await expectAccessibleInBoth(page, 'the question whether to throw away');
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(title).toBeFocused();
  await page.mouse.click(5, 400);
  await expect(keep).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question).toHaveCount(0);
  await expect(title).toHaveValue(text);
  await dialog.getByLabel('Address in the shop (en)').fill('Not An Address');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel('Address in the shop (en)')).toHaveAccessibleDescription(/expected a slug/i);

  const product = async () => {
    const answer = await page.request.get(`/office/api/products/${id}`);
    return (
      (await answer.json()) as { product: { version: number; texts: Record<string, Record<string, string>> } }
    ).product;
  };
  const seen = await product();
  const meanwhile = await page.request.patch(`/office/api/products/${id}`, {
    data: { version: seen.version, tags: [`tag-${Date.now()}`] },
    headers: { ...sameOrigin(), 'idempotency-key': text },
  });
  expect(meanwhile.status()).toBe(200);
  await dialog.getByLabel('Address in the shop (en)').fill(seen.texts.slug!.en!);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Somebody else changed this product');
  await expect(dialog.getByLabel('Title for search engines (en)')).toHaveValue(text);
  await dialog.getByRole('button', { name: 'Not now' }).click();
  await question.getByRole('button', { name: 'Throw away' }).click();
  await expect(dialog).toHaveCount(0);
  await change.click();
  await dialog.getByLabel('Title for search engines (en)').fill(text);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The product is changed.' })).toBeVisible();
  expect((await product()).texts.seoTitle!.en).toBe(text);

  await page.getByRole('tab', { name: 'Shown beside it' }).click();
  await expect(page).toHaveURL(/part=beside$/);
  const beside = page.getByRole('region', { name: 'Shown beside it' });
  const said = () =>
    expect(page.getByRole('status').filter({ hasText: 'The list is changed.' }).last()).toBeVisible();
  for (const name of ['Tide mug', 'Market tote']) {
    await beside.getByRole('combobox', { name: 'Pin another product' }).fill(name);
    await page.getByRole('option', { name }).first().click();
    await said();
    await expect(beside.getByRole('listitem').filter({ hasText: name })).toContainText('Pinned');
  }
  await beside.getByRole('button', { name: 'Move Market tote up' }).click();
  await expect(beside.getByRole('listitem').first()).toContainText('Market tote');
  await expectAccessibleInBoth(page, 'what is shown beside a product');
  for (const name of ['Market tote', 'Tide mug']) {
    await beside.getByRole('button', { name: `Unpin ${name}` }).click();
    await expect(beside.getByRole('button', { name: `Unpin ${name}` })).toHaveCount(0);
  }
});

test('a quantity break is set, holds in a basket, and ends; who may only look only looks', async ({
  page,
}) => {
  await openOffice(page, '/products?q=trowel', merchandiser);
  await page.getByRole('table', { name: 'Products' }).getByRole('link').last().click();
  const now = page.getByRole('table', { name: 'What it costs now' });
  await page.getByRole('button', { name: 'Set a price' }).click();
  const dialog = page.getByRole('dialog');
  // It has one variant, which needs no choosing.
  await expect(dialog.getByLabel('Variant')).not.toHaveValue('');
  await dialog.getByLabel('From how many pieces').fill('7');
  await dialog.getByLabel(/^Price of one piece/).fill('1.23');
  await dialog.getByLabel('Crossed out beside it').fill('1');
  await dialog.getByRole('button', { name: 'Set €1.23' }).click();
  await expect(dialog.getByLabel('Crossed out beside it')).toHaveAccessibleDescription(/above the price/i);
  await dialog.getByLabel('Crossed out beside it').fill('');
  await dialog.getByRole('button', { name: 'Set €1.23' }).click();
  await expect(now).toContainText('from 7 pieces €1.23');
  await expectAccessibleInBoth(page, 'product');
  await now.getByRole('link', { name: 'Why?' }).first().click();
  await page.getByLabel(/^Pieces of/).fill('7');
  await expect(
    page
      .getByRole('table', { name: /^Prices of/ })
      .getByRole('row')
      .filter({ hasText: '€1.23' }),
  ).toContainText('This is the price.');
  await page.goBack();
  await page.getByRole('button', { name: 'End €1.23 from 7 pieces' }).click();
  await dialog.getByRole('button', { name: 'End the price' }).click();
  await expect(now).not.toContainText('€1.23');

  const name = `Friends ${Date.now()}`;
  await page.goto('/office/price-lists');
  await page.getByRole('button', { name: 'Make a list' }).click();
  await dialog.getByLabel(/^Name/).fill(name);
  await dialog.getByLabel(/^Id/).fill(name.toLowerCase().replace(' ', '-'));
  await dialog.getByLabel('Price group').fill('friends');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('friends');
  await expectAccessibleInBoth(page, 'price lists');

  await signIn(page, associate);
  await page.goto('/office/price-lists');
  await expect(page.getByRole('row').filter({ hasText: name })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make a list' })).toHaveCount(0);
  await page.goto('/office/products?q=trowel');
  await page.getByRole('table', { name: 'Products' }).getByRole('link').last().click();
  await expect(now).toBeVisible();
  await expect(page.getByRole('button', { name: 'Set a price' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Change the product' })).toHaveCount(0);
  const sent = await page.request.post('/office/api/price-changes', {
    data: { prices: [{ variantId: 'x', price: { amount: 1, currency: 'EUR' } }] },
    headers: { ...sameOrigin(), 'idempotency-key': `no-${Date.now()}` },
  });
  expect(sent.status()).toBe(403);
  await signIn(page, marketer);
  await page.goto('/office/products');
  await expect(page.getByRole('table', { name: 'Products' })).toBeVisible();
});

test('[SEARCH-29] a word that shoppers type finds another; who may only look only looks', async ({
  page,
}) => {
  const word = `zaffre${Date.now()}`;
  await openOffice(page, '/search-words', merchandiser);
  const row = page.getByRole('row').filter({ hasText: word });
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Add a word' }).click();
  await dialog.getByLabel('Whoever types').fill(`${word} two`);
  await dialog.getByLabel('Also finds').fill('trowel');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel('Whoever types')).toHaveAccessibleDescription(/expected one word/i);
  await expectAccessibleInBoth(page, 'a new search word');
  await dialog.getByLabel('Whoever types').fill(word);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('trowel');
  await expectAccessibleInBoth(page, 'search words');
  await expect.poll(async () => (await page.request.get(`/search?q=${word}`)).text()).toMatch(/trowel/i);
  await page.getByRole('button', { name: `Change ${word}` }).click();
  await dialog.getByLabel('Also finds').fill('spade');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('trowel, spade');

  await signIn(page, associate);
  await page.goto(`/office/search-words?q=${word}`);
  await expect(row).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Add a word|Change|Take out)/ })).toHaveCount(0);

  await openOffice(page, '/search-words', merchandiser);
  await page.getByRole('button', { name: `Take out ${word}` }).click();
  await dialog.getByRole('button', { name: 'Take it out' }).click();
  await expect(row).toHaveCount(0);
});
