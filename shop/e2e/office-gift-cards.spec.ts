import { expectAccessibleInBoth } from './accessible.ts';
import { marketer, owner, signIn } from './editor-page.ts';
import { openOffice } from './office-page.ts';
import { expect, test } from './visitor.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a gift card is issued, pays, is found and blocked', async ({ page }) => {
  const note = `Raffle ${Date.now()}`;
  await openOffice(page, '/gift-cards', owner);
  await page.getByRole('button', { name: 'Issue a card' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Worth/).fill('25,00.1');
  await dialog.getByLabel('Note').fill(note);
  await expect(dialog.getByLabel(/^Worth/)).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel(/^Worth/).fill('25');
  await expectAccessibleInBoth(page, 'issuing a card');
  await dialog.getByRole('button', { name: 'Issue €25.00' }).click();
  const told = page.getByRole('dialog', { name: 'A gift card worth €25.00' });
  const [code, pin] = [
    await told.getByLabel('Code', { exact: true }).inputValue(),
    await told.getByLabel('PIN', { exact: true }).inputValue(),
  ];
  await told.getByRole('button', { name: 'Done' }).click();
  const check = async () => {
    const answer = await page.request.post('/api/store/v1/gift-card-checks', {
      data: { code, pin, currency: 'EUR' },
    });
    return ((await answer.json()) as { reason?: string; kind: string }).reason ?? 'good';
  };
  expect(await check()).toBe('good');
  await page.getByRole('searchbox', { name: 'Search gift cards' }).fill(note);
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('link', { name: code.slice(-4) }).click();
  await expect(page.getByRole('table', { name: 'Ledger' })).toContainText('€25.00');
  await page.getByRole('button', { name: 'Block' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Block the card' }).click();
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText('Blocked');
  expect(await check()).toBe('blocked');
  await expectAccessibleInBoth(page, 'gift card');

  await signIn(page, marketer);
  await page.goto('/office/gift-cards');
  await expect(page.getByText('Your role does not include this')).toBeVisible();
});
