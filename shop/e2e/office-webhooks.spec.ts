import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expectAccessibleInBoth } from './accessible.ts';
import { merchandiser, owner, signIn } from './editor-page.ts';
import { openOffice } from './office-page.ts';
import { expect, type Page, sameOrigin, test } from './visitor.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Another system: it keeps the ids of what it got, and answers as it is told to. */
async function otherSystem() {
  const system = { status: 200, got: [] as string[], url: '', close: async () => {} };
  const server = createServer((request, response) => {
    system.got.push(`${request.headers['webhook-id']}`);
    request.resume().on('end', () => response.writeHead(system.status).end('busy, come again'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  system.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
  system.close = () => new Promise((resolve) => server.close(() => resolve()));
  return system;
}

/** A promotion nobody can use begins to hold: `promotions.changed`. */
async function changePromotions(page: Page): Promise<void> {
  const id = `unused-${Date.now()}`;
  const send = async (path: string, data?: unknown) => {
    const answer = await page.request.post(`/office/api${path}`, {
      data,
      headers: { ...sameOrigin(), 'idempotency-key': `${id}${path}` },
    });
    expect(answer.status(), await answer.text()).toBe(200);
  };
  const effect = {
    kind: 'simple',
    lines: { include: [{ kind: 'everything' }] },
    cut: { kind: 'percent', basisPoints: 100 },
  };
  await send('/promotions', { id, name: { en: id }, priority: 0, mode: 'compound', coupon: true, effect });
  await send(`/promotions/${id}/enable`);
  await send(`/promotions/${id}/disable`);
}

test('another system is added, tested, told of events, and gets again what it did not take', async ({
  page,
}) => {
  const system = await otherSystem();
  await openOffice(page, '/webhooks', owner);
  await page.getByRole('button', { name: 'Add an endpoint' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Address/).fill('ftp://warehouse');
  await dialog.getByLabel('What it is for').fill(`Warehouse ${Date.now()}`);
  await dialog.getByRole('radio', { name: 'Only these' }).check();
  await dialog.getByRole('checkbox', { name: 'promotions.changed' }).check();
  await dialog.getByRole('button', { name: 'Add the endpoint' }).click();
  await expect(dialog.getByLabel(/^Address/)).toHaveAccessibleDescription(/expected an address such as/i);
  await expect(dialog.getByLabel(/^Address/)).toBeFocused();
  await dialog.getByLabel(/^Address/).fill(system.url);
  await dialog.getByRole('button', { name: 'Add the endpoint' }).click();
  const secret = page.getByRole('dialog', { name: 'The endpoint’s secret' });
  await expect(secret.getByLabel('Secret', { exact: true })).toHaveValue(/^whsec_/);
  await secret.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('link', { name: system.url }).click();

  await page.getByRole('button', { name: 'Send a ping' }).click();
  await expect(page.getByRole('dialog', { name: 'ping' })).toContainText('Taken');
  await expectAccessibleInBoth(page, 'a delivery');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

  system.status = 503;
  await changePromotions(page);
  const rows = page.getByRole('table', { name: 'Deliveries' }).getByRole('row').filter({
    hasText: 'promotions.changed',
  });
  await expect(async () => {
    await page.getByRole('button', { name: 'Look again' }).click();
    await expect(rows.first()).toContainText('Is tried again', { timeout: 500 });
  }).toPass();
  system.status = 200;
  await rows.first().getByRole('button', { name: 'promotions.changed' }).click();
  const delivery = page.getByRole('dialog', { name: 'promotions.changed' });
  await expect(delivery).toContainText('HTTP 503');
  await expect(delivery).toContainText('busy, come again');
  const id = await delivery.locator('code').first().innerText();
  await delivery.getByRole('button', { name: 'Send again' }).click();
  await expect.poll(() => system.got.filter((each) => each === id).length).toBe(2);
  await expect(async () => {
    await page.getByRole('button', { name: 'Look again' }).click();
    await expect(rows.first()).toContainText('Taken', { timeout: 500 });
  }).toPass();
  await expectAccessibleInBoth(page, 'endpoint');

  await page.getByRole('button', { name: 'More to do' }).click();
  await page.getByRole('menuitem', { name: 'Switch off' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Switch off' }).click();
  await expect(page.getByText('Nothing is sent here')).toBeVisible();
  await page.getByRole('button', { name: 'More to do' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove the endpoint' }).click();
  await expect(page).toHaveURL(/\/office\/webhooks$/);
  await expect(page.getByText(system.url)).toHaveCount(0);
  await system.close();

  await signIn(page, merchandiser);
  await page.goto('/office/webhooks');
  await expect(page.getByText('Your role does not include this')).toBeVisible();
});
