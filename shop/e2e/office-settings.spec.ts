import { expectAccessibleInBoth } from './accessible.ts';
import { owner, signIn } from './editor-page.ts';
import { associate, openOffice } from './office-page.ts';
import { expect, test } from './visitor.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('[STORE-6] [DELIV-17] [TAX-29] [INV-11] what the shop’s people set is set in the office, refused at its field, and told in the audit log', async ({
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
  await dialog.getByLabel('Name').fill(' ');
  await save();
  await expect(dialog.getByLabel('Name')).toHaveAccessibleDescription(/>=1|at least|Too small/i);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Throw away' }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'Change discounts by hand' }).click();
  await dialog.getByRole('textbox').fill('12.5');
  await save();
  await expect(page.getByRole('region', { name: 'Discounts by hand' })).toContainText('12.5%');

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
  await dialog.getByLabel('IBAN').fill('DE89 3704 0044 0532 0130 00');
  await save();
  await expect(seller).toContainText('Ostrand Nord GmbH');

  await part('Delivery');
  const parcel = page.getByRole('region', { name: 'Parcel', exact: true });
  await expect(parcel).toContainText('free from €80.00');
  await expectAccessibleInBoth(page, 'delivery in the settings');
  await parcel.getByRole('button', { name: 'Change' }).click();
  await dialog.getByRole('textbox', { name: 'Price in EUR', exact: true }).fill('5.40');
  await dialog.getByLabel('Free in EUR from').fill('95');
  await dialog.getByLabel('Name (de)').fill('Paketversand');
  await expectAccessibleInBoth(page, 'changing a delivery method');
  await save();
  await expect(parcel).toContainText('€5.40, free from €95.00');
  const express = page.getByRole('region', { name: 'Express', exact: true });
  await express.getByRole('button', { name: 'Change' }).click();
  await dialog.getByLabel('Shoppers may choose it').uncheck();
  await save();
  await expect(express).toContainText('Not offered');

  await part('Taxes');
  const rates = page.getByRole('region', { name: 'Rates' });
  await expect(rates).toContainText('19 %');
  await rates.getByLabel('Country').selectOption({ label: 'Austria' });
  await expect(rates.getByRole('row').filter({ hasText: 'Standard rate' })).toContainText('20 %');
  await expectAccessibleInBoth(page, 'taxes in the settings');
  const taxed = page.getByRole('region', { name: 'Ostrand online' });
  await taxed.getByRole('button', { name: 'Change' }).click();
  await dialog.getByLabel('has the form of one, as soon as it is typed').check();
  await save();
  await expect(taxed).toContainText('as soon as they have the form of one');

  await page.goto('/office/audit-log?noun=delivery');
  await expect(page.getByRole('row').filter({ hasText: 'Change method' }).first()).toContainText('540');
  await signIn(page, associate);
  await page.goto('/office/settings');
  await expect(page.getByRole('main')).toContainText('Your role does not include this');
  await expect(page.getByRole('link', { name: 'Settings' })).toHaveCount(0);
});
