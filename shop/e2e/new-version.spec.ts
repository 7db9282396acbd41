import { expectAccessibleInBoth } from './accessible.ts';
import { EditorPage, makePage, merchandiser, owner, signIn, words } from './editor-page.ts';
import { openOffice } from './office-page.ts';
import { expect, type Page, test } from './visitor.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Until the update the office's files have other names, which are gone afterwards. */
async function beforeUpdate(page: Page) {
  let isUpdated = false;
  let hasFiles = true;
  let loads = 0;
  await page.route(/\/office(\/(?!api\/)[^?]*)?(\?.*)?$/, async (route) => {
    if (route.request().isNavigationRequest()) loads += 1;
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({ response, body: isUpdated ? html : html.replaceAll('/_office/', '/_office-old/') });
  });
  await page.route('**/_office-old/**', async (route) => {
    const url = route.request().url().replace('/_office-old/', '/_office/');
    if (hasFiles) await route.fulfill({ response: await route.fetch({ url }) });
    else await route.fulfill({ status: 404, body: 'There is no such file.' });
  });
  return {
    loads: () => loads,
    removeFiles() {
      hasFiles = false;
    },
    update() {
      hasFiles = false;
      isUpdated = true;
    },
  };
}

const orders = (page: Page) =>
  page.getByRole('navigation', { name: 'Office' }).getByRole('link', { name: 'Orders' });

test('[LATE-2] an office opened before an update loads the new version by itself, once', async ({ page }) => {
  const shop = await beforeUpdate(page);
  await openOffice(page, '', owner);
  await expect(page.getByText('Orders to send or hand over')).toBeVisible();
  shop.update();
  const before = shop.loads();
  await orders(page).click();
  await expect(page.getByRole('table', { name: 'Orders' })).toBeVisible();
  await expect(page).toHaveURL(/\/office\/orders$/);
  expect(shop.loads()).toBe(before + 1);
});

test('[LATE-2] a part that is missing from the same version is told, and never loaded in a loop', async ({
  page,
}) => {
  const shop = await beforeUpdate(page);
  await openOffice(page, '', owner);
  await expect(page.getByText('Orders to send or hand over')).toBeVisible();
  shop.removeFiles();
  const before = shop.loads();
  await orders(page).click();
  await expect(page.getByText('This part could not be loaded.')).toBeVisible();
  expect(shop.loads()).toBe(before);

  // Now there is an update whose parts are missing too: it is loaded once.
  await page.route(/\/_office\/orders-page-.*\.js$/, (route) => route.fulfill({ status: 404, body: '' }));
  shop.update();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(shop.loads).toBe(before + 1);
  await expect(page.getByText('This part could not be loaded.')).toBeVisible();
  expect(shop.loads()).toBe(before + 1);
});

test('[LATE-2] who asks in vain after an update is led to the new version, not to another try', async ({
  page,
}) => {
  const shop = await beforeUpdate(page);
  const asked = /\/office\/api\/orders(\?|$)/;
  await page.route(asked, async (route) => {
    shop.update();
    await route.fulfill({ status: 404, contentType: 'application/problem+json', body: '{}' });
  });
  await openOffice(page, '/orders', owner);
  await expect(page.getByText('The shop was updated since this page was opened.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await page.unroute(asked);
  await page.getByRole('button', { name: 'Load the new version' }).click();
  await expect(page.getByRole('table', { name: 'Orders' })).toBeVisible();
});

test('[LATE-2] where something was typed the new version waits to be asked for; links ask before it is lost', async ({
  page,
}) => {
  const shop = await beforeUpdate(page);
  await openOffice(page, '/promotions/new', merchandiser);
  const name = page.getByLabel(/^Name/).first();
  await name.fill('Ten off everything');
  const questions: string[] = [];
  page.on('dialog', (dialog) => {
    questions.push(dialog.message());
    void dialog.dismiss();
  });
  const products = page.getByRole('navigation', { name: 'Office' }).getByRole('link', { name: 'Products' });
  await products.click();
  expect(questions).toEqual(['What you typed here is not saved. Leave it all the same?']);
  await expect(name).toHaveValue('Ten off everything');

  shop.update();
  const before = shop.loads();
  // A part that is fetched while a form is open.
  await page.evaluate(() => window.dispatchEvent(new Event('vite:preloadError')));
  await expect(page.getByText('There is a new version')).toBeVisible();
  await expectAccessibleInBoth(page, 'a new version');
  await expect(name).toHaveValue('Ten off everything');
  expect(shop.loads()).toBe(before);
  page.removeAllListeners('dialog');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Load the new version' }).click();
  await expect.poll(shop.loads).toBe(before + 1);
});

test('[LATE-2] an editor opened before an update loads the new version by itself, with the page as it is', async ({
  page,
}) => {
  await signIn(page);
  const { id } = await makePage(page, [words('a', 'Still here')]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await expect(editor.canvas.getByText('Still here')).toBeVisible();
  // Now the shop names another script, and the panel's is gone. What is loaded then is the shop's own again: from a page that was made
  // up, browsers let nothing connect to the rooms.
  let loads = 0;
  let isOld = true;
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) return;
    loads += 1;
    isOld = false;
  });
  await page.route(`**/editor/${id}`, async (route) => {
    if (!isOld || route.request().resourceType() !== 'fetch') return route.continue();
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({ response, body: html.replaceAll('/_editor/', '/_editor-new/') });
  });
  await page.route('**/_editor/history-panel-*.js', (route) =>
    isOld ? route.fulfill({ status: 404, body: '' }) : route.continue(),
  );
  await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'History' }).click();
  await expect.poll(() => loads).toBe(1);
  await editor.ready();
  await editor.showPanel('History');
  await expect(page.getByRole('button', { name: 'Keep this version' })).toBeVisible();
  await expect(editor.canvas.getByText('Still here')).toBeVisible();
  expect(loads).toBe(1);
});
