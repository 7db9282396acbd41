import { expectAccessibleInBoth } from './accessible.ts';
import { linkMailedTo } from './account-mail.ts';
import { begin, expectOrder, field, fillIn, orderNumber, payButton, total } from './checkout-page.ts';
import { owner } from './editor-page.ts';
import { openOffice } from './office-page.ts';
import { type Browser, expect, type Page, shopUrl, test } from './visitor.ts';

const austrian = 'ATU13585627';

/** Everything filled in, to Vienna. */
async function fillInVienna(page: Page) {
  await fillIn(page);
  await field(page, 'address.company').fill('Analytische Maschinen GmbH');
  await field(page, 'address.postalCode').fill('1010');
  await field(page, 'address.city').fill('Wien');
  await field(page, 'address.country').selectOption('AT');
}

/** Staff in a browser of their own. */
async function atTheOffice(browser: Browser, path: string, work: (page: Page) => Promise<void>) {
  const context = await browser.newContext({
    baseURL: shopUrl(),
    reducedMotion: 'reduce',
    javaScriptEnabled: true,
  });
  try {
    const page = await context.newPage();
    await openOffice(page, path, owner);
    await work(page);
  } finally {
    await context.close();
  }
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('[CHECK-38] a guest gives a VAT number: one that is none is marked, one that nobody has checked frees of nothing', async ({
    page,
  }) => {
    await begin(page);
    await fillInVienna(page);
    await field(page, 'vatId').fill('at u 13585627');
    await payButton(page).click();
    await expect(page.getByText(`We have not checked ${austrian} yet`)).toBeVisible();
    await expect(page.getByText('Reverse charge')).toHaveCount(0);
    await field(page, 'vatId').fill('ATU13585628');
    await payButton(page).click();
    await expect(field(page, 'vatId')).toHaveAccessibleDescription(/VAT number that is in use/);
    await expect(field(page, 'vatId')).toHaveValue('ATU13585628');
    await field(page, 'vatId').fill(austrian);
    await payButton(page).click();
    await expectOrder(page);
    await expect(page.getByRole('main')).toContainText(`VAT number ${austrian}`);
  });
});

test('[CHECK-38] [CHECK-39] [BILL-10] a company that staff have checked buys with reverse charge, and its invoice says so', async ({
  browser,
  page,
}) => {
  test.setTimeout(180_000);
  const email = `company-${crypto.randomUUID()}@example.com`;
  await page.goto('/account/sign-up');
  await page.getByLabel('Full name').fill('Ada Lovelace');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill('a sea of troubles');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.goto(await linkMailedTo(browser, email, 'Confirm your email'));
  await page.getByRole('button', { name: 'Confirm and sign in' }).click();
  await expect(page).toHaveURL('/account');
  await page.goto('/account/details');
  const company = page.getByRole('region', { name: 'Company' });
  await company.getByLabel('VAT number').fill('ATU1');
  await company.getByRole('button', { name: 'Add VAT number' }).click();
  await expect(company.getByLabel('VAT number')).toHaveAccessibleDescription(/VAT number that is in use/);
  await company.getByLabel('VAT number').fill(austrian);
  await company.getByRole('button', { name: 'Add VAT number' }).click();
  await expect(company).toContainText(`${austrian} not checked yet`);
  await expectAccessibleInBoth(page, 'the details of a company');

  await atTheOffice(browser, `/customers?q=${encodeURIComponent(email)}`, async (office) => {
    await office.getByRole('main').getByRole('link').filter({ hasText: 'Ada Lovelace' }).first().click();
    const taxes = office.getByRole('region', { name: 'Taxes' });
    await expect(taxes).toContainText('Not checked');
    await taxes.getByRole('button', { name: `${austrian} is in use` }).click();
    await expect(taxes).toContainText('by staff');
  });

  await begin(page);
  await expect(field(page, 'vatId')).toHaveValue(austrian);
  await expectAccessibleInBoth(page, 'a checkout with a VAT number');

  const storageState = await page.context().storageState();
  const context = await browser.newContext({ baseURL: shopUrl(), javaScriptEnabled: false, storageState });
  const plain = await context.newPage();
  await plain.goto('/checkout');
  await expect(field(plain, 'vatId')).toHaveValue(austrian);
  await fillInVienna(plain);
  await payButton(plain).click();
  await expect(plain.getByText(`Reverse charge: your company pays the VAT (${austrian}).`)).toBeVisible();
  await expect(plain.getByText('Tax you do not pay')).toBeVisible();
  const paid = await total(plain).innerText();
  await payButton(plain).click();
  await expectOrder(plain);
  await expect(total(plain)).toHaveText(paid);
  await expect(plain.getByRole('main')).toContainText('Reverse charge: your company pays the VAT');
  const number = await orderNumber(plain);
  await context.close();

  await atTheOffice(browser, `/orders?q=${number}`, async (office) => {
    await office.getByRole('main').getByRole('link').filter({ hasText: number }).first().click();
    const main = office.getByRole('main');
    await expect(main).toContainText(`Reverse charge: the company pays the VAT (${austrian})`);
    await expect(main).toContainText('Tax not charged');
    await expectAccessibleInBoth(office, 'an order without tax');
    await office.getByRole('button', { name: 'Send a parcel' }).click();
    await office
      .getByRole('dialog')
      .getByRole('button', { name: /^Send 1 piece/ })
      .click();
    await office.getByRole('button', { name: /^R-\d{6}$/ }).click({ timeout: 20_000 });
    const invoice = office.frameLocator('iframe[title^="R-"]').locator('body');
    await expect(invoice).toContainText(`VAT number ${austrian}`);
    await expect(invoice).toContainText('Reverse charge: the buyer owes the VAT');
    await expect(invoice).toContainText(paid);
  });
});

