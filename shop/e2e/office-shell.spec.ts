import { expectAccessibleInBoth } from './accessible.ts';
import { marketer, owner, signIn } from './editor-page.ts';
import { associate, openOffice } from './office-page.ts';
import { expect, sameOrigin, test } from './visitor.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('who is not signed in signs in first and comes back', async ({ page }) => {
  await page.goto('/office');
  await expect(page).toHaveURL('/sign-in?to=%2Foffice');
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByLabel('Password').fill(owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello, Ingrid');
});

test('the start tells what needs doing, by what one may do, and the network going is told', async ({
  page,
}) => {
  await openOffice(page, '', owner);
  await expect(page.getByText('Orders to send or hand over')).toBeVisible();
  await expect(page.getByText('Webhooks given up this week')).toBeVisible();
  await expectAccessibleInBoth(page, 'start');
  await page.context().setOffline(true);
  await expect(page.getByText('No network.')).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText('No network.')).toBeHidden();
  await page.goto('/office/nowhere');
  await expect(page.getByText('There is no page here')).toBeVisible();

  await signIn(page, associate);
  await page.goto('/office');
  await expect(page.getByText('Orders to send or hand over')).toBeVisible();
  await expect(page.getByText('Webhooks given up this week')).toHaveCount(0);

  await signIn(page, marketer);
  await page.goto('/office');
  await expect(page.getByText('Nothing here is yours to look after')).toBeVisible();
  await page.getByRole('button', { name: /signed in/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.goto('/office');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('other sites can ask nothing with the cookie of somebody signed in', async ({ page }) => {
  await signIn(page, owner);
  const ask = (headers: Record<string, string>, method = 'GET') =>
    page.request.fetch('/office/api/me', { method, headers });
  expect((await ask({})).status()).toBe(200);
  expect((await ask({ 'sec-fetch-site': 'same-origin' })).status()).toBe(200);
  expect((await ask({ 'sec-fetch-site': 'cross-site' })).status()).toBe(403);
  expect((await ask({ 'sec-fetch-site': 'same-site' })).status()).toBe(403);
  expect((await ask({ origin: 'https://elsewhere.example' })).status()).toBe(403);
  const send = (headers: Record<string, string>) =>
    page.request.post('/office/api/synonyms', { headers, data: { synonyms: 'wrong' } });
  expect((await send({})).status()).toBe(403);
  expect((await send({ origin: 'https://elsewhere.example' })).status()).toBe(403);
  expect((await send(sameOrigin())).status()).toBe(422);
});
