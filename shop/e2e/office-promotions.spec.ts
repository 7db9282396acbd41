import { readFileSync } from 'node:fs';
import { expectAccessibleInBoth } from './accessible.ts';
import { marketer, merchandiser, signIn } from './editor-page.ts';
import { openOffice } from './office-page.ts';
import { expect, sameOrigin, test } from './visitor.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a promotion is made as a sentence, tried before it is published, unlocked by codes, and stopped', async ({
  page,
}) => {
  const name = `Mugs by three ${Date.now()}`;
  await openOffice(page, '/promotions/new', merchandiser);
  await page.getByLabel('Kind').selectOption('Off from so many pieces of one article');
  await page.getByLabel('Pieces', { exact: true }).fill('2');
  await page.getByLabel('Percentage').fill('50');
  const goods = page.getByRole('combobox', { name: 'Goods', exact: true });
  await goods.fill('Tide mug');
  await page.getByRole('option', { name: 'Tide mug' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('reads')).toHaveText('From 2 pieces: 50 % off each, of Tide mug.');
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
  await page.getByLabel('Name (en)').fill(name);
  await page.getByRole('checkbox', { name: 'Only for those who bring a code' }).check();
  await expectAccessibleInBoth(page, 'a new promotion');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(page.getByText('From 2 pieces: 50 % off each, of Tide mug.')).toBeVisible();

  await page.getByRole('button', { name: 'Begin with codes' }).click();
  await page.getByRole('dialog').getByLabel('Each code').fill('1');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Add codes' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('How many').fill('12');
  await dialog.getByLabel('Begin with').fill('mug-');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Add 12 codes' }).click(),
  ]);
  const codes = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n')
    .slice(1);
  expect(new Set(codes).size).toBe(12);
  expect(codes.every((code) => /^MUG-[A-HJ-NP-TV-Z2-9]{8}$/.test(code))).toBe(true);
  await expect(page.getByText('12 codes, used 0 times. They can be used 1 times each.')).toBeVisible();

  await page.getByRole('link', { name: 'Try the promotion' }).click();
  await page.getByRole('combobox', { name: 'Put something in' }).fill('Tide mug');
  await page
    .getByRole('option', { name: /^Tide mug/ })
    .first()
    .click();
  const total = page.getByTestId('total');
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText(
    'Needs a code that was not brought.',
  );
  const one = await total.innerText();
  await page.getByLabel(/^Pieces of/).fill('2');
  await expect(total).not.toHaveText(one);
  const two = await total.innerText();
  await page.goto('/office/promotions');
  await page.getByRole('link', { name }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'is published' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change the promotion' })).toHaveCount(0);
  await expectAccessibleInBoth(page, 'promotion');

  await page.getByRole('link', { name: 'Try the promotion' }).click();
  await page.getByRole('combobox', { name: 'Put something in' }).fill('Tide mug');
  await page
    .getByRole('option', { name: /^Tide mug/ })
    .first()
    .click();
  await page.getByLabel(/^Pieces of/).fill('2');
  await expect(total).toHaveText(two);
  await page.getByRole('combobox', { name: 'Codes they bring' }).fill(codes[0]!);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('Takes');
  const cents = (text: string) => Number(text.replace(/\D/g, ''));
  expect(cents(await total.innerText())).toBe(Math.round(cents(two) / 2));
  await page.getByLabel(/^Pieces of/).fill('1');
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('1 piece more would do.');
  await expect(page).toHaveURL(/basket=.*%3A1&codes=MUG-/);
  await expect(page.getByRole('table', { name: /^Prices of/ })).toContainText('This is the price.');
  await expectAccessibleInBoth(page, 'why this price');

  await page.getByRole('row').filter({ hasText: name }).getByRole('link').click();
  await page.getByRole('button', { name: `Close ${codes[0]}` }).click();
  await expect(page.getByRole('button', { name: `Open ${codes[0]}` })).toBeVisible();
  await page.getByRole('button', { name: 'Stop the promotion' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop the promotion' }).click();
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText('Not published');
});

test('what is not complete is not published and says why, and who may not has none of it', async ({
  page,
}) => {
  await openOffice(page, '/promotions/new', merchandiser);
  const name = `Nothing off ${Date.now()}`;
  await page.getByLabel('Percentage').fill('0');
  await page.getByLabel('Name (en)').fill(name);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('alert')).toContainText('It is not complete yet.');
  await expect(page.getByRole('alert')).toContainText('effect.cut');
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByLabel('Percentage').fill('1');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('button', { name: 'Stop the promotion' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop the promotion' }).click();
  await expect(page.getByRole('button', { name: 'Publish' })).toBeVisible();

  await signIn(page, marketer);
  for (const path of ['/promotions', '/why-this-price']) {
    await page.goto(`/office${path}`);
    await expect(page.getByText('Your role does not include this')).toBeVisible();
  }
  const asked = await page.request.post('/office/api/price-simulations', {
    data: { channel: 'online', locale: 'en', currency: 'EUR', lines: [] },
    headers: sameOrigin(),
  });
  expect(asked.status()).toBe(403);
});

test('a happy hour holds at its hours of the week, and says so', async ({ page }) => {
  const name = `Happy hour ${Date.now()}`;
  await openOffice(page, '/promotions/new', merchandiser);
  await page.getByLabel('Name (en)').fill(name);
  await page.getByRole('checkbox', { name: 'Only at certain hours of the week' }).check();
  const days = page.getByRole('group', { name: 'Days' });
  await days.getByText('Sat').click();
  await page.getByLabel('To', { exact: true }).last().fill('02:00');
  await expect(page.getByText('on the next day')).toBeVisible();
  await page.getByRole('button', { name: 'Other hours' }).click();
  await page.getByRole('combobox', { name: 'By the clocks of' }).fill('Europe/Ber');
  await page.getByRole('option', { name: 'Europe/Berlin' }).click();
  await expectAccessibleInBoth(page, 'a promotion with hours');
  await page.getByLabel('To', { exact: true }).last().fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Expected a time such as "17:30"')).toBeVisible();
  await page.getByRole('button', { name: 'Take this line out' }).last().click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(page.getByText('Mon–Sat 17:00–02:00 (Europe/Berlin)', { exact: true })).toBeVisible();
  // The sentence that says what it gives says when.
  await expect(
    page.getByText(/^10\s% off everything\. Only Mon–Sat 17:00–02:00 \(Europe\/Berlin\)\.$/),
  ).toBeVisible();
});
