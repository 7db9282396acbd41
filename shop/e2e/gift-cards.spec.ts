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

for (const scripts of [true, false])
  test.describe(`a card for somebody else, with${scripts ? '' : 'out'} JavaScript`, () => {
    test.use({ javaScriptEnabled: scripts });

    test('[GIFT-21] [GIFT-22] it is bought with a message and a day, which cart and order tell', async ({
      page,
    }) => {
      const day = new Date(Date.now() + 30 * 86_400_000);
      const told = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(day);
      await page.goto('/p/gift-card');
      await page.getByRole('radio', { name: /^25 / }).check();
      await page.getByText('A gift? Have it mailed to somebody else').click();
      await page.getByLabel('Their name').fill('Grace Hopper');
      await page.getByLabel('Their e-mail address').fill('grace@example.com');
      await page.getByLabel('Your message to them').fill('Many happy returns\nAda');
      await page.getByLabel('Mailed on').fill(day.toISOString().slice(0, 10));
      await page.getByRole('button', { name: words.en.add }).click();
      await expect(page.getByText(words.en.added)).toBeVisible();
      await page.goto('/cart');
      await expect(
        page.getByText(`For Grace Hopper (grace@example.com), by e-mail on ${told}`),
      ).toBeVisible();
      await expect(page.getByText('Many happy returns')).toBeVisible();
      await page.getByRole('button', { name: words.en.toCheckout }).click();
      if (scripts) await expect(page.locator('form[data-awake]')).toHaveCount(1);
      await field(page, 'contact.email').fill('ada@example.com');
      await field(page, 'contact.name').fill('Ada Lovelace');
      await field(page, 'terms').check();
      if (!scripts) await page.getByRole('button', { name: words.en.continue }).click();
      await expect(payButton(page)).toHaveText('Pay €25.00');
      // Nothing else is promised than that day.
      await expect(page.getByText(/^Arrives/)).toHaveCount(0);
      await card(page, 'sim-approve').check();
      await payButton(page).click();
      await expectOrder(page);
      await expect(page.getByText(`by e-mail on ${told}`)).toBeVisible();
    });
  });
