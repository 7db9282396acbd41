import { createHttpClient } from '@vitrine/commerce-engine/client';
import { card, fillIn, orderNumber, payButton, words } from './checkout-page.ts';
import { owner } from './editor-page.ts';
import { openOffice } from './office-page.ts';
import { expect, shopUrl, test } from './visitor.ts';

const market = { channel: 'online', locale: 'en', currency: 'EUR', customerGroup: 'anyone' };

/** The day the demo store tells, as people of the locale write it. */
async function shipsFrom(locale: string): Promise<string> {
  const client = createHttpClient({ url: shopUrl() });
  const [lamp] = await client.catalog.productsBySlug(market, ['buoy-pendant']);
  const [told] = await client.inventory.availability(market, [lamp!.variants[0]!.id]);
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${told!.shipsFrom}T00:00:00Z`));
}

test('a lamp that is not out yet is preordered; page, cart, checkout, order and office say from when it ships', async ({
  page,
  browser,
}) => {
  const says = `Preorder, ships from ${await shipsFrom('en')}`;
  await page.goto('/p/buoy-pendant');
  await expect(page.getByText(says)).toBeVisible();
  await page.getByRole('radio', { name: '40 cm' }).check();
  await expect(page.getByText(says)).toBeVisible();
  await page.getByRole('button', { name: 'Preorder', exact: true }).click();
  await expect(page.getByText(/is in your cart/)).toBeVisible();
  await page.goto('/cart');
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
  await openOffice(office, '/stock?preorder=yes', owner);
  const stock = office.getByRole('table', { name: 'Stock' });
  await expect(stock.getByRole('row').filter({ hasText: 'Buoy pendant' }).first()).toContainText(
    /Ships from .* · \d+ of 60 promised/,
  );
  await expect(stock).toContainText(/ · [1-9]\d* of 60 promised/);
  await office.goto('/office/orders');
  await office.getByRole('searchbox').fill(number);
  await expect(office.getByRole('table', { name: 'Orders' }).getByRole('row')).toHaveCount(2);
  await office.getByRole('link', { name: number }).first().click();
  await expect(office.getByText(/^Preorder, ships from /)).toBeVisible();
  await expect(office.getByText('Not in stock yet')).toBeVisible();
});

test('a list says it on the card and in its filter; German says it in German', async ({ page }) => {
  await page.goto('/c/pendants?f.availability=preorder');
  const card = page.getByRole('article').filter({ hasText: 'Buoy pendant' });
  await expect(card).toContainText('Preorder');
  await expect(card).toContainText(`Ships from ${(await shipsFrom('en')).replaceAll(' ', '\u00a0')}`);
  await page.goto('/de/p/pendelleuchte-boje');
  await expect(page.getByText(`Vorbestellbar, Versand ab ${await shipsFrom('de')}`)).toBeVisible();
  await page.getByRole('radio', { name: '60 cm' }).check();
  await page.getByRole('button', { name: 'Vorbestellen' }).click();
  await expect(page.getByText(/liegt im Warenkorb/)).toBeVisible();
  await page.goto('/de/cart');
  await expect(page.getByText(`Vorbestellung, Versand ab ${await shipsFrom('de')}`)).toBeVisible();
});

test('staff put an article on preorder and see how many are promised', async ({ page }) => {
  await openOffice(page, '/stock?q=allotment+trowel', owner);
  const table = page.getByRole('table', { name: 'Stock' });
  await table.getByRole('row').nth(1).getByRole('link').click();
  await page.getByRole('button', { name: 'Rules of selling' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('note')).toHaveCount(0);
  await dialog.getByLabel('May be preordered').check();
  await expect(dialog.getByRole('note')).toContainText(/are in stock .* sold as preorders only/);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel('Comes out on')).toHaveAccessibleDescription(/Choose the day/);
  await dialog.getByLabel('Comes out on').fill('2020-05-04');
  await expect(dialog.getByLabel('Comes out on')).toHaveAccessibleDescription(/Choose one that is to come/);
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await dialog.getByLabel('Comes out on').fill('2199-05-04');
  await dialog.getByLabel('At most, pieces').fill('7');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/Ships from May\s4,\s2199 · 0 of 7 promised/)).toBeVisible();
  await page.getByRole('button', { name: 'Rules of selling' }).click();
  await expect(dialog.getByLabel('At most, pieces')).toHaveAccessibleDescription(/0 pieces promised so far/);
  await dialog.getByLabel('May be preordered').uncheck();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/^Ships from/)).toBeHidden();
});
