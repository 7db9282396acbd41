import { expectAccessible } from './accessible.ts';
import { begin, expectOrder, field, fillIn, isScripted, payButton } from './checkout-page.ts';
import { expect, type Page, test } from './visitor.ts';

const apart = (page: Page) => page.getByText('Get some items another way');
const update = (page: Page) => page.getByRole('button', { name: 'Update delivery and prices' });
const fetched = (page: Page) => page.getByRole('region', { name: 'To pick up in a store' });

/** A tumbler and a stool in the cart, everything filled in. */
async function beginWithTwo(page: Page) {
  await page.goto('/p/milking-stool');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText(/is in your cart|Added to your cart/)).toBeVisible();
  await begin(page);
  await fillIn(page);
  await send(page);
}

/** Without scripts a button sends what was chosen. */
async function send(page: Page) {
  if (await isScripted(page)) await field(page, 'note').focus();
  else await update(page).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('one thing is sent and another picked up, in one order', async ({ page }) => {
      await beginWithTwo(page);
      await expect(page.getByRole('radio', { name: /^Parcel/ })).toBeChecked();
      await apart(page).click();
      await page.getByLabel(/1 × Skerry tumbler/).selectOption('Pick it up in a store');
      await send(page);
      await expect(fetched(page)).toContainText('1 × Skerry tumbler');
      await payButton(page).click();
      await expect(field(page, 'delivery.storeId')).toHaveAccessibleDescription('Please choose the store.');
      await field(page, 'delivery.storeId').selectOption('store-harbour');
      await send(page);
      await expect(field(page, 'delivery.slot')).toBeEnabled();
      await field(page, 'delivery.slot').selectOption({ index: 1 });
      await send(page);
      await payButton(page).click();
      await expectOrder(page);
      const main = page.getByRole('main');
      await expect(main).toContainText('Hafenstraße 1');
      await expect(main).toContainText('Ostrand Harbour, Ostrand');
    });
  });
}

test('what goes another way goes with the rest again, and everything can be picked up', async ({ page }) => {
  await beginWithTwo(page);
  await apart(page).click();
  const choice = page.getByLabel(/1 × Skerry tumbler/);
  await choice.selectOption('Pick it up in a store');
  await expect(fetched(page)).toBeVisible();
  await expectAccessible(page, 'partly picked up');
  // Nothing is left for the rest: it is the way of the whole, and another one can be chosen for it.
  await page.getByLabel(/1 × Milking stool/).selectOption('Pick it up in a store');
  await expect(fetched(page)).toHaveCount(0);
  await expect(page.getByRole('radio', { name: /Pick up in store/ })).toBeChecked();
  await expect(payButton(page)).toHaveText('Pay €154.00');
  await expect(field(page, 'delivery.storeId')).toBeVisible();
  await page.getByRole('radio', { name: /Express/ }).check();
  await expect(payButton(page)).toHaveText('Pay €166.90');
  await choice.selectOption('Pick it up in a store');
  await expect(fetched(page)).toBeVisible();
  await choice.selectOption('With the rest');
  await expect(fetched(page)).toHaveCount(0);
  await page.getByRole('radio', { name: /Pick up in store/ }).check();
  await expect(field(page, 'delivery.storeId')).toBeVisible();
  await expect(apart(page)).toBeVisible();
  await expect(choice.getByRole('option')).toHaveText(['With the rest', 'Have it sent']);
});
