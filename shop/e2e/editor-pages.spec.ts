import { EditorPage, makePage, node, signIn, words } from './editor-page.ts';
import { expect, type Page, test } from './visitor.ts';

const tree = (page: Page) => page.getByRole('tree', { name: 'Pages' });
const row = (page: Page, name: string) => tree(page).getByRole('treeitem', { name });

async function publish(page: Page): Promise<void> {
  await expect(page.getByTestId('save-line')).toContainText('Saved');
  await page.getByRole('button', { name: 'Publish …' }).click();
  await page.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByText('It is live')).toBeVisible();
  await page.getByRole('button', { name: 'Good' }).click();
}

test('a page is made, published, moved, taken offline, thrown away and brought back', async ({
  page,
  context,
}) => {
  await signIn(page);
  await page.goto('/editor');
  const name = `Spring ${Date.now()}`;
  await page.getByRole('button', { name: 'New page', exact: true }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  const first = await page.getByRole('textbox', { name: 'Address (English)' }).inputValue();
  expect(first).toBe(`/${name.toLowerCase().replace(' ', '-')}`);
  await page.getByRole('textbox', { name: 'Address (English)' }).fill('/about');
  await expect(page.getByText('This address belongs to “About us”.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make the page' })).toBeDisabled();
  await page.getByRole('textbox', { name: 'Address (English)' }).fill(first);
  await page.getByRole('button', { name: 'Make the page' }).click();
  const editor = new EditorPage(page);
  await editor.ready();
  await publish(page);

  const shopper = await context.browser()!.newContext({ baseURL: new URL(page.url()).origin });
  const visit = async (path: string) => await shopper.request.get(path, { maxRedirects: 0 });
  expect((await visit(first)).status()).toBe(200);

  // Another address: the old one leads there.
  await page.getByRole('textbox', { name: 'Address (English)' }).fill(`${first}-sale`);
  await page.keyboard.press('Enter');
  await publish(page);
  expect((await visit(`${first}-sale`)).status()).toBe(200);
  const moved = await visit(first);
  expect([moved.status(), moved.headers().location]).toEqual([301, `${first}-sale`]);

  await editor.showPanel('Pages');
  await expect(row(page, name)).toHaveAttribute('aria-label', new RegExp(`^${name}, Published`));
  await row(page, name).focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Take offline …' }).click();
  await page.getByRole('button', { name: 'Take offline', exact: true }).click();
  await expect(row(page, name)).toHaveAttribute('aria-label', new RegExp(`^${name}, Draft`));
  expect((await visit(`${first}-sale`)).status()).toBe(410);

  await row(page, name).focus();
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Move to the trash' }).click();
  await expect(page).toHaveURL(/\/editor$/);
  await expect(row(page, name)).toHaveCount(0);
  await page.getByRole('button', { name: /^Trash/ }).click();
  await page.getByRole('button', { name: `Bring back ${name}` }).click();
  await page.getByRole('button', { name: 'Back to the pages' }).click();
  await expect(row(page, name)).toBeVisible();
  await shopper.close();
});

