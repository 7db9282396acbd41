import { expectAccessibleInBoth } from './accessible.ts';
import { owner, signIn } from './editor-page.ts';
import { associate, openOffice } from './office-page.ts';
import { expect, test } from './visitor.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('[STORE-6] [DELIV-17] [TAX-29] [TAX-30] [BILL-11] what the shop’s people set is shown in the office, and refused at its field', async ({
  page,
}) => {
  await openOffice(page, '/', owner);
  await page.getByRole('link', { name: 'Settings' }).click();
  const dialog = page.getByRole('dialog');
  const save = () => dialog.getByRole('button', { name: 'Save' }).click();
  const part = (name: string) => page.getByRole('tab', { name }).click();

  const channel = page.getByRole('region', { name: 'Ostrand online' });
  await expect(channel).toContainText('Hold the taxes');
  await expectAccessibleInBoth(page, 'channels in the settings');
  await channel.getByRole('button', { name: 'Change' }).click();
  await expect(dialog.getByLabel('Name')).toBeVisible();
  await expect(dialog.getByRole('radio')).toHaveCount(0);
  await dialog.getByLabel('Name').fill(' ');
  await save();
  await expect(dialog.getByLabel('Name')).toHaveAccessibleDescription(/>=1|at least|Too small/i);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Throw away' }).click();
  await expect(dialog).toHaveCount(0);

  await part('Seller');
  const seller = page.getByRole('region', { name: 'Ostrand online' });
  await expect(seller).toContainText('Germany');
  await expectAccessibleInBoth(page, 'sellers in the settings');
  await seller.getByRole('button', { name: 'Change' }).click();
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Ostrand Nord GmbH');
  await expect(dialog.locator('[data-preview]')).toContainText(
    'Ostrand Nord GmbH · Seilergang 3 · 24999 Ostrand · Germany · VAT no. DE123456788',
  );
  await dialog.getByLabel('IBAN').fill('DE88370400440532013000');
  await save();
  await expect(dialog.getByLabel('IBAN')).toHaveAccessibleDescription(/check digits/);
  await expectAccessibleInBoth(page, 'changing a seller');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Throw away' }).click();
  await expect(dialog).toHaveCount(0);

  await part('Delivery');
  const parcel = page.getByRole('region', { name: 'Parcel', exact: true });
  await expect(parcel).toContainText('free from €80.00');
  await expectAccessibleInBoth(page, 'delivery in the settings');
  await parcel.getByRole('button', { name: 'Change' }).click();
  await expect(dialog.getByLabel('Free in EUR from')).toHaveValue('80.00');
  await expectAccessibleInBoth(page, 'changing a delivery method');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'New delivery method' }).click();
  await dialog.getByLabel('Name (en)').fill('Cargo bike');
  await dialog.getByLabel('Only to a part of it').check({ force: true });
  await dialog.getByLabel('Postal codes', { exact: true }).fill('24999, 10115-10119');
  await dialog.getByLabel('Price in EUR', { exact: true }).fill('3.50');
  await dialog.getByLabel('At most').fill('0');
  await save();
  await expect(dialog.getByLabel('At most')).toHaveAccessibleDescription(/as many days/);
  await dialog.getByLabel('At most').fill('2');
  await expectAccessibleInBoth(page, 'a new delivery method');
  await save();
  await expect(dialog).toHaveCount(0);
  const bike = page.getByRole('region', { name: 'Cargo bike' });
  await expect(bike).toContainText('Germany (postal codes 24999, 10115–10119)');
  await bike.getByRole('button', { name: 'Move Cargo bike up' }).click();
  await expect(page.getByText('Cargo bike is moved.').first()).toBeAttached();
  await bike.getByRole('button', { name: 'Change' }).click();
  await dialog.getByLabel('Shoppers may choose it').uncheck({ force: true });
  await save();
  await expect(bike).toContainText('Not offered');

  await part('Taxes');
  const rates = page.getByRole('region', { name: 'Rates' });
  await expect(rates).toContainText('19 %');
  await rates.getByLabel('Country').selectOption({ label: 'Austria' });
  await expect(rates.getByRole('row', { name: /^Standard rate Austria/ })).toContainText('20 %');
  await expect(rates.locator('[data-preview]')).toContainText(
    '€100.00 in Austria, standard rate: €20.00 on top',
  );
  await rates.getByRole('button', { name: 'Add a rate' }).click();
  await dialog.getByRole('textbox', { name: 'Rate' }).fill('21,5');
  await dialog.getByLabel('Holds from').fill('2020-01-01');
  await expect(dialog.locator('[data-preview]')).toContainText('€21.50 on top');
  await expectAccessibleInBoth(page, 'adding a tax rate');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByLabel('Holds from')).toHaveAccessibleDescription(/today or later/);
  await dialog.getByLabel('Holds from').fill('2090-01-01');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await rates.getByRole('button', { name: 'Take back 21.5 %' }).click();
  await expect(rates.getByText('21.5 %')).toHaveCount(0);

  await signIn(page, associate);
  await page.goto('/office/settings');
  await expect(page.getByRole('main')).toContainText('Your role does not include this');
  await expect(page.getByRole('link', { name: 'Settings' })).toHaveCount(0);
});