test('[CUST-18] staff write a certificate down, change it and take it away', async ({ page }) => {
  await openOffice(page, '/customers', owner);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Register a customer' }).click();
  await dialog.getByLabel('Name').fill('Free School');
  await dialog.getByLabel('E-mail').fill('free.school@example.com');
  await dialog.getByRole('button', { name: 'Register' }).click();
  const taxes = page.getByRole('region', { name: 'Taxes' });
  await expect(taxes).toContainText('they pay all taxes');
  await taxes.getByRole('button', { name: 'Add a certificate' }).click();
  await dialog.getByLabel('Number').fill('DE-77');
  await dialog.getByLabel('Where it holds').fill('de');
  await dialog.getByLabel('Last day').fill('2030-12-31');
  await expectAccessibleInBoth(page, 'writing a certificate');
  await dialog.getByRole('button', { name: 'Keep the certificate' }).click();
  await expect(taxes).toContainText('Certificate DE-77');
  await expect(taxes).toContainText(/DE, for all goods, until .*2030/);
  await expect(taxes).toContainText('Holds');
  await taxes.getByRole('button', { name: 'Change certificate DE-77' }).click();
  await expect(dialog.getByLabel('Last day')).toHaveValue('2030-12-31');
  await dialog.getByLabel('Last day').fill('2020-12-31');
  await dialog.getByRole('button', { name: 'Keep the certificate' }).click();
  await expect(taxes).toContainText('Over');
  await taxes.getByRole('button', { name: 'Add a VAT number' }).click();
  await dialog.getByLabel('VAT number').fill('DE136695977');
  await dialog.getByRole('button', { name: 'Keep the number' }).click();
  await expect(dialog.getByLabel('VAT number')).toHaveAccessibleDescription(/check digit/);
  await dialog.getByLabel('VAT number').fill('de 136695976');
  await dialog.getByRole('button', { name: 'Keep the number' }).click();
  await expect(taxes).toContainText('DE136695976');
  await expectAccessibleInBoth(page, 'a customer with tax papers');
  await taxes.getByRole('button', { name: 'Remove certificate DE-77' }).click();
  await dialog.getByRole('button', { name: 'Remove it' }).click();
  await expect(taxes).not.toContainText('DE-77');
});
