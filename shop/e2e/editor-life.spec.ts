import { EditorPage, makePage, node, publish, signIn, words } from './editor-page.ts';
import { expect, type Page, test } from './visitor.ts';

const tree = (page: Page) => page.getByRole('tree', { name: 'Pages' });
const row = (page: Page, name: string) => tree(page).getByRole('treeitem', { name });

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
  const uses = page.getByRole('region', { name: 'Where it is used' });
  await expect(uses.getByRole('button', { name: new RegExp(`^${name}`) })).toBeVisible();
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
  const version = page.getByRole('button', { name: /^Before/ });
  await expect(version.frameLocator('iframe').getByText('Grey mornings')).toBeVisible();

  await editor.canvas.getByRole('heading', { level: 1 }).click();
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Bright mornings');
  await editor.canvas.getByText('Goes').click();
  await page.keyboard.press('Delete');
  await version.click();
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

test('before something is thrown away it is said what links to it, and where it stands', async ({ page }) => {
  await signIn(page);
  const target = await makePage(page, [words('a', 'Gifts')]);
  const linking = await makePage(page, [words('a', `<a href="${target.path}">Gifts</a>`)]);
  const fragment = await makePage(page, [words('a', 'Promise')], {
    kind: 'fragment',
    name: `P ${target.id}`,
  });
  const using = await makePage(page, [node('f', 'fragment', { fragment: fragment.id })]);
  const editor = new EditorPage(page);
  const dialog = page.getByRole('dialog');
  const throwAway = async (id: string) => {
    await editor.open(id);
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: 'Search commands' }).fill('Move this page to the trash');
    await page.keyboard.press('Enter');
  };

  await throwAway(target.id);
  await expect(dialog.getByText('These link to it')).toBeVisible();
  await expect(dialog.getByRole('button', { name: new RegExp(linking.name) })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Move to the trash' })).toBeEnabled();
  await dialog.getByRole('button', { name: 'Keep it' }).click();

  await throwAway(fragment.id);
  await expect(dialog.getByText('It is used on')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Move to the trash' })).toBeDisabled();
  await dialog.getByRole('button', { name: new RegExp(using.name) }).click();
  await editor.ready();
  await expect(page).toHaveURL(new RegExp(`${using.id}$`));
});

test('what is found is the same in the panel and before publishing, and addresses are those visitors type', async ({
  page,
}) => {
  await signIn(page);
  const { id, path } = await makePage(page, [words('a', '<a href="/no-such-page">There</a>')]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await page
    .getByRole('navigation', { name: 'Panels' })
    .getByRole('button', { name: /^Checks/ })
    .click();
  const sentences = async (label: string) =>
    (await page.getByRole('list', { name: label, exact: true }).getByRole('listitem').allInnerTexts()).sort();
  // What the server and the look at accessibility find last.
  await expect(page.getByText('no title for search engines')).toBeVisible();
  await expect(page.getByText('The page has no main heading')).toBeVisible();
  const [errors, doubts] = [await sentences('Before it can be published'), await sentences('Worth a look')];
  expect(errors).toHaveLength(1);
  await page.getByRole('button', { name: 'Publish …' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(`/de${path}-de`)).toBeVisible();
  expect(await sentences('This must be put right first')).toEqual(errors);
  await expect
    .poll(async () =>
      (await dialog.getByRole('list', { name: 'Worth a look' }).getByRole('listitem').allInnerTexts()).sort(),
    )
    .toEqual(doubts);
});

test('a panel that could not be loaded comes with its styles when the network is back', async ({ page }) => {
  await signIn(page);
  const { id } = await makePage(page, [words('a', 'Here')]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await page.route('**/_editor/*.css', (route) => route.abort());
  await editor.showPanel('History');
  await expect(page.getByText('could not be loaded')).toBeVisible();
  await page.unroute('**/_editor/*.css');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: 'Keep this version' }).click();
  await page.getByRole('textbox', { name: 'Name of this version' }).fill('Kept');
  await page.keyboard.press('Enter');
  const row = page.getByRole('button', { name: /^Kept/ });
  await expect(row).toBeVisible();
  expect(await row.evaluate((element) => getComputedStyle(element).display)).toMatch(/flex|grid/);
});
