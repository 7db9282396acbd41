import { expectAccessibleInBoth } from './accessible.ts';
import { owner } from './editor-page.ts';
import { placeOrder } from './office-orders.ts';
import { associate, openOffice } from './office-page.ts';
import { expect, type Page, test } from './visitor.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Staff send all of an order. */
async function send(
  page: Page,
  order: { readonly id: string; readonly lines: readonly { id: string; quantity: number }[] },
) {
  const { email, password } = owner;
  const session = await page.request.post('/api/admin/v1/sessions', { data: { email, password } });
  const { token } = (await session.json()) as { token: string };
  const path = `/api/admin/v1/orders/${order.id}/shipments`;
  const authorization = `Bearer ${token}`;
  const found = await page.request.get(path, { headers: { authorization } });
  const { kept } = (await found.json()) as { kept: { locationId: string }[] };
  const sent = await page.request.post(path, {
    headers: { authorization, 'idempotency-key': crypto.randomUUID() },
    data: {
      locationId: kept[0]!.locationId,
      lines: order.lines.map(({ id: lineId, quantity }) => ({ lineId, quantity })),
    },
  });
  expect(sent.status(), await sent.text()).toBe(200);
}

test('[RET-22] [RET-27] a guest without a script wants another colour; staff receive it and carry it out', async ({
  page,
  browser,
}) => {
  test.setTimeout(150_000);
  const order = await placeOrder({ handle: 'tide-mug', quantity: 2, name: 'Greta Swap' });
  await send(page, order);
  const quiet = await browser.newContext({ javaScriptEnabled: false });
  const guest = await quiet.newPage();
  const address = `/order?id=${order.id}&key=${order.key}`;

  /** One piece comes back; what is wanted instead is an option whose words match. */
  async function announce(words: RegExp) {
    await guest.goto(address);
    await guest.getByRole('link', { name: 'Return something' }).click();
    await guest.getByLabel(/^How many come back/).selectOption('1');
    await guest.getByLabel(/^Why/).selectOption('I changed my mind');
    const instead = guest.getByLabel(/^Instead/);
    const option = (await instead.locator('option').allInnerTexts()).find((text) => words.test(text))!;
    await instead.selectOption({ label: option });
    await guest.getByRole('button', { name: 'Announce the return' }).click();
    await expect(guest.locator('.vt-notice')).toContainText('is announced.');
    return option.split(', ')[0]!;
  }
  /** Staff take it in and decide; the button says what happens. */
  async function takeIn(number: string, button: RegExp) {
    await openOffice(page, '/returns', associate);
    await page.getByRole('link', { name: number }).first().click();
    await expect(page.getByRole('region', { name: 'Wanted instead' })).toContainText('Kept for it until');
    await expectAccessibleInBoth(page, 'a return for which goods are kept');
    await page.getByRole('button', { name: 'Approve the return' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Approve/ }).click();
    await page.getByRole('button', { name: 'Receive the return' }).click();
    await dialog.getByRole('button', { name: /^Receive/ }).click();
    await page.getByRole('button', { name: 'Exchange or refund' }).click();
    await expect(dialog.getByTestId('refund-sums')).toContainText('The other goods cost');
    await expect(dialog.getByRole('button', { name: button })).toBeEnabled();
    await expectAccessibleInBoth(page, 'an exchange before it is carried out');
    await dialog.getByRole('button', { name: button }).click();
  }

  const first = await announce(/^(?!.*(more|back|same|Money))/);
  const returned = guest.getByRole('region', { name: 'Returns' });
  await expect(returned).toContainText('We hold it for you until your parcel is here');
  await expect(returned).toContainText(first);
  const scripted = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await scripted.goto(address);
  await expectAccessibleInBoth(scripted, 'an order with an exchange');
  await scripted.goto(`${address}&show=return`);
  await scripted.getByLabel(/^How many come back/).selectOption('1');
  await expectAccessibleInBoth(scripted, 'asking for an exchange');
  await scripted.context().close();
  await takeIn(`${order.number}-R1`, /^Exchange$/);
  await expect(page.getByRole('region', { name: 'Wanted instead' })).toContainText('Part of the order.');
  await guest.goto(address);
  await expect(returned).toContainText('Exchanged');
  await expect(returned).not.toContainText('We hold it for you');
  await quiet.close();
});
