import { expectAccessibleInBoth } from './accessible.ts';
import { card, fillIn, orderNumber, payButton, words } from './checkout-page.ts';
import { owner } from './editor-page.ts';
import { openOffice } from './office-page.ts';
import { expect, test } from './visitor.ts';

test('a set tells what it holds from its page to the order, is bought, sent and packed by what it is made of', async ({
  page,
  browser,
}) => {
  await page.goto('/p/slow-breakfast-set');
  const contents = page.getByRole('region', { name: 'This set contains' });
  await expect(contents.getByRole('listitem')).toHaveText([/2 × Skerry tumbler\s*Chalk/, /1 × Quay tray/]);
  await expect(contents.getByRole('link', { name: 'Quay tray' })).toHaveAttribute('href', '/p/quay-tray');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText(/is in your cart/)).toBeVisible();
  await page.goto('/cart');
  const says = /^Contains 2 × Skerry tumbler \(Chalk\) and 1 × Quay tray \(Ochre · Small\)$/;
  await expect(page.getByText(says)).toBeVisible();
  await page.getByRole('button', { name: 'Check out' }).click();
  await expect(page.locator('form[data-awake]')).toHaveCount(1);
  await fillIn(page);
  await expect(page.getByText(says)).toBeVisible();
  await expect(payButton(page)).toHaveText(words.en.pay);
  await card(page, 'sim-approve').check();
  await payButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.en.thanks);
  await expect(page.getByText(says)).toBeVisible();
  const number = await orderNumber(page);

  const office = await browser.newPage();
  await openOffice(office, '/orders', owner);
  await office.getByRole('searchbox').fill(number);
  await expect(office.getByRole('table', { name: 'Orders' }).getByRole('row')).toHaveCount(2);
  await office.getByRole('link', { name: number }).first().click();
  const packs = /Holds 2 × Skerry tumbler Chalk \(OS-1102-CHALK\), 1 × Quay tray Ochre · Small/;
  await expect(office.getByText(packs).first()).toBeVisible();
  await office.getByRole('button', { name: 'Send a parcel' }).click();
  const dialog = office.getByRole('dialog');
  await expect(dialog.getByText(packs)).toBeVisible();
  await dialog.getByRole('button', { name: /^Send/ }).click();
  await expect(office.getByText('Sent', { exact: true })).toBeVisible();
});

test('German says it in German', async ({ page }) => {
  await page.goto('/de/p/fruehstuecksset-langsam');
  const contents = page.getByRole('region', { name: 'Dieses Set enthält' });
  await expect(contents.getByRole('listitem').first()).toHaveText(/2 × Trinkbecher Schäre\s*Kreide/);
});

test('staff read what a set is made of, and that it has no stock of its own', async ({ page }) => {
  await openOffice(page, '/stock?q=slow+breakfast', owner);
  const row = page.getByRole('table', { name: 'Stock' }).getByRole('row').nth(1);
  await expect(row).toContainText(/Made of 2 × Skerry tumbler, Chalk and 1 × Quay tray, Ochre · Small/);
  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'What can be put together' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Receive' })).toHaveCount(0);
});

test('staff make a set of other articles, once', async ({ page }) => {
  await openOffice(page, '', owner);
  const found = await page.request.get('/office/api/products?q=pebble-vase');
  const { products } = (await found.json()) as { products: { id: string }[] };
  await page.goto(`/office/products/${products[0]!.id}?part=variants`);
  const section = page.getByRole('region', { name: 'Options and variants' });
  const save = section.getByRole('button', { name: 'Save options and variants' });
  const value = `Pair ${Date.now()}`;
  await section.getByLabel('Another value of Colour').fill(value);
  await page.keyboard.press('Enter');
  await section.getByRole('combobox', { name: 'Add a combination' }).click();
  await page.getByRole('option', { name: value }).click();
  await section.getByRole('button', { name: 'Make it of other articles' }).click();
  await section.getByLabel(`Add an article to ${value}`).fill('OS-1102-CHALK');
  await page.getByRole('option', { name: /Skerry tumbler, Chalk/ }).click();
  await save.click();
  await expect(section.getByRole('group', { name: 'Made of' })).toContainText('several pieces of one');
  await section.getByLabel('Pieces of Skerry tumbler, Chalk').fill('2');
  await expectAccessibleInBoth(page, 'making a set');
  await save.click();
  await expect(page.getByRole('status').filter({ hasText: 'Options and variants are saved.' })).toBeVisible();
  await expect(section.getByText('Made of 2 × Skerry tumbler, Chalk')).toBeVisible();
  await expect(section.getByRole('button', { name: 'Make it of other articles' })).toHaveCount(0);
  await section.getByRole('button', { name: `End sale of ${value}` }).click();
  await save.click();
  await expect(section.getByText('Made of 2 × Skerry tumbler, Chalk')).toHaveCount(0);
});
