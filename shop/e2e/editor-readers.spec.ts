import { besidesCanvas, expectAccessible } from './accessible.ts';
import { EditorPage, makePage, node, publish, signIn } from './editor-page.ts';
import { expect, type Page, test } from './visitor.ts';

const section = (page: Page) => page.getByRole('tabpanel', { name: 'Settings' }).locator('details');
const language = (page: Page) => page.getByRole('combobox', { name: 'Language' });

test('[READERS-1] [READERS-2] a module is for readers of one language and customers of one group; shoppers get what is for them', async ({
  page,
  context,
}) => {
  await signIn(page);
  const { id, path } = await makePage(page, [
    node('a', 'hero', { title: 'For everybody', 'title@de': 'Für alle' }),
    node('b', 'hero', { title: 'Nur für Deutschland' }),
    node('c', 'hero', { title: 'For our trade customers' }),
  ]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await editor.showPanel('Outline');
  const lines = editor.outline.getByRole('treeitem');

  await lines.nth(1).click();
  await section(page).getByText('Who sees it').click();
  await expect(section(page)).toContainText('Everybody');
  await section(page).getByRole('checkbox', { name: 'English' }).click();
  await expect(section(page)).toContainText('Readers of German');
  await expect(section(page)).toContainText('The page is shown as others see it now');
  // One is left.
  await expect(section(page).getByRole('checkbox', { name: 'German' })).toBeDisabled();
  await expect(editor.canvas.getByText('Nur für Deutschland')).toHaveCount(0);
  await expect(lines).toHaveCount(3);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(editor.canvas.getByText('Nur für Deutschland')).toBeVisible();
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(editor.canvas.getByText('Nur für Deutschland')).toHaveCount(0);

  // What is hidden leaves the page at once, and comes back.
  await page.getByRole('button', { name: 'Hide Hero' }).first().click();
  await expect(editor.canvas.getByText('For everybody')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show Hero' }).first().click();
  await expect(editor.canvas.getByText('For everybody')).toBeVisible();

  await lines.nth(2).click();
  await section(page).getByRole('checkbox', { name: 'Guests and customers in no group' }).click();
  await expect(section(page)).toContainText('Only Trade');
  await expectAccessible(page, 'who sees it', besidesCanvas);
  await expect(editor.canvas.getByText('For our trade customers')).toHaveCount(0);
  await page.getByRole('button', { name: 'Preview as …' }).click();
  await page.getByRole('combobox', { name: 'Customers' }).selectOption({ label: 'Trade' });
  await expect(editor.canvas.getByText('For our trade customers')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Previewed as Trade' })).toBeVisible();
  await language(page).selectOption('de');
  await expect(editor.canvas.getByText('Nur für Deutschland')).toBeVisible();

  // What is for nobody who reads German is not to be translated.
  await language(page).selectOption('en');
  await publish(page);
  const shopper = await context.browser()!.newContext({ baseURL: new URL(page.url()).origin });
  const english = await (await shopper.request.get(path)).text();
  expect(english).toContain('For everybody');
  expect(english).not.toContain('Nur für Deutschland');
  expect(english).not.toContain('For our trade customers');
  expect(await (await shopper.request.get(`/de${path}-de`)).text()).toContain('Nur für Deutschland');
  await shopper.close();

  await editor.showPanel('History');
  await expect(page.getByText('It is live')).toHaveCount(0);
  await page.reload();
  await editor.ready();
  await editor.showPanel('Outline');
  await lines.nth(1).click();
  await expect(section(page)).toContainText('Readers of German');
});
