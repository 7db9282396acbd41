import { expect, test } from './visitor.ts';

test('the API is read and tried in the browser', async ({ page }) => {
  await page.goto('/api/docs');
  await expect(page.getByRole('heading', { level: 1, name: 'Vitrine store API' })).toBeVisible();
  await expect(page.getByText('Idempotency-Key').first()).toBeVisible();
  await page.goto('/api/docs#/category-tree/getCategoryTree');
  await page.reload();
  const operation = page.locator('#operations-category-tree-getCategoryTree');
  await operation.getByRole('button', { name: 'Try it out' }).click();
  await page.getByPlaceholder('channel').fill('online');
  await page.getByPlaceholder('locale').fill('en');
  await page.getByPlaceholder('currency').fill('EUR');
  await page.getByRole('button', { name: 'Execute' }).click();
  const answer = page.locator('.live-responses-table');
  await expect(answer.getByText('200', { exact: true })).toBeVisible();
  await expect(answer.getByText('ratelimit-policy: "read"')).toBeVisible();

  await page.getByRole('link', { name: 'Admin API' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Vitrine admin API' })).toBeVisible();
  await page.getByRole('button', { name: 'Expand operation' }).first().waitFor();
  await page.locator('#operations-tag-orders').click();
  await page.locator('#operations-orders-listOrders').getByText('Orders, newest first').click();
  await expect(page.getByText('staff and programs that may orders.read')).toBeVisible();
});
