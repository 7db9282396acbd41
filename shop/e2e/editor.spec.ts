import { EditorPage, makePage, merchandiser, node, signIn, words } from './editor-page.ts';
import { expect, test } from './visitor.ts';

test('[DOC-15] a module dragged onto the page, its text changed in place, a setting changed, undone and published is live', async ({
  page,
  context,
}) => {
  await signIn(page);
  const { id, path } = await makePage(page, [words('one', 'First words'), words('two', 'Second words')]);
  const editor = new EditorPage(page);
  await editor.open(id);

  // By pointer, from the palette to between the two.
  await page.getByLabel('Search modules').fill('hero beside the picture');
  const card = page.getByRole('button', { name: 'Hero: Beside the picture' });
  const from = (await card.boundingBox())!;
  const second = (await editor.canvas.getByText('Second words').boundingBox())!;
  await page.mouse.move(from.x + 30, from.y + from.height - 8);
  await page.mouse.down();
  await page.mouse.move(second.x + 60, second.y + 2, { steps: 12 });
  await expect(page.getByText('onto the page')).toBeVisible();
  await page.mouse.up();
  // While it is written in, it is a text box for screen readers.
  const title = editor.canvas.locator('h1');
  await expect(title).toHaveText('For long evenings and early boats');
  expect((await editor.texts()).replace(/\s+/g, ' ')).toMatch(/First words.*For long evenings.*Second words/);

  // In place.
  await title.dblclick();
  await expect(title).toHaveAttribute('contenteditable', /.+/);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Written where it stands');
  await page.keyboard.press('Escape');
  await expect(title).toHaveText('Written where it stands');

  // In the panel; the page follows.
  await page.getByLabel('Small line above').fill('From the panel');
  await expect(editor.canvas.getByText('From the panel')).toBeVisible();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(editor.canvas.getByText('Autumn on the coast')).toBeVisible();
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(editor.canvas.getByText('From the panel')).toBeVisible();

  await expect(editor.saved).toContainText('Saved');
  await page.getByRole('button', { name: 'Publish …' }).click();
  await page.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByText('It is live')).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();

  // There is nothing new to publish, which is known after a reload too; then there is.
  const published = page.getByRole('button', { name: 'Published', exact: true });
  await expect(published).toBeVisible();
  await page.reload();
  await editor.ready();
  await published.click();
  await expect(page.getByText('Everything is published just so already.')).toBeVisible();
  await page.getByRole('button', { name: 'Not yet' }).click();
  await title.click();
  await page.getByLabel('Small line above').fill('Not live yet');
  await expect(published).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Publish …' })).toBeVisible();

  const other = await context.newPage();
  await other.goto(path);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Written where it stands');
  await expect(other.getByText('From the panel')).toBeVisible();
});

test('a page is built and published with the keyboard alone', async ({ page }) => {
  await signIn(page);
  const { id, path } = await makePage(page, []);
  const editor = new EditorPage(page);
  await editor.open(id);
  const command = async (text: string) => {
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('combobox', { name: 'Search commands' })).toBeFocused();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Search commands' })).toHaveCount(0);
  };
  await command('add hero on the picture');
  await command('add text: in the middle');
  await expect(editor.canvas.getByText('Made to be used.')).toBeVisible();
  await command('outline');
  await expect(editor.outline).toBeVisible();
  expect(await editor.lines()).toEqual(['Hero', 'Text']);
  // Up, over what is before it.
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => editor.lines()).toEqual(['Text', 'Hero']);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('button', { name: 'Publish now' })).toBeEnabled();
  for (let step = 0; step < 12; step++) {
    const name = await page.evaluate(() => document.activeElement?.textContent);
    if (name === 'Publish now') break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByText('It is live')).toBeVisible();
  await page.goto(path);
  await expect(page.getByText('Made to be used.')).toBeVisible();
});