test('pages are put in order and below each other, by keys and by pointer', async ({ page }) => {
  await signIn(page);
  const made = [await makePage(page, []), await makePage(page, []), await makePage(page, [])];
  const [a, b, c] = made.map(({ name }) => name) as [string, string, string];
  await page.goto('/editor');
  const shown = () =>
    tree(page)
      .getByRole('treeitem')
      .evaluateAll((items) =>
        items.map((item) => `${item.getAttribute('aria-level')} ${item.getAttribute('aria-label')}`),
      )
      .then((lines) =>
        lines
          .map((line) => line.split(',')[0]!)
          .filter((line) => made.some((each) => line.endsWith(each.name))),
      );
  await expect.poll(shown).toEqual([`1 ${a}`, `1 ${b}`, `1 ${c}`]);
  await row(page, c).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(shown).toEqual([`1 ${a}`, `1 ${c}`, `1 ${b}`]);
  await expect(row(page, c)).toBeFocused();
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(shown).toEqual([`1 ${a}`, `2 ${c}`, `1 ${b}`]);

  const from = (await row(page, b).boundingBox())!;
  const to = (await row(page, a).boundingBox())!;
  await page.mouse.move(from.x + 150, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(from.x + 150, from.y - 20, { steps: 4 });
  await page.mouse.move(to.x + 150, to.y + 2, { steps: 6 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(shown).toEqual([`1 ${a}`, `2 ${c}`, `1 ${b}`]);
  await page.mouse.move(from.x + 150, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(from.x + 150, from.y - 20, { steps: 4 });
  await page.mouse.move(to.x + 150, to.y + 2, { steps: 6 });
  await page.mouse.up();
  await expect.poll(shown).toEqual([`1 ${b}`, `1 ${a}`, `2 ${c}`]);
  await page.reload();
  await expect.poll(shown).toEqual([`1 ${b}`, `1 ${a}`, `2 ${c}`]);
});

test('modules become a fragment that other pages show too, and are taken apart again', async ({ page }) => {
  await signIn(page);
  const { id, name } = await makePage(page, [words('a', 'First'), words('b', 'Second'), words('c', 'Third')]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await editor.showPanel('Outline');
  await editor.outline.getByRole('treeitem').nth(1).click();
  await editor.outline
    .getByRole('treeitem')
    .nth(2)
    .click({ modifiers: ['ControlOrMeta'] });
  await page.keyboard.press('ControlOrMeta+Alt+f');
  const fragment = `Promises ${id}`;
  await page.getByRole('textbox', { name: 'Name of the fragment' }).fill(fragment);
  await page.getByRole('button', { name: 'Make the fragment' }).click();
  await expect.poll(() => editor.lines()).toEqual(['Text', fragment]);
  await expect(editor.canvas.getByText('Third')).toBeVisible();
  await expect(page.getByRole('button', { name: new RegExp(`^${name}`) })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => editor.lines()).toEqual(['Text', 'Text', 'Text']);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect.poll(() => editor.lines()).toEqual(['Text', fragment]);

  await editor.outline.getByRole('treeitem', { name: fragment }).click();
  await page.getByRole('button', { name: 'Edit the fragment' }).click();
  await editor.ready();
  await expect(page.getByText('FRAGMENT', { exact: false }).first()).toBeVisible();
  await expect(editor.canvas.getByText('Third')).toBeVisible();
  await page.goBack();
  await editor.ready();
  await editor.showPanel('Outline');
  await editor.outline.getByRole('treeitem', { name: fragment }).click();
  await page.getByRole('button', { name: 'Take it apart' }).click();
  await expect.poll(() => editor.lines()).toEqual(['Text', 'Text', 'Text']);
});

test('a version shows what changed since, in words and to see, and is brought back piece by piece', async ({
  page,
}) => {
  await signIn(page);
  const { id } = await makePage(page, [
    node('hero', 'hero', { title: 'Grey mornings' }),
    words('b', 'Stays'),
    words('c', 'Goes'),
  ]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await editor.showPanel('History');
  await page.getByRole('button', { name: 'Keep this version' }).click();
  await page.getByRole('textbox', { name: 'Name of this version' }).fill('Before');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Before/ })).toBeVisible();

  await editor.canvas.getByRole('heading', { level: 1 }).click();
  await page.getByLabel('Title', { exact: true }).fill('Bright mornings');
  await editor.canvas.getByText('Goes').click();
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: /^Before/ }).click();
  const changes = page.getByRole('region', { name: 'What is different now' });
  await expect(changes.locator('del')).toHaveText('Grey');
  await expect(changes.locator('ins')).toHaveText('Bright');
  await expect(changes.getByText('Removed from the page')).toBeVisible();
  const then = page.frameLocator('iframe[title="Then"]');
  await expect(then.getByText('Goes')).toBeVisible();
  await expect(page.frameLocator('iframe[title="Now"]').getByText('Bright mornings')).toBeVisible();

  await page.getByText('One over the other').click();
  const curtain = page.getByRole('slider');
  await curtain.focus();
  await page.keyboard.press('End');
  await expect(curtain).toHaveAttribute('aria-valuenow', '100');

  await page.getByRole('button', { name: 'Bring back Title' }).click();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing is different now' })).toBeVisible();
  const undo = page.getByRole('dialog').getByRole('button', { name: 'Undo' });
  await undo.click();
  await undo.click();
  await expect(changes.locator('ins')).toHaveText('Bright');
  await page.getByRole('button', { name: 'Bring the whole page back' }).click();
  await page.keyboard.press('Escape');
  await expect(editor.canvas.getByRole('heading', { level: 1 })).toHaveText('Grey mornings');
  await expect(editor.canvas.getByText('Goes')).toBeVisible();
});

test('a preview link shows the draft to somebody who is not signed in, and nothing else', async ({
  page,
  context,
}) => {
  await signIn(page);
  const { id, path } = await makePage(page, [words('a', 'Nobody has seen this yet')]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await page.getByRole('button', { name: 'Share a preview link …' }).click();
  await page.getByText('1 day', { exact: true }).click();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = await page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();

  const stranger = await context.browser()!.newContext();
  const look = async (address: string) => {
    const answer = await stranger.request.get(address);
    return { status: answer.status(), headers: answer.headers(), html: await answer.text() };
  };
  const shown = await look(link);
  expect(shown.html).toContain('Nobody has seen this yet');
  expect(shown.html).not.toContain('<!--vt:');
  expect(shown.headers).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
  expect((await look(link.split('?')[0]!)).status).toBe(404);
  expect((await look(link.replace(path, '/about'))).status).toBe(403);
  expect((await look(`${link.slice(0, -2)}xx`)).status).toBe(404);
  await stranger.close();
});
