import { randomUUID } from 'node:crypto';
import { expectAccessibleInBoth } from './accessible.ts';
import { marketer, owner } from './editor-page.ts';
import { placeOrder } from './office-orders.ts';
import { associate, openOffice } from './office-page.ts';
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
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(/still owed/);
  // What is said at its field is said there only.
  await expect(dialog.getByText('still owed')).toHaveCount(1);
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
  await expect(page.getByRole('status').filter({ hasText: 'Marked as paid: €20.00.' })).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Marked as paid')).toHaveCount(1);
  await expect(page.getByText('Ref 4711')).toBeVisible();
  await expectAccessibleInBoth(page, 'order');

  await page.getByRole('button', { name: 'Correct' }).click();
  const correction = page.getByRole('dialog', { name: 'Correct the order' });
  await correction.getByLabel('Telephone').fill('040 / 555');
  await correction.getByLabel('Street and number').fill('Kaiweg 12');
  const code = correction.getByLabel('Postal code');
  const before = await code.inputValue();
  const street = correction.getByLabel('Street and number');
  await street.fill('');
  await correction.getByRole('button', { name: 'Save and tell the shopper' }).click();
  await expect(street).toHaveAccessibleDescription(/street/);
  // What is said at its field is not said again by a name that nobody knows.
  await expect(correction.getByRole('alert')).not.toContainText('addresses');
  await street.fill('Kaiweg 12');
  await code.fill('27498');
  await expectAccessibleInBoth(page, 'correcting an order');
  await correction.getByRole('button', { name: 'Save and tell the shopper' }).click();
  await expect(correction.getByRole('alert')).toContainText('Other taxes hold at that address');
  await code.fill(before);
  await correction.getByRole('button', { name: 'Save and tell the shopper' }).click();
  await expect(correction).toBeHidden();
  await expect(page.getByText('Kaiweg 12')).toBeVisible();
  await expect(page.getByText('telephone, where it goes')).toBeVisible();
});

test('who may not see orders has none', async ({ page }) => {
  await openOffice(page, '/orders', marketer);
  await expect(page.getByText('Your role does not include this')).toBeVisible();
  await expect(page.getByRole('navigation').getByText('Orders')).toHaveCount(0);
});