test('everything that can be done to a module is done by keys, and undone', async ({ page }) => {
  await signIn(page);
  const { id } = await makePage(page, [words('one', 'One'), words('two', 'Two'), words('three', 'Three')]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await editor.showPanel('Outline');
  const order = async () => (await editor.texts()).split(/\s+/).filter(Boolean);
  await editor.canvas.getByText('Two').click();

  await editor.press('Alt+ArrowUp');
  await expect.poll(order).toEqual(['Two', 'One', 'Three']);
  await editor.press('Alt+ArrowDown', 'Alt+ArrowDown');
  await expect.poll(order).toEqual(['One', 'Three', 'Two']);
  await editor.press('ControlOrMeta+d');
  await expect.poll(order).toEqual(['One', 'Three', 'Two', 'Two']);
  await editor.press('Delete');
  await expect.poll(order).toEqual(['One', 'Three', 'Two']);
  await editor.press('ControlOrMeta+Shift+h');
  await expect(editor.outline.locator('[data-hidden]')).toHaveCount(1);
  await editor.press('ControlOrMeta+Shift+h');
  await expect(editor.outline.locator('[data-hidden]')).toHaveCount(0);
  await editor.press('F2');
  await page.getByLabel(/^New name of/).fill('The last words');
  await page.keyboard.press('Enter');
  await expect(editor.outline.getByRole('treeitem', { name: 'The last words' })).toBeVisible();
  await editor.press('ControlOrMeta+Shift+l', 'Delete');
  await expect.poll(order).toEqual(['One', 'Three', 'Two']);
  await editor.press('ControlOrMeta+Shift+l');

  for (let steps = 0; steps < 11; steps++) await editor.press('ControlOrMeta+z');
  await expect.poll(order).toEqual(['One', 'Two', 'Three']);
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
});

test('what does not fit says why while it is dragged, and Escape calls a drag off', async ({ page }) => {
  await signIn(page);
  const { id } = await makePage(page, [
    node('columns', 'columns', {}, { first: [words('in', 'In a column')] }),
    words('out', 'Outside'),
  ]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await page.getByLabel('Search modules').fill('header');
  await page.getByRole('switch', { name: 'Show all modules' }).click();
  const card = page.getByRole('button', { name: /^Header:/ }).first();
  const from = (await card.boundingBox())!;
  const target = (await editor.canvas.getByText('In a column').boundingBox())!;
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(target.x + 10, target.y + target.height / 2, { steps: 8 });
  await expect(page.getByText(/does not fit|belongs into a layout/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(editor.canvas.getByText('In a column')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
});

test('modules are copied to another page through the clipboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page);
  const first = await makePage(page, [words('one', 'Take me along')]);
  const second = await makePage(page, [words('two', 'Already here')]);
  const editor = new EditorPage(page);
  await editor.open(first.id);
  await editor.canvas.getByText('Take me along').click();
  await page.keyboard.press('ControlOrMeta+c');
  const tab = await context.newPage();
  const other = new EditorPage(tab);
  await other.open(second.id);
  await other.canvas.getByText('Already here').click();
  await tab.keyboard.press('ControlOrMeta+v');
  await expect(other.canvas.getByText('Take me along')).toBeVisible();
});

test('German words are written beside the English ones', async ({ page }) => {
  await signIn(page);
  const { id } = await makePage(page, [node('hero', 'hero', { title: 'In English' })]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
  await editor.ready();
  const title = editor.canvas.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('In English');
  await title.click();
  await page
    .getByRole('complementary', { name: 'Settings' })
    .getByRole('textbox', { name: 'Title' })
    .fill('Auf Deutsch');
  await expect(title).toHaveText('Auf Deutsch');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('en');
  await editor.ready();
  await expect(editor.canvas.getByRole('heading', { level: 1 })).toHaveText('In English');
});

test('somebody who may only look changes nothing and is told so', async ({ page }) => {
  await signIn(page);
  const { id } = await makePage(page, [words('one', 'Look at me')]);
  await signIn(page, merchandiser);
  const editor = new EditorPage(page);
  await editor.open(id);
  await expect(editor.saved).toContainText('Read only');
  await editor.canvas.getByText('Look at me').click();
  await editor.press('Delete');
  await expect(editor.canvas.getByText('Look at me')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Publish …' })).toHaveCount(0);
  const answer = await page.request.post(`/editor/api/documents/${id}/publish`, {
    data: {},
    headers: { origin: new URL(page.url()).origin },
  });
  expect(answer.status()).toBe(403);
});

test('who is not signed in signs in and comes back to the page', async ({ page }) => {
  await signIn(page);
  const { id } = await makePage(page, [words('one', 'Behind the door')]);
  await page.context().clearCookies();
  await page.goto(`/editor/${id}`);
  await expect(page).toHaveURL(/\/sign-in\?to=%2Feditor%2F/);
  expect((await page.request.get('/editor/api/session')).status()).toBe(401);
});

test('[OUTLINE-6] the outline is walked by keys: what is focused is what is selected', async ({ page }) => {
  await signIn(page);
  const { id } = await makePage(page, [
    words('one', 'One'),
    node('band', 'section', { title: 'Band' }, { content: [words('two', 'Two'), words('three', 'Three')] }),
    words('four', 'Four'),
  ]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await editor.showPanel('Outline');
  const focused = editor.outline.locator('[role=treeitem]:focus');
  const expectAt = async (row: string) => {
    await expect(focused).toHaveAttribute('data-row', row);
    await expect(focused).toHaveAttribute('aria-selected', 'true');
  };
  const rows = editor.outline.getByRole('treeitem');
  await rows.first().click();
  await editor.press('ArrowDown');
  await expectAt('band');
  await editor.press('ArrowLeft', 'ArrowDown');
  await expectAt('four');
  await editor.press('ArrowUp', 'ArrowRight', 'ArrowDown');
  await expectAt('two');
  await editor.press('ArrowLeft');
  await expectAt('band');
  await editor.press('End');
  await expectAt('four');
  // What goes away hands the focus on.
  await editor.press('Delete');
  await expect(rows).toHaveCount(4);
  await editor.press('Home');
  await expectAt('one');
  await expect(focused).toHaveAttribute('aria-setsize', '2');
  // It stays where the author goes.
  await editor.canvas.getByText('Three', { exact: true }).dblclick();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Written');
  await expect(editor.canvas.getByText('Written', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  // One row can be reached by Tab, also when what is selected is folded away.
  await editor.outline.getByRole('button', { name: 'Fold Section' }).click();
  await expect(editor.outline.locator('[role=treeitem][tabindex="0"]')).toHaveCount(1);
});
