import { expectAccessibleInBoth } from './accessible.ts';
import { owner, signIn } from './editor-page.ts';
import { associate, openOffice } from './office-page.ts';
import { expect, test } from './visitor.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('[RET-20] how long returns are announced and where money goes back is changed by channel; others read it', async ({
  page,
}) => {
  await openOffice(page, '/returns', owner);
  await page.getByRole('link', { name: 'Return policy' }).click();
  const store = page.getByRole('region', { name: 'Ostrand online' });
  await expect(store).toContainText('For 30 days after the pieces left');
  await expectAccessibleInBoth(page, 'return policy');
  await store.getByRole('button', { name: 'Change' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Days' }).fill('4000');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Days' })).toHaveAccessibleDescription(/3650/);
  await expectAccessibleInBoth(page, 'changing a return policy');
  await dialog.getByRole('textbox', { name: 'Days' }).fill('21');
  await dialog.getByLabel('Bank transfer').selectOption({ label: 'the way it came, and in no other' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(store).toContainText('For 21 days after the pieces left');
  await expect(store).toContainText('the way it came, and in no other');
  await page.goto('/office/audit-log?noun=returns');
  await expect(page.getByRole('row').filter({ hasText: 'Set refund policy' }).first()).toContainText('21');

  await signIn(page, associate);
  await page.goto('/office/returns/policy');
  await expect(store).toContainText('For 21 days');
  await expect(page.getByRole('button', { name: /^Change/ })).toHaveCount(0);

  await signIn(page, owner);
  await page.goto('/office/returns/policy');
  await store.getByRole('button', { name: 'Change' }).click();
  await dialog.getByLabel('at any time').check();
  await dialog.getByLabel('Bank transfer').selectOption({ index: 0 });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(store).toContainText('At any time');
  await store.getByRole('button', { name: 'Change' }).click();
  await dialog.getByLabel('for some days after the pieces left').check();
  await expect(dialog.getByRole('textbox', { name: 'Days' })).toHaveValue('30');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(store).toContainText('For 30 days after the pieces left');
});