test('an order is sent in part, printed, cancelled for the rest, and comes back', async ({ page }) => {
  const order = await placeOrder({ handle: 'tide-mug', quantity: 3, name: 'Pia Parcel' });
  await openOffice(page, `/orders/${order.id}`, associate);
  const said = (text: string | RegExp) =>
    expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();
  const work = page.getByRole('region', { name: 'Parcels and pickups' });
  // Whoever packs has the slip before anything is sent.
  await work.getByRole('button', { name: 'Packing slip' }).click();
  await expect(page.frameLocator('iframe[title="Packing slip"]').getByRole('table').first()).toContainText(
    'Tide mug',
  );
  await work.getByRole('button', { name: 'Send a parcel' }).click();
  const sending = page.getByRole('dialog', { name: 'Send a parcel' });
  await sending.getByLabel('Pieces of Tide mug').fill('2');
  await sending.getByLabel('Carrier').fill('DHL');
  await sending.getByLabel('Tracking number').fill('JD014600');
  await sending.getByRole('button', { name: 'Send 2 pieces' }).click();
  await said('The parcel is on its way.');
  await expect(work.getByText('JD014600')).toBeVisible();
  await expect(work.getByText('1 × Tide mug')).toBeVisible();
  // A job writes it: it comes by itself.
  await page.getByRole('button', { name: /^R-\d{6}$/ }).click({ timeout: 20_000 });
  await expect(page.frameLocator('iframe[title^="R-"]').getByRole('heading')).toHaveText('Invoice');
  await work.getByRole('button', { name: 'Packing slip' }).last().click();
  await expect(
    page.frameLocator('iframe[title="Packing slip"]').last().getByRole('table').first(),
  ).toContainText('Tide mug');

  await page.getByRole('button', { name: 'Send confirmation again' }).click();
  await said(/^The confirmation goes to .* again\./);
  await page.getByRole('button', { name: 'Cancel pieces' }).click();
  const cancelling = page.getByRole('dialog', { name: 'Cancel pieces' });
  // Nothing is meant before it was chosen, and the button says what it will do.
  await expect(cancelling.getByLabel('Pieces of Tide mug')).toHaveValue('0');
  await expect(cancelling.getByRole('button', { name: 'Cancel pieces' })).toBeDisabled();
  await expect(cancelling.getByLabel('Why')).toHaveAccessibleDescription(/Only staff read it/);
  await cancelling.getByRole('button', { name: 'Choose all 1 piece' }).click();
  await cancelling.getByRole('button', { name: 'Cancel 1 piece and refund €26.00' }).click();
  await expect(cancelling.getByLabel('Why')).toBeFocused();
  await expect(cancelling.getByLabel('Why')).toHaveAccessibleDescription(/Expected a reason/);
  await cancelling.getByLabel('Why').fill('Chipped');
  await cancelling.getByRole('button', { name: 'Not now' }).click();
  await page.getByRole('button', { name: 'Cancel pieces' }).click();
  await expect(cancelling.getByLabel('Why')).toHaveValue('Chipped');
  await expectAccessibleInBoth(page, 'cancelling pieces');
  await cancelling.getByRole('button', { name: /^Cancel 1 piece and/ }).click();
  await said('Cancelled. €26.00 less are owed');
  await expect(page.getByText('Fulfilled', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Cancel pieces' })).toHaveCount(0);
  await expect(page.getByText('Chipped')).toBeVisible();

  await page.getByRole('button', { name: 'Register a return' }).click();
  const registering = page.getByRole('dialog', { name: 'Register a return' });
  await registering.getByLabel('Pieces of Tide mug').fill('2');
  await registering.getByLabel('Reason').selectOption('Damaged');
  await registering.getByLabel('Note').fill('Both chipped.');
  await registering.getByRole('button', { name: 'Register 2 pieces' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Return ${order.number}-R1`);
  await expect(page.getByText('“Both chipped.”')).toBeVisible();
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('button', { name: 'Receive' }).click();
  const receiving = page.getByRole('dialog', { name: 'Receive the return' });
  await receiving.getByLabel('Damaged').fill('1');
  await expect(receiving.getByRole('button', { name: 'Receive' })).toBeDisabled();
  await receiving.getByLabel('Can be sold again').fill('1');
  await expectAccessibleInBoth(page, 'receiving a return');
  await receiving.getByRole('button', { name: 'Receive' }).click();
  await said(/^Received\./);
  await page.getByRole('button', { name: 'Refund' }).click();
  const refunding = page.getByRole('dialog', { name: 'Refund the return' });
  // What it comes to is told before the button is pressed, and so is what cannot be.
  const sums = refunding.getByTestId('refund-sums');
  const fee = refunding.getByLabel('Fee that is kept back');
  await fee.fill('999');
  await expect(fee).toHaveAccessibleDescription(/at most €52\.00/);
  await expect(refunding.getByRole('button', { name: 'Refund the return' })).toBeDisabled();
  await fee.fill('2.00');
  await expect(sums).toContainText('Fee that is kept back-€2.00In all€50.00');
  const share = refunding.getByLabel('Of the delivery’s charge');
  await share.selectOption({ label: 'the part of these goods goes back: €3.27' });
  await expect(sums).toContainText('Delivery€3.27');
  await expectAccessibleInBoth(page, 'refunding a return');
  await refunding.getByRole('button', { name: 'Refund €53.27' }).waitFor();
  await share.selectOption({ label: 'nothing goes back' });
  await refunding.getByRole('button', { name: 'Refund €50.00' }).click();
  await said('Refunded: €50.00.');
  await expectAccessibleInBoth(page, 'return');

  await page.goto(`/office/returns?q=${order.number}&state=refunded`);
  await page.getByRole('link', { name: `${order.number}-R1` }).click();
  await page.getByRole('link', { name: order.number, exact: true }).click();
  await expect(page.getByText('Return refunded')).toBeVisible();
  await expect(page.getByText(/R1 · you$/).first()).toBeVisible();
  await expect(page.getByText('2 of 3 fulfilled, 1 of 3 cancelled, 2 of 3 returned')).toBeVisible();
  await page
    .getByRole('link', { name: `return ${order.number}-R1` })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Return ${order.number}-R1`);
  await page.goBack();
  // The total as it was ordered, and what became of it.
  const terms = page.getByRole('region', { name: 'Goods', exact: true }).getByRole('term');
  for (const term of [
    'Cancelled goods',
    'Goods that came back',
    'Fee for the return',
    'Total now',
    'Given back',
  ])
    await expect(terms.getByText(term, { exact: true })).toBeVisible();
});

test('money goes back for goods that stay: never more than is left, with its reason', async ({ page }) => {
  const order = await placeOrder({ handle: 'tide-mug', quantity: 2, name: 'Ines Scratched' });
  await openOffice(page, `/orders/${order.id}`, owner);
  await page.getByRole('button', { name: 'Refund money' }).click();
  const dialog = page.getByRole('dialog', { name: 'Refund money' });
  await dialog.getByLabel('Of', { exact: true }).selectOption({ index: 1 });
  await dialog.getByLabel('How much').fill('500');
  await dialog.getByLabel('Why').fill('A scratch on one of them');
  await expectAccessibleInBoth(page, 'giving money back');
  await expect(dialog.getByRole('button', { name: 'Refund €500.00' })).toBeDisabled();
  await expect(dialog.getByLabel('How much')).toHaveAccessibleDescription('Only €52.00 are left of that.');
  await expect(dialog.getByText('are left of that')).toHaveCount(1);
  await expect(dialog.getByRole('definition').last()).toHaveText('€52.00');
  await dialog.getByRole('button', { name: 'Everything that is left' }).click();
  await expect(dialog.getByRole('button', { name: 'Refund €52.00' })).toBeVisible();
  await dialog.getByLabel('How much').fill('1.250');
  await dialog.getByLabel('How much').blur();
  await expect(dialog.getByLabel('How much')).toHaveAccessibleDescription(/could mean 1250 or 1\.25/);
  await dialog.getByLabel('How much').fill('1.250,00');
  await expect(dialog.getByRole('button', { name: 'Refund €1,250.00' })).toBeVisible();
  await dialog.getByLabel('How much').fill('2,50');
  await dialog.getByRole('button', { name: 'Refund €2.50' }).click();
  await expect(page.getByRole('status').filter({ hasText: '€2.50 go back to the shopper' })).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('€2.50 taken off', { exact: true })).toBeVisible();
  await expect(page.getByText('€2.50 less for goods that stay')).toBeVisible();
  await expect(page.getByText('A scratch on one of them')).toBeVisible();

  // Somebody else is quicker: what was typed stays, and what is left is told as long as it stands there.
  await page.getByRole('button', { name: 'Refund money' }).click();
  await dialog.getByLabel('Of', { exact: true }).selectOption({ index: 1 });
  await dialog.getByLabel('How much').fill('40');
  await dialog.getByLabel('Why').fill('Another scratch');
  const data = { email: owner.email, password: owner.password };
  const session = await page.request.post('/api/admin/v1/sessions', { data });
  const { token } = (await session.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() };
  const address = `/api/admin/v1/orders/${order.id}/allowances`;
  const other = { of: { lineId: order.lines[0]!.id }, amount: 4000, reason: 'quicker' };
  expect(await (await page.request.post(address, { headers, data: other })).json()).toMatchObject({
    kind: 'given',
  });
  await dialog.getByRole('button', { name: 'Refund €40.00' }).click();
  await expect(dialog.getByText('are left of that')).toBeVisible();
  await expect(page.getByText('€42.50 taken off', { exact: true })).toBeVisible();
  await expect(dialog.getByLabel('Why')).toHaveValue('Another scratch');
  await dialog.getByLabel('How much').fill('1');
  await expect(dialog.getByText('are left of that')).toHaveCount(0);
});

test('what a reduction of a whole order is of is told line by line, the delivery too; stock names the order', async ({
  page,
}) => {
  const order = await placeOrder({ handle: 'tide-mug', quantity: 1, name: 'Lars Late' });
  await openOffice(page, `/orders/${order.id}`, owner);
  await page.getByRole('button', { name: 'Refund money' }).click();
  const dialog = page.getByRole('dialog', { name: 'Refund money' });
  await dialog.getByLabel('How much').fill('3.09');
  await dialog.getByLabel('Why').fill('The parcel came late');
  await dialog.getByRole('button', { name: 'Refund €3.09' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Tide mug €2.60, delivery €0.49, The parcel came late')).toBeVisible();
  await expect(page.getByText('€0.49 of its charge taken off')).toBeVisible();
  await page.goto(`/office/stock/${encodeURIComponent(order.lines[0]!.variantId)}?ledger=all`);
  await page.getByRole('link', { name: 'An order' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Order \d+$/);
});

test('a pickup is laid ready and handed over by its code, without what was cancelled meanwhile', async ({
  page,
}) => {
  const { id } = await placeOrder({
    handle: 'tide-mug',
    quantity: 2,
    name: 'Pelle Pickup',
    pickupAt: 'store-harbour',
  });
  await openOffice(page, `/orders/${id}`, associate);
  const work = page.getByRole('region', { name: 'Parcels and pickups' });
  // The store is not where the reader's clock is.
  await expect(page.getByText('Central European Time')).toBeVisible();
  await work.getByRole('button', { name: 'Lay ready' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lay 2 pieces ready' }).click();
  await expect(work.getByText('2 × Tide mug')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel pieces' }).click();
  const cancelling = page.getByRole('dialog', { name: 'Cancel pieces' });
  await cancelling.getByLabel('Pieces of Tide mug').fill('1');
  await cancelling.getByLabel('Why').fill('One is chipped');
  await cancelling.getByRole('button', { name: /^Cancel 1 piece/ }).click();
  await expect(work.getByText('1 × Tide mug')).toContainText('(1 cancelled)');
  await work.getByRole('button', { name: 'Pickup note' }).click();
  const note = page.frameLocator('iframe[title="Pickup note"]');
  const code = (await note.locator('.code').textContent())!.trim();
  await work.getByRole('button', { name: 'Hand over' }).click();
  const dialog = page.getByRole('dialog', { name: 'Hand over' });
  await dialog.getByLabel('Code the shopper shows').fill(code === '000000' ? '000001' : '000000');
  await dialog.getByRole('button', { name: 'Hand over' }).click();
  await expect(dialog.getByLabel('Code the shopper shows')).toHaveAccessibleDescription(/not the code/);
  await dialog.getByLabel('Code the shopper shows').fill(code);
  await dialog.getByRole('button', { name: 'Hand over' }).click();
  await expect(work.getByText('Handed over')).toBeVisible();
});

test('what came back is exchanged: the sums are seen before, both orders tell of it', async ({ page }) => {
  await openOffice(page, '/orders?q=freya', associate);
  await page.getByRole('row').filter({ hasText: 'Fulfilled' }).first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Order/);
  const number = (await page.getByRole('heading', { level: 1 }).textContent())!.replace('Order ', '');
  await page.getByRole('button', { name: 'Register a return' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByLabel(/^Pieces of/)
    .first()
    .fill('1');
  await dialog.getByRole('button', { name: 'Register 1 piece' }).click();
  await page.getByRole('button', { name: 'Approve' }).click();
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('button', { name: 'Receive' }).click();
  await dialog.getByRole('button', { name: 'Receive' }).click();
  await page.getByRole('link', { name: 'Exchange' }).click();
  await page.getByRole('combobox', { name: 'Article' }).fill('market tote');
  await page
    .getByRole('option', { name: /^Market tote/ })
    .first()
    .click();
  const sums = page.getByTestId('exchange-sums');
  await expect(sums).toContainText('Return gives');
  await page.getByLabel(/^Pieces of Market tote/).fill('9');
  await expect(page.getByRole('button', { name: /^Exchange, €.* to be paid$/ })).toBeEnabled();
  await expectAccessibleInBoth(page, 'exchange');
  await page.getByRole('button', { name: /^Exchange, €/ }).click();
  await expect(page.getByRole('region', { name: 'Exchange' })).toContainText(`return ${number}-R1`);
  await expect(page.getByText('Went out for what came back')).toBeVisible();
  await page.getByRole('link', { name: 'the order before' }).click();
  await expect(page.getByText('Exchanged for other goods')).toBeVisible();
});

test('pieces that are cancelled because they are broken are written off', async ({ page }) => {
  const order = await placeOrder({ handle: 'tide-mug', quantity: 2, name: 'Olaf Breaker' });
  await openOffice(page, `/orders/${order.id}`, associate);
  await page.getByRole('button', { name: 'Cancel pieces' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel pieces' });
  await dialog.getByLabel('Pieces of Tide mug').fill('1');
  await dialog.getByLabel('Afterwards, Tide mug').selectOption('is broken, and written off');
  await dialog.getByLabel('Why').fill('Dropped');
  await expectAccessibleInBoth(page, 'cancelling what is broken');
  await dialog.getByRole('button', { name: /^Cancel 1 piece/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'What is broken is written off.' })).toBeVisible();
  await page.goto(`/office/stock/${encodeURIComponent(order.lines[0]!.variantId)}`);
  await expect(page.getByRole('table').getByText('Damaged').first()).toBeVisible();
});
