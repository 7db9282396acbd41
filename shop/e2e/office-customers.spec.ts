import { readFile } from 'node:fs/promises';
import { expectAccessibleInBoth } from './accessible.ts';
import { marketer, owner } from './editor-page.ts';
import { placeOrder } from './office-orders.ts';
import { associate, openOffice } from './office-page.ts';
import { expect, test } from './visitor.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a customer is registered, found, changed, given credit, exported and erased', async ({ page }) => {
  await openOffice(page, '/customers', owner);
  const said = (text: string | RegExp) =>
    expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Register a customer' }).click();
  await dialog.getByLabel('Name').fill('Carla Kunde');
  await dialog.getByLabel('E-mail').fill('carla');
  await dialog.getByRole('button', { name: 'Register' }).click();
  await expect(dialog.getByLabel('E-mail')).toHaveAccessibleDescription(/email address/);
  await dialog.getByLabel('E-mail').fill('carla.kunde@example.com');
  await dialog.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Carla Kunde');

  await page.getByRole('button', { name: 'Change the customer' }).click();
  await dialog.getByLabel('Telephone').fill('+49 40 1234');
  await dialog
    .getByRole('combobox', { name: 'Groups' })
    .or(dialog.getByLabel('Groups'))
    .first()
    .fill('trade');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await said('The customer is changed.');
  await expect(page.getByText('+49 40 1234')).toBeVisible();

  const addresses = page.getByRole('region', { name: 'Addresses' });
  await addresses.getByRole('button', { name: 'Add' }).click();
  await dialog.getByLabel('Street and number').fill('Kai 7');
  await dialog.getByLabel('Postal code').fill('24999');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByLabel('Town')).toBeFocused();
  await dialog.getByLabel('Town').fill('Ostrand');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await said('The address is saved.');
  await expect(addresses.getByText('24999 Ostrand')).toBeVisible();

  await page.getByRole('region', { name: 'Notes' }).getByRole('button', { name: 'Add' }).click();
  await dialog.getByLabel('Note').fill('Calls before noon only.');
  await dialog.getByRole('button', { name: 'Keep the note' }).click();
  await expect(page.getByText('Calls before noon only.')).toBeVisible();

  await page.getByRole('region', { name: 'Store credit' }).getByRole('button', { name: 'Give' }).click();
  await dialog.getByLabel('Amount').fill('12.5');
  await dialog.getByRole('button', { name: 'Give €12.50' }).click();
  await said('They now have €12.50 of store credit.');

  await page.getByRole('button', { name: 'Make a member' }).click();
  const crew = page.getByRole('region', { name: 'Ostrand Crew' });
  await expect(crew).toContainText('25 points worth €1.00');
  await crew.getByRole('button', { name: 'Give or take' }).click();
  await dialog.getByText('Take away').click();
  await dialog.getByLabel('Points').fill('26');
  await dialog.getByRole('button', { name: 'Take 26 points' }).click();
  await expect(dialog.getByLabel('Points')).toHaveAccessibleDescription(/Only 25 points can be taken away/);
  await dialog.getByText('Give', { exact: true }).click();
  await dialog.getByLabel('Note').fill('For the wait');
  await dialog.getByRole('button', { name: 'Give 26 points' }).click();
  await said('They now have 51 points to use.');
  await crew.getByRole('button', { name: 'Ledger' }).click();
  await expect(page.getByRole('table', { name: 'Points' }).getByRole('row').nth(1)).toContainText(
    /For the wait.*\+26/,
  );
  await page.keyboard.press('Escape');
  await expectAccessibleInBoth(page, 'customer');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const file = await (await download).path();
  expect(await readFile(file, 'utf8')).toContain('Calls before noon only.');

  await page.goto('/office/customers?q=carla');
  await expectAccessibleInBoth(page, 'customers');
  await page.getByRole('link', { name: 'Carla Kunde' }).click();
  await page.getByRole('button', { name: 'Erase' }).click();
  await expect(dialog.getByRole('button', { name: 'Erase for good' })).toBeDisabled();
  const label = dialog.getByLabel(/to confirm$/);
  const number = /number (\S+) to/.exec((await dialog.textContent()) ?? '')![1]!;
  await label.fill(number);
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Customers');
  await page.goto('/office/customers?q=carla');
  await expect(page.getByText('No customers are like that')).toBeVisible();
});

test('what a role may not do is not offered; who bought as a guest is no customer', async ({ page }) => {
  const order = await placeOrder({ handle: 'tide-mug', quantity: 1, name: 'Gast Guest' });
  await openOffice(page, `/orders/${order.id}`, associate);
  await expect(page.getByText('bought as a guest')).toBeVisible();
  await page.goto('/office/customers');
  await page.getByRole('button', { name: 'Register a customer' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Only Name');
  await page.getByRole('dialog').getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('region', { name: 'Store credit' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Give' })).toHaveCount(0);
  await openOffice(page, '/customers', marketer);
  await expect(page.getByText('Your role does not include this')).toBeVisible();
});
