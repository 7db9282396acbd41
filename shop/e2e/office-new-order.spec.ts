import { expectAccessibleInBoth } from './accessible.ts';
import { associate, openOffice } from './office-page.ts';
import { expect, type Page, test } from './visitor.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Begins an order for a guest, with two pieces of an article. @returns its goods. */
async function begin(page: Page) {
  await openOffice(page, '/orders', associate);
  await page.getByRole('link', { name: 'New order' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('New order');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('combobox', { name: 'Article' }).fill('market tote');
  await page
    .getByRole('option', { name: /^Market tote/ })
    .first()
    .click();
  const goods = page.getByRole('region', { name: 'Goods', exact: true });
  await goods.getByLabel(/^Pieces of Market tote/).fill('2');
  return goods;
}

async function fillIn(page: Page, email: string) {
  const form = page.getByRole('region', { name: 'For whom and where to' });
  await form.getByLabel('E-mail').fill(email);
  await form.getByLabel('Customer’s name').fill('Ada Caller');
  await form.getByLabel('How it gets there').selectOption({ index: 0 });
  await form.getByLabel('Street and number').fill('Deichweg 4');
  await form.getByLabel('Postal code').fill('24999');
  await form.getByLabel('Town').fill('Ostrand');
  await form.getByLabel('They agree to the terms').check();
  await form.getByRole('button', { name: 'Keep it' }).click();
}

test('an order is taken on the telephone: goods, a discount with its reason, and placed', async ({
  page,
}) => {
  const goods = await begin(page);
  await goods.getByRole('button', { name: /^Price and discount of Market tote/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What is given').selectOption('percent');
  await dialog.getByLabel('Percent').fill('0');
  await expect(dialog.getByText('Write more than 0 %.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Give it' })).toBeDisabled();
  await dialog.getByLabel('Percent').fill('60');
  await expect(dialog.getByText(/^60 % off €/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Give it' })).toBeDisabled();
  await dialog.getByLabel('Reason').selectOption('goodwill');
  await dialog.getByRole('button', { name: 'Give it' }).click();
  await expect(dialog.getByText(/^That is more than the 10 %/)).toBeVisible();
  await expectAccessibleInBoth(page, 'giving more than one may');
  await dialog.getByLabel('Percent').fill('5');
  await dialog.getByLabel('In words').fill('Waited long');
  await dialog.getByRole('button', { name: 'Give it' }).click();
  await expect(goods.getByText('By hand: Goodwill, “Waited long”')).toBeVisible();
  await expect(goods.getByText(/^Given by the shop: -€/)).toBeVisible();

  await expect(page.getByText('an e-mail to write to')).toBeVisible();
  const sums = page.getByTestId('order-sums');
  // The way of delivery that stands there is within the sums already.
  await expect(sums).toContainText('Delivery');
  await expect(sums).not.toContainText('Not chosen yet');
  await page.getByLabel('E-mail').fill('ada');
  await expect(page.getByText(/^Keep what you changed/)).toBeVisible();
  await fillIn(page, 'ada.caller@example.com');
  await expect(sums).toContainText('Taken off: Given by the shop');
  await expectAccessibleInBoth(page, 'an order that staff take');
  await page.getByRole('radio', { name: 'Bank transfer' }).check();
  await page.getByRole('button', { name: /^Place it for €/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Order \d+/);
  await expect(page.getByText('Given by hand')).toBeVisible();
  await expect(page.getByText(/5 % off, Goodwill/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Customer' })).toContainText('Taken by');
});

test('a shopper who is sent the link looks through the cart at the shop’s checkout', async ({
  page,
  browser,
}) => {
  const email = `caller-${Date.now()}@example.com`;
  const goods = await begin(page);
  await goods.getByRole('button', { name: /^Price and discount of Market tote/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What is given').selectOption('percent');
  await dialog.getByLabel('What is given').selectOption('price');
  await dialog.getByLabel('Price of a piece').fill('-5');
  await expect(dialog.getByText('A price cannot be less than nothing.')).toBeVisible();
  await dialog.getByLabel('Price of a piece').fill('500');
  await dialog.getByLabel('Reason').selectOption('agreed');
  await expect(dialog.getByRole('button', { name: 'Give it' })).toBeDisabled();
  await dialog.getByLabel(/^That is more than the shop’s own price/).check();
  await expect(dialog.getByRole('button', { name: 'Give it' })).toBeEnabled();
  await dialog.getByLabel('What is given').selectOption('percent');
  await dialog.getByLabel('Percent').fill('10');
  await dialog.getByRole('button', { name: 'Give it' }).click();
  await expect(goods.getByText(/^Given by the shop: -€/)).toBeVisible();
  // Where it goes is for the shopper to write.
  const form = page.getByRole('region', { name: 'For whom and where to' });
  await form.getByLabel('E-mail').fill(email);
  await form.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'Send the link to pay' }).click();
  await expect(page.getByText(`The link goes to ${email}.`)).toBeVisible();
  const went = page.getByText(`The link went to ${email},`);
  await expect(went).toContainText('It has not been opened yet.');
  await page.reload();
  await expect(went).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send the link again' })).toBeVisible();
  const cart = page.url();

  let address = '';
  await expect(async () => {
    await page.goto('/_mail');
    const mail = page.locator('li').filter({ hasText: email });
    const open = await mail.locator('a[href^="/_mail/"]').getAttribute('href', { timeout: 1000 });
    const html = await (await page.request.get(open!)).text();
    address = /href="([^"]+\/_cart\/[^"]+)"/.exec(html)![1]!.replaceAll('&amp;', '&');
  }).toPass();

  const context = await browser.newContext();
  const shopper = await context.newPage();
  await shopper.goto(address);
  await expect(shopper).toHaveURL(/\/checkout$/);
  await expect(shopper.getByText('This is what we have put together for you.')).toBeVisible();
  await expect(shopper.getByText('Given by the shop').first()).toBeVisible();
  await context.close();

  // Whoever comes to it later sees what became of it, goes on with it or throws it away.
  await page.goto('/office/orders');
  await page.getByRole('link', { name: 'Open carts' }).click();
  const row = page.getByRole('row').filter({ hasText: email });
  await expect(row).toContainText('Link opened');
  await expectAccessibleInBoth(page, 'carts that staff opened');
  await row.getByRole('link').click();
  await expect(page).toHaveURL(cart);
  await expect(went).toContainText('It was opened there');
  await page.getByRole('button', { name: 'Throw the cart away' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Throw it away' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Open carts');
  await expect(row).toHaveCount(0);
});
