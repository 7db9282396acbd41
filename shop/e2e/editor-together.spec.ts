import { EditorPage, makePage, owner, signIn, words } from './editor-page.ts';
import { expect, test } from './visitor.ts';

test('two people see each other’s changes, and undo is one’s own', async ({ page, browser }) => {
  await signIn(page);
  const { id } = await makePage(page, [words('one', 'One'), words('two', 'Two')]);
  const mara = new EditorPage(page);
  await mara.open(id);
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const second = await context.newPage();
  await signIn(second, owner);
  const ingrid = new EditorPage(second);
  await ingrid.open(id);

  await expect(mara.saved).toContainText('1 other here');
  await mara.canvas.getByText('One').click();
  await mara.press('Alt+ArrowDown');
  await expect.poll(() => ingrid.texts()).toMatch(/Two\s+One/);
  await ingrid.canvas.getByText('One').click();
  await ingrid.press('ControlOrMeta+d');
  await expect.poll(() => mara.texts()).toMatch(/Two\s+One\s+One/);

  // Mara takes back her move; Ingrid's copy stays.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect
    .poll(async () => (await ingrid.texts()).split(/\s+/).filter((word) => word === 'One').length)
    .toBe(2);
  await expect.poll(async () => (await mara.texts()) === (await ingrid.texts())).toBe(true);
  await context.close();
});

test('what is done offline is kept, survives closing the tab, and is sent when the shop is back', async ({
  page,
  context,
}) => {
  await signIn(page);
  const { id } = await makePage(page, [words('one', 'One'), words('two', 'Two')]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await editor.canvas.getByText('One').click();
  await expect(editor.saved).toContainText('Saved');
  await context.setOffline(true);
  await editor.press('ControlOrMeta+d');
  await expect(editor.canvas.getByText('One')).toHaveCount(2);
  await expect(editor.saved).toContainText('Offline, saved in this browser', { timeout: 60_000 });
  await page.close();

  await context.setOffline(false);
  const again = await context.newPage();
  const back = new EditorPage(again);
  await back.open(id);
  await expect(back.canvas.getByText('One')).toHaveCount(2);
  await expect(back.saved).toContainText('Saved');

  // Somebody who was never there has it too.
  const plan = await again.request.get(`/editor/api/documents/${id}/publish-plan`);
  expect(plan.ok()).toBe(true);
  const fresh = new EditorPage(await context.newPage());
  await fresh.open(id);
  await expect(fresh.canvas.getByText('One')).toHaveCount(2);
});

test('what somebody changes while the publish dialog is open is shown before it goes live', async ({
  page,
  browser,
}) => {
  await signIn(page);
  const { id, name } = await makePage(page, [words('one', 'One'), words('two', 'Two')]);
  const mara = new EditorPage(page);
  await mara.open(id);
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const second = await context.newPage();
  await signIn(second, owner);
  const ingrid = new EditorPage(second);
  await ingrid.open(id);

  await page.getByRole('button', { name: 'Publish …' }).click();
  const publish = page.getByRole('button', { name: 'Publish now' });
  await expect(publish).toBeEnabled();
  await ingrid.canvas.getByText('One').click();
  await ingrid.press('ControlOrMeta+d');
  await expect.poll(() => mara.texts()).toMatch(/One\s+One/);
  await publish.click();
  await expect(page.getByText(`Somebody changed “${name}” meanwhile; look again.`)).toBeVisible();
  await publish.click();
  await expect(page.getByText('It is live')).toBeVisible();
  await context.close();
});

test('what could not be shown offline comes by itself when the shop is back', async ({ page, context }) => {
  await signIn(page);
  const { id } = await makePage(page, [words('one', 'One')]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await expect(editor.saved).toContainText('Saved');
  await context.setOffline(true);
  await editor.showPanel('History');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
  await expect(page.getByText('The page could not be shown here.')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('This part could not be loaded.')).toBeVisible();
  await context.setOffline(false);
  await expect(editor.canvas.getByText('One')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Keep this version' })).toBeVisible();
});
