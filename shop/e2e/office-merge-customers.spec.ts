import { expectAccessibleInBoth } from './accessible.ts';
import { marketer, owner } from './editor-page.ts';
import { openOffice } from './office-page.ts';
import { expect, type Page, sameOrigin, test } from './visitor.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

async function send(page: Page, path: string, data: object): Promise<Record<string, never>> {
  const headers = { ...sameOrigin(), 'idempotency-key': crypto.randomUUID() };
  const answer = await page.request.post(`/office/api${path}`, { data, headers });
  expect(answer.status()).toBe(200);
  return (await answer.json()) as Record<string, never>;
}

async function customer(page: Page, name: string, email?: string): Promise<{ id: string; number: string }> {
  const made = await send(page, '/customers', { name, ...(email && { email }) });
  return made.customer as unknown as { id: string; number: string };
}

test('[CUST-10] [CUST-11] somebody who is here twice becomes one: it is seen before what becomes of everything', async ({
  page,
}) => {
  await openOffice(page, '', owner);
  const mark = Date.now();
  const kept = await customer(page, `Mira Doppel ${mark}`, `mira.${mark}@example.com`);
  const gone = await customer(page, `M. Doppel ${mark}`, `m.doppel.${mark}@example.com`);
  await send(page, `/customers/${gone.id}/notes`, { text: 'Rings twice.' });
  await send(page, `/customers/${gone.id}/store-credit`, {
    amount: 700,
    currency: 'EUR',
    reason: 'goodwill',
  });

  await page.goto(`/office/customers/${kept.id}`);
  await page.getByRole('link', { name: 'Merge with another' }).click();
  await page.getByRole('combobox', { name: 'The other customer' }).fill(`m.doppel.${mark}`);
  await page.getByRole('option', { name: gone.number }).click();
  await expect(page).toHaveURL(new RegExp(`with=${gone.id}`));
  const table = page.getByRole('table', { name: 'Side by side' });
  const row = (name: string) => table.getByRole('row').filter({ hasText: name });
  await expect(row('Store credit')).toContainText('€7.00');
  await expect(row('E-mail').getByRole('cell').last()).toContainText(`mira.${mark}@example.com`);
  await expectAccessibleInBoth(page, 'merging customers');
  await page.getByRole('button', { name: 'Keep the other one' }).click();
  await expect(row('E-mail').getByRole('cell').last()).toContainText(`m.doppel.${mark}@example.com`);
  await page.getByRole('button', { name: 'Keep the other one' }).click();

  const merge = page.getByRole('button', { name: 'Merge for good' });
  await expect(merge).toBeDisabled();
  await page.getByLabel(/^Type the number/).fill(gone.number);
  await merge.click();
  await expect(page).toHaveURL(`/office/customers/${kept.id}`);
  await expect(page.getByText('Rings twice.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Store credit' })).toContainText('€7.00');
  await page.goto(`/office/customers/${gone.id}`);
  await expect(page.getByText('There is no such customer')).toBeVisible();
  await page.goto(`/office/customers/${kept.id}/merge?with=${gone.id}`);
  await expect(page.getByText('Perhaps they were erased, or merged already.')).toBeVisible();
  await page.goto('/office/audit-log?noun=customers');
  await expect(page.getByRole('row').filter({ hasText: gone.id }).first()).toContainText('Merge');

  await openOffice(page, `/customers/${kept.id}/merge`, marketer);
  await expect(page.getByRole('combobox', { name: 'The other customer' })).toHaveCount(0);
});
