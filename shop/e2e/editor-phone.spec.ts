import { besidesCanvas, expectAccessibleInBoth } from './accessible.ts';
import { author, EditorPage, makePage, node, publish, signIn, words } from './editor-page.ts';
import { expect, type Locator, type Page, sameOrigin, shopUrl, test } from './visitor.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const panel = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name });
const strip = (page: Page) => page.getByRole('toolbar', { name: 'What is selected' });

test('[PHONE-1] [PHONE-2] a page is written, arranged and published with a finger', async ({ page }) => {
  await signIn(page);
  const { id, path } = await makePage(page, [
    node('a', 'hero', { title: 'Spring in the kitchen', 'title@de': 'Frühling in der Küche' }),
    words('b', 'Everything for the first asparagus.'),
    words('c', 'And for those who come late.'),
  ]);
  const editor = new EditorPage(page);
  await editor.open(id);
  const title = editor.canvas.getByRole('heading', { name: 'Spring in the kitchen' });
  await expect(strip(page)).toContainText('Nothing selected');

  // The first press selects, the second goes into the text.
  await title.tap();
  await expect(strip(page)).toContainText('Hero');
  await title.tap();
  await expect(editor.canvas.locator('[data-vt-held]')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Spring at the table');
  await editor.canvas.getByText('Everything for the first asparagus.').tap();
  await expect(editor.canvas.getByRole('heading', { name: 'Spring at the table' })).toBeVisible();
  await expect(strip(page)).toContainText('Text');

  await strip(page).getByRole('button', { name: 'Move down' }).tap();
  await expect(editor.canvas.locator('main')).toContainText(/come late\.\s*Everything for/);
  await page.getByRole('button', { name: 'Undo' }).tap();
  await expect(editor.canvas.locator('main')).toContainText(/asparagus\.\s*And for/);

  // Settings stand in place of the page, and what is written there is on it.
  await editor.canvas.getByRole('heading', { name: 'Spring at the table' }).tap();
  await strip(page).getByRole('button', { name: 'Settings' }).tap();
  await page.getByRole('textbox', { name: 'Small line above' }).fill('From the garden');
  await strip(page).getByRole('button', { name: 'Done' }).tap();
  await expect(editor.canvas.getByText('From the garden')).toBeVisible();
  await publish(page);
  await page.goto(path);
  await expect(page.getByRole('heading', { name: 'Spring at the table' })).toBeVisible();
  await expect(page.getByText('From the garden')).toBeVisible();
});

test('[PHONE-2] a picture is taken into the library and onto the page', async ({ page }) => {
  await signIn(page);
  const { id } = await makePage(page, [node('a', 'hero', { title: 'Spring in the kitchen' })]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await editor.canvas.getByRole('heading', { name: 'Spring in the kitchen' }).tap();
  await strip(page).getByRole('button', { name: 'Settings' }).tap();
  await page.getByRole('button', { name: 'Choose a picture' }).tap();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Upload' }).tap();
  await (await chooser).setFiles({
    name: 'table.png',
    mimeType: 'image/png',
    buffer: await page.screenshot(),
  });
  await page.getByRole('textbox', { name: 'English' }).fill('A table in the garden');
  await page.getByRole('textbox', { name: 'Deutsch' }).fill('Ein Tisch im Garten');
  await page.getByRole('button', { name: 'Use this picture' }).tap();
  await strip(page).getByRole('button', { name: 'Done' }).tap();
  await expect(editor.canvas.getByRole('img', { name: 'A table in the garden' })).toBeVisible();
});

test('[PHONE-1] one panel at a time; what is added is looked at', async ({ page }) => {
  await signIn(page);
  const { id } = await makePage(page, [words('a', 'The first words.')]);
  const editor = new EditorPage(page);
  await editor.open(id);
  const canvas = page.locator('iframe[title="The page"]');
  const isSeen = () =>
    canvas.evaluate((frame) => {
      const { left, top, width, height } = frame.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) === frame;
    });
  await expect.poll(isSeen).toBe(true);
  await panel(page, 'Add modules').tap();
  await expect.poll(isSeen).toBe(false);
  await page
    .getByRole('button', { name: /^Hero: / })
    .first()
    .tap();
  await expect(strip(page)).toContainText('Hero');
  await expect.poll(isSeen).toBe(true);
  await strip(page).getByRole('button', { name: 'More commands' }).tap();
  await page.getByLabel('Search commands').fill('duplicate');
  await page.getByRole('option', { name: /^Duplicate \S*D$/ }).tap();
  await panel(page, 'Outline').tap();
  await expect(editor.outline.getByRole('treeitem')).toHaveCount(3);
  await strip(page).getByRole('button', { name: 'Settings' }).tap();
  await expect(editor.outline).toHaveCount(0);
  await expect(page.getByRole('tabpanel', { name: 'Settings' })).toBeVisible();
  await panel(page, 'Comments').tap();
  await expect(page.getByRole('tabpanel', { name: 'Settings' })).toBeHidden();
  await page.getByRole('button', { name: 'Comment on the page' }).tap();
  await page.getByRole('textbox', { name: 'Comment' }).fill('Is the asparagus in the shops yet?');
  await page.getByRole('button', { name: 'Comment', exact: true }).tap();
  await expect(page.getByText('Is the asparagus in the shops yet?')).toBeVisible();
});

test('[PHONE-3] a finger that rests on a module takes it along, on the page and in the outline; one that moves at once scrolls', async ({
  page,
}) => {
  await signIn(page);
  const { id } = await makePage(page, [
    words('a', 'The first words.'),
    words('b', 'The second words.'),
    words('c', 'The third words.'),
  ]);
  const editor = new EditorPage(page);
  await editor.open(id);
  const order = () => editor.canvas.locator('main').innerText();
  const first = await middleOf(editor.canvas.getByText('The first words.'));
  const third = await middleOf(editor.canvas.getByText('The third words.'));
  const finger = await fingerOn(page);

  await finger('touchStart', first);
  for (const by of [20, 60, 120]) await finger('touchMove', { x: first.x, y: first.y - by });
  await finger('touchEnd');
  await expect(strip(page)).toContainText('Nothing selected');

  const start = await middleOf(editor.canvas.getByText('The first words.'));
  const end = await middleOf(editor.canvas.getByText('The third words.'));
  expect(end.y - start.y).toBeCloseTo(third.y - first.y, 0);
  await finger('touchStart', start);
  await expect(strip(page)).toContainText('Text');
  for (const part of [0.3, 0.6, 1]) {
    await finger('touchMove', { x: start.x, y: start.y + (end.y + 24 - start.y) * part });
  }
  await finger('touchEnd');
  await expect.poll(order).toMatch(/second.*third.*first/s);

  await panel(page, 'Outline').tap();
  const lines = editor.outline.getByRole('treeitem');
  const [upper, lower] = [await middleOf(lines.nth(0)), await middleOf(lines.nth(2))];
  await finger('touchStart', lower);
  await expect(page.getByText('Dragging')).toBeAttached();
  for (const part of [0.5, 1])
    await finger('touchMove', { x: lower.x, y: lower.y + (upper.y - 12 - lower.y) * part });
  await finger('touchEnd');
  await panel(page, 'Outline').tap();
  await expect.poll(order).toMatch(/first.*second.*third/s);
});

test('[PHONE-3] a second finger neither takes something along nor lets go of what the first one has', async ({
  page,
}) => {
  await signIn(page);
  const { id } = await makePage(page, [
    words('a', 'The first words.'),
    words('b', 'The second words.'),
    words('c', 'The third words.'),
  ]);
  const editor = new EditorPage(page);
  await editor.open(id);
  const order = () => editor.canvas.locator('main').innerText();
  const start = await middleOf(editor.canvas.getByText('The first words.'));
  const second = await middleOf(editor.canvas.getByText('The second words.'));
  const end = await middleOf(editor.canvas.getByText('The third words.'));
  const finger = await fingerOn(page);
  await finger('touchStart', start);
  await expect(page.getByText('Dragging')).toBeAttached();
  await finger('touchMove', second);
  const elsewhere = { x: start.x, y: start.y - 40 };
  await finger('touchStart', elsewhere, 1);
  await finger('touchEnd', elsewhere, 1);
  await expect(page.getByText('Dragging')).toBeAttached();
  expect(await order()).toMatch(/first.*second.*third/s);
  const below = { x: end.x, y: end.y + 24 };
  await finger('touchMove', below);
  await finger('touchEnd', below);
  await expect.poll(order).toMatch(/second.*third.*first/s);
});

test('[PHONE-4] nothing serious is found on a phone', async ({ page }) => {
  test.slow();
  await signIn(page);
  const { id } = await makePage(page, [node('a', 'hero', { title: 'Spring in the kitchen' })]);
  await page.goto('/editor');
  await expect(page.getByRole('heading', { name: 'Pages', level: 1 })).toBeVisible();
  await expectAccessibleInBoth(page, 'the list of pages');
  const editor = new EditorPage(page);
  await editor.open(id);
  await expectAccessibleInBoth(page, 'a page', besidesCanvas);
  await editor.canvas.getByRole('heading', { name: 'Spring in the kitchen' }).tap();
  await strip(page).getByRole('button', { name: 'Settings' }).tap();
  await expect(page.getByRole('textbox', { name: 'Small line above' })).toBeVisible();
  await expectAccessibleInBoth(page, 'settings', besidesCanvas);
  await panel(page, 'Outline').tap();
  await expect(editor.outline).toBeVisible();
  await expectAccessibleInBoth(page, 'outline', besidesCanvas);
  await panel(page, 'Media library').tap();
  await expect(page.getByRole('heading', { name: 'Media library' })).toBeVisible();
  await expectAccessibleInBoth(page, 'media library', besidesCanvas);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBe(390);
});

async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  await element.scrollIntoViewIfNeeded();
  const box = (await element.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Touches of fingers as a screen reports them; Playwright's own only tap. */
async function fingerOn(page: Page) {
  const session = await page.context().newCDPSession(page);
  return async (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    at?: { readonly x: number; readonly y: number },
    id = 0,
  ) => {
    await session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [{ ...at, id }] : [] });
  };
}

