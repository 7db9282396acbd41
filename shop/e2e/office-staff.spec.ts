import { expectAccessibleInBoth } from './accessible.ts';
import { merchandiser, owner, signIn } from './editor-page.ts';
import { openOffice } from './office-page.ts';
import { expect, sameOrigin, test } from './visitor.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('somebody is invited, chooses a password, is given another role and let in no more', async ({
  page,
  browser,
}) => {
  const email = `nora-${Date.now()}@ostrand.example`;
  await openOffice(page, '/staff', owner);
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Name/).fill('Nora Petersen');
  await dialog.getByLabel(/^E-mail/).fill(owner.email);
  await dialog.getByRole('checkbox', { name: 'Marketer' }).check();
  await dialog.getByRole('button', { name: 'Invite' }).click();
  await expect(dialog.getByLabel(/^E-mail/)).toHaveAccessibleDescription(/somebody with this address/);
  await dialog.getByLabel(/^E-mail/).fill('no address');
  await dialog.getByRole('button', { name: 'Invite' }).click();
  await expect(dialog.getByLabel(/^E-mail/)).toHaveAccessibleDescription(/expected an e-mail address/i);
  await expectAccessibleInBoth(page, 'inviting');
  await dialog.getByLabel(/^E-mail/).fill(email);
  await dialog.getByRole('button', { name: 'Invite' }).click();
  const link = await page
    .getByRole('dialog', { name: 'A link for Nora Petersen' })
    .getByLabel('Link', { exact: true })
    .inputValue();
  await page.getByRole('button', { name: 'Done' }).click();
  const row = page.getByRole('row').filter({ hasText: email });
  await expect(row).toContainText('Invited');

  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await other.getByLabel('Password').fill('a harbour in winter');
  await other.getByLabel('The same again').fill('a harbour in summer');
  await other.getByRole('button', { name: 'Set the password' }).click();
  await expect(other.getByRole('alert')).toContainText('not the same');
  await other.getByLabel('Password').fill('a harbour in winter');
  await other.getByLabel('The same again').fill('a harbour in winter');
  await other.getByRole('button', { name: 'Set the password' }).click();
  await expect(other).toHaveURL('/sign-in?to=/office');
  await other.getByLabel('E-mail').fill(email);
  await other.getByLabel('Password').fill('a harbour in winter');
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Hello, Nora');
  await other.goto(link);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('This link does not work');

  await row.getByRole('link').click();
  await expect(page.getByText('Signed in', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('checkbox', { name: 'Associate' }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Nora Petersen is changed.' })).toBeVisible();
  await expect(page.getByText('Change orders, refund')).toBeVisible();
  await expectAccessibleInBoth(page, 'member of staff');
  await page.getByRole('button', { name: 'Let in no more' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Let them in no more' }).click();
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText('Left');
  await other.goto('/office');
  await expect(other).toHaveURL(/\/sign-in/);
  await other.context().close();
});

test('the last owner stays, and who may not look after the staff neither sees nor does it', async ({
  page,
}) => {
  await openOffice(page, '/staff', owner);
  await page.getByRole('link', { name: owner.name }).click();
  await page.getByRole('button', { name: 'Let in no more' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Let them in no more' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Nobody else could look after the staff');
  await dialog.getByRole('button', { name: 'Not now' }).click();

  await signIn(page, merchandiser);
  for (const path of ['/staff', '/api-keys', '/audit-log']) {
    await page.goto(`/office${path}`);
    await expect(page.getByText('Your role does not include this')).toBeVisible();
  }
  await expect(page.getByRole('navigation').getByText('Staff')).toHaveCount(0);
  const invited = await page.request.post('/office/api/staff', {
    data: { email: 'friend@example.com', name: 'Friend', roles: ['owner'] },
    headers: { ...sameOrigin(), 'idempotency-key': `friend-${Date.now()}` },
  });
  expect(invited.status()).toBe(403);
});

test('a key is made, works as far as it may, is revoked, and the log tells who did it', async ({ page }) => {
  const name = `Accounting ${Date.now()}`;
  await openOffice(page, '/api-keys', owner);
  await page.getByRole('button', { name: 'Make a key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Name/).fill(name);
  await dialog.getByRole('checkbox', { name: 'See orders' }).check();
  await dialog.getByRole('button', { name: 'Make the key' }).click();
  const token = await page
    .getByRole('dialog', { name: /^The key/ })
    .getByLabel('Key', { exact: true })
    .inputValue();
  await page.getByRole('button', { name: 'Done' }).click();
  const ask = async (path: string) => {
    const answer = await page.request.get(`/api/admin/v1${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return answer.status();
  };
  expect([await ask('/orders'), await ask('/staff')]).toEqual([200, 403]);
  await expectAccessibleInBoth(page, 'keys');
  await page.getByRole('button', { name: `Revoke ${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke the key' }).click();
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('Revoked');
  expect(await ask('/orders')).toBe(401);

  await page.goto('/office/audit-log');
  await page.getByRole('combobox', { name: 'About' }).selectOption('API keys');
  await page.getByRole('combobox', { name: 'Who' }).selectOption(owner.name);
  const created = page.getByRole('row').filter({ hasText: name });
  await expect(created).toContainText('Created');
  await expect(page.getByRole('row').filter({ hasText: 'Signed in' })).toHaveCount(0);
  await expectAccessibleInBoth(page, 'audit log');
  await page.getByLabel('To', { exact: true }).fill('2020-01-01');
  await expect(page.getByText('No audit log are like that')).toBeVisible();
});
