import { marketer, owner } from './editor-page.ts';
import { placeOrder } from './office-orders.ts';
import { expectAccessibleInBoth, openOffice } from './office-page.ts';
import { expect, test } from './visitor.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('orders are found, and a bank transfer that came is marked; an answer that was lost marks it once', async ({
  page,
}) => {
  const order = await placeOrder({ handle: 'tide-mug', quantity: 2, name: 'Orla Finder', by: 'transfer' });
  await placeOrder({ handle: 'tide-mug', quantity: 1, name: 'Somebody Else' });
  await openOffice(page, '/orders', owner);
  const rows = page.getByRole('table', { name: 'Orders' }).getByRole('row');
  await expect(rows.filter({ hasText: 'Somebody Else' }).first()).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search orders' }).fill('orla.find');
  await expect(rows).toHaveCount(2);
  await expect(page).toHaveURL(/\/office\/orders\?q=orla\.find$/);
  await expectAccessibleInBoth(page, 'orders');
  await page.getByRole('combobox', { name: 'Goods' }).selectOption('Cancelled');
  await expect(page.getByText('No orders are like that')).toBeVisible();
  await page.goBack();
  await page.goto('/office/orders?q=orla.find');

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('list', { name: 'Orders' }).getByRole('listitem')).toHaveCount(1);
  await page.setViewportSize({ width: 1280, height: 900 });
  const row = page.getByRole('link', { name: order.number });
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Order ${order.number}`);

  await page.getByRole('button', { name: 'Mark as paid' }).click();
  const dialog = page.getByRole('dialog', { name: 'Mark as paid' });
  const field = dialog.getByLabel('Amount that came');
  await field.fill('9999');
  await dialog.getByRole('button', { name: /^Mark .* as paid$/ }).click();
  await expect(dialog.getByRole('alert')).toContainText('still owed');
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(/still owed/);
  await field.fill('20.00');
  await dialog.getByLabel('Line of the bank statement').fill('Ref 4711');
  await expectAccessibleInBoth(page, 'marking a payment');
  let isLost = false;
  await page.route('**/receipts', async (route) => {
    const response = await route.fetch();
    if (isLost) return route.fulfill({ response });
    isLost = true;
    await route.abort();
  });
  await dialog.getByRole('button', { name: 'Mark €20.00 as paid' }).click();
  await expect(dialog.getByRole('alert')).toContainText('it is done once');
  await dialog.getByRole('button', { name: 'Mark €20.00 as paid' }).click();
  await expect(page.getByRole('status').filter({ hasText: '€20.00 are marked as paid.' })).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Marked as paid')).toHaveCount(1);
  await expect(page.getByText('Ref 4711')).toBeVisible();
  await expectAccessibleInBoth(page, 'order');
});

test('who may not see orders has none', async ({ page }) => {
  await openOffice(page, '/orders', marketer);
  await expect(page.getByText('Your role does not include this')).toBeVisible();
  await expect(page.getByRole('navigation').getByText('Orders')).toHaveCount(0);
});