test('[PHONE-5] the bar has two lines when somebody else is here, the page is planned and a review is asked', async ({
  page,
  browser,
}) => {
  await signIn(page);
  const other = await (await browser.newContext({ baseURL: shopUrl() })).newPage();
  await signIn(other, author);
  const { id } = await makePage(other, [words('a', 'A')], {
    name: 'A picnic at the lake with all our friends',
  });
  const asked = await other.request.post(`/editor/api/documents/${id}/review`, {
    data: { note: 'Please look at the heading, and whether the picture fits the season and the house.' },
    headers: sameOrigin(),
  });
  const planned = await page.request.post('/editor/api/releases', {
    data: { document: id, action: 'publish', into: { name: `Sale ${id}` } },
    headers: sameOrigin(),
  });
  expect([asked.status(), planned.status()]).toEqual([201, 201]);
  await new EditorPage(other).open(id);
  await page.setViewportSize({ width: 360, height: 640 });
  await new EditorPage(page).open(id);
  const bar = page.getByRole('banner');
  await expect(bar.getByRole('button', { name: /^Goes live/ })).toBeVisible();
  await expect(bar.getByRole('button', { name: `Follow ${author.name}` })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Review' })).toBeVisible();
  expect((await bar.boundingBox())!.height).toBeLessThan(96);
  const panels = page.getByRole('navigation', { name: 'Panels' });
  expect(await panels.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
  // What the bar has no room for is found by name.
  await page.getByRole('button', { name: 'More commands' }).tap();
  await expect(page.getByRole('dialog').getByText('Preview link', { exact: false }).first()).toBeVisible();
  await other.context().close();
});
