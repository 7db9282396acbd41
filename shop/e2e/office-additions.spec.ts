import { expectAccessibleInBoth } from './accessible.ts';
import { placeOrder } from './office-orders.ts';
import { associate, openOffice } from './office-page.ts';
import { expect, test } from './visitor.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('goods are added to an order: the sum is seen before, their shopper pays without a script', async ({
  page,
  browser,
}) => {
  const order = await placeOrder({ handle: 'tide-mug', quantity: 1, name: 'Ada Adder' });
  await openOffice(page, `/orders/${order.id}`, associate);
  await page.getByRole('link', { name: 'Add goods' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Add goods to order ${order.number}`);
  await page.getByRole('combobox', { name: 'Article' }).fill('market tote');
  await page
    .getByRole('option', { name: /^Market tote/ })
    .first()
    .click();
  const sums = page.getByTestId('addition-sums');
  await expect(sums).toContainText('To be paid');
  await page.getByLabel(/^Pieces of Market tote/).fill('2');
  await expect(page.getByRole('button', { name: /^Ask for €/ })).toBeEnabled();
  await expectAccessibleInBoth(page, 'adding goods');
  await page.getByRole('button', { name: /^Ask for €/ }).click();
  const waiting = page.getByRole('region', { name: 'Goods that wait to be paid' });
  await expect(waiting).toContainText('2 × Market tote');
  await expectAccessibleInBoth(page, 'an order with goods that wait');

  const quiet = await browser.newContext({ javaScriptEnabled: false });
  const shopper = await quiet.newPage();
  await shopper.goto(`/order?id=${order.id}&key=${order.key}`);
  const offered = shopper.getByRole('region', { name: 'To be added to your order' });
  await expect(offered).toContainText('2 × Market tote');
  await offered.getByRole('radio').first().check();
  await offered.getByRole('button', { name: /^Pay €.* and add$/ }).click();
  await expect(shopper.getByText('These are part of your order now.')).toBeVisible();
  await expect(offered).toHaveCount(0);
  await quiet.close();

  await page.reload();
  await expect(page.getByRole('region', { name: 'Goods', exact: true })).toContainText('Market tote');
  await expect(waiting).toHaveCount(0);
  await expect(page.getByText('Goods added')).toBeVisible();
});

test('money that is here already adds goods at once; what waits is withdrawn', async ({ page }) => {
  const order = await placeOrder({ handle: 'tide-mug', quantity: 1, name: 'Bert Adder' });
  await openOffice(page, `/orders/${order.id}/add`, associate);
  const add = async (how: string, button: RegExp) => {
    await page.getByRole('combobox', { name: 'Article' }).fill('market tote');
    await page
      .getByRole('option', { name: /^Market tote/ })
      .first()
      .click();
    await page.getByRole('radio', { name: how }).check();
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Order ${order.number}`);
  };
  await add('The money is here: Cash', /^Add goods for €/);
  await expect(page.getByRole('region', { name: 'Goods', exact: true })).toContainText('Market tote');
  await expect(page.getByRole('region', { name: 'Payments' })).toContainText('Cash');
  await page.getByRole('link', { name: 'Add goods' }).click();
  await add('By the shopper', /^Ask for €/);
  await page.getByRole('button', { name: 'The money is here' }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessibleInBoth(page, 'money that is here');
  await dialog.getByRole('button', { name: 'Not now' }).click();
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await dialog.getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByRole('region', { name: 'Goods that wait to be paid' })).toHaveCount(0);
  await expect(page.getByText('Goods not added')).toBeVisible();
});
