import { card, expectOrder, field, orderNumber, payButton, words } from './checkout-page.ts';
import { owner, signIn } from './editor-page.ts';
import { openOffice } from './office-page.ts';
import { expect, test } from './visitor.ts';

test('[GIFT-12] [GIFT-13] [GIFT-17] a gift card is bought, comes by e-mail, pays, and is mailed again by staff', async ({
  page,
  browser,
}) => {
  const email = `gift-${Date.now()}@example.com`;
  await page.goto('/p/gift-card');
  await page.getByRole('radio', { name: /^50 / }).check();
  await page.getByRole('button', { name: words.en.add }).click();
  await expect(page.getByText(words.en.added)).toBeVisible();
  await page.goto('/cart');
  await page.getByRole('button', { name: words.en.toCheckout }).click();
  await expect(page.locator('form[data-awake]')).toHaveCount(1);
  await field(page, 'contact.email').fill(email);
  await field(page, 'contact.name').fill('Ada Lovelace');
  await field(page, 'terms').check();
  await expect(payButton(page)).toHaveText('Pay €50.00');
  await card(page, 'sim-approve').check();
  await payButton(page).click();
  await expectOrder(page);
  const number = await orderNumber(page);

  const office = await browser.newPage();
  await signIn(office, owner);
  const mail = office
    .locator('li')
    .filter({ hasText: email })
    .filter({ hasText: 'Your gift card for €50.00' })
    .first();
  await expect(async () => {
    await office.goto('/_mail');
    await expect(mail).toBeVisible({ timeout: 1000 });
  }).toPass();
  await mail.locator('summary').click();
  const letter = mail.locator('iframe').contentFrame();
  const [code, pin] = await letter.locator('strong').allInnerTexts();
  const check = async () => {
    const data = { code, pin, currency: 'EUR' };
    return (await page.request.post('/api/store/v1/gift-card-checks', { data })).json();
  };
  expect(await check()).toMatchObject({ kind: 'good', card: { balance: { amount: 5000 } } });

  await openOffice(office, '/gift-cards', owner);
  await office.getByRole('searchbox', { name: 'Search gift cards' }).fill(number);
  await expect(office.getByRole('row')).toHaveCount(2);
  await office.getByRole('link', { name: code!.slice(-4) }).click();
  await expect(office.getByRole('link', { name: `Order ${number}` })).toBeVisible();
  await office.getByRole('button', { name: 'Mail it again' }).click();
  await office.getByRole('checkbox', { name: 'With a new code and PIN' }).check();
  await office.getByRole('dialog').getByRole('button', { name: 'Mail a new code' }).click();
  await expect(office.getByText('The card is on its way to whoever bought it.')).toBeVisible();
  expect(await check()).toEqual({ kind: 'refused', reason: 'unknown' });
  await office.getByRole('link', { name: `Order ${number}` }).click();
  await expect(office.getByText('Gift cards made, to be mailed')).toBeVisible();
});
