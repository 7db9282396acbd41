import { expectAccessibleInBoth } from './accessible.ts';
import { EditorPage, makePage, merchandiser, node, signIn } from './editor-page.ts';
import { expect, type Page, test } from './visitor.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Translate the page' });
const text = (page: Page, module: string, label: string) =>
  dialog(page).getByRole('region', { name: module }).getByRole('group', { name: label, exact: true });
const german = (page: Page) => page.getByRole('combobox', { name: 'Language' }).selectOption('de');

test('[TRANSLATE-5] [TRANSLATE-6] texts are translated side by side; what changes in the original later is found again', async ({
  page,
}) => {
  test.slow();
  await signIn(page);
  const { id } = await makePage(page, [
    node('h', 'hero', { title: 'Spring is here', 'title@de': 'Der Frühling ist da', text: 'Light linens.' }),
    node('t', 'rich-text', { body: '<p>Made by <strong>hand</strong>.</p>' }),
  ]);
  const editor = new EditorPage(page);
  await editor.open(id);

  // In the first language there is nothing to be told; the button leads there all the same.
  await page.getByRole('button', { name: 'Translate the page' }).click();
  await expect(dialog(page).getByText('From English into German')).toBeVisible();
  await expect(dialog(page).getByRole('status')).toHaveText('1 of 3');
  await expect(dialog(page).getByRole('group', { name: 'Title', exact: true })).toHaveCount(0);

  await text(page, 'Hero', 'Text').getByRole('textbox').fill('Leichtes Leinen.');
  await expect(dialog(page).getByRole('status')).toHaveText('2 of 3');
  // It stays where it is until one asks for what is left.
  await expect(text(page, 'Hero', 'Text').getByRole('textbox')).toHaveValue('Leichtes Leinen.');
  await text(page, 'Text', 'Text').getByRole('button', { name: 'Write it in German' }).click();
  // It is begun with the words of the original, and not done by that; the caret is in it.
  await expect(text(page, 'Text', 'Text').getByRole('textbox')).toBeFocused();
  await expect(dialog(page).getByRole('status')).toHaveText('2 of 3');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Von Hand gemacht.');
  await expect(dialog(page).getByRole('status')).toHaveText('3 of 3');
  await dialog(page)
    .getByText(/^To do/)
    .click();
  await dialog(page).getByText(/^All/).click();
  await expect(text(page, 'Hero', 'Title').getByRole('textbox')).toHaveValue('Der Frühling ist da');
  await expectAccessibleInBoth(page, 'texts side by side');
  // Keys that belong to no field do nothing to the page behind.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Backspace');
  await expect(dialog(page).getByRole('status')).toHaveText('3 of 3');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(editor.saved).toContainText('Saved');

  // The original is put right by somebody who does not think of the others.
  await editor.showPanel('Outline');
  await editor.outline.getByRole('treeitem', { name: /^Hero/ }).click();
  const title = page
    .getByRole('region', { name: 'Properties' })
    .getByRole('textbox', { name: 'Title', exact: true });
  await title.fill('Spring has come');
  await expect(editor.saved).toContainText('Saved');
  await german(page);
  await page.getByRole('button', { name: '1 text has changed in the original since' }).click();
  const row = text(page, 'Hero', 'Title');
  await expect(row.locator('del')).toHaveText('is here');
  await expect(row.locator('ins')).toHaveText('has come');
  await row.getByRole('button', { name: 'Still right: Title' }).click();
  await expect(dialog(page).getByRole('status')).toHaveText('3 of 3');
  await expect(row.locator('del')).toHaveCount(0);
  await expect(row.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Everything is in German' })).toBeVisible();

  // It is known after a reload too, and what is left is said where one looks and before publishing.
  await page.getByRole('combobox', { name: 'Language' }).selectOption('en');
  await title.fill('Spring has come at last');
  await expect(editor.saved).toContainText('Saved');
  await page.reload();
  await editor.ready();
  await german(page);
  await expect(page.getByRole('button', { name: '1 text has changed in the original since' })).toBeVisible();
  await editor.showPanel('Outline');
  await editor.outline.getByRole('treeitem', { name: /^Hero/ }).click();
  await expect(page.getByText('English changed')).toBeVisible();
  await page.getByRole('button', { name: 'Publish …' }).click();
  await expect(page.getByText('1 text has changed in the original since.')).toBeVisible();
  await page.getByRole('button', { name: 'Translate', exact: true }).click();
  await text(page, 'Hero', 'Title').getByRole('textbox').fill('Endlich Frühling');
  await expect(dialog(page).getByRole('status')).toHaveText('3 of 3');
  await expect(editor.canvas.getByText('Endlich Frühling')).toBeVisible();
});

test('[TRANSLATE-5] [TRANSLATE-9] the original is put right beside its translation, a name is taken over, and undo brings both back', async ({
  page,
}) => {
  await signIn(page);
  const coast = { src: 'demo/scene-dawn.svg', alt: 'The coast at dawn', width: 2000, height: 1125 };
  const { id } = await makePage(page, [
    node('h', 'hero', { title: 'Ostrand', text: 'Lihgt linens.' }),
    node('p', 'picture', { image: coast }),
  ]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await page.getByRole('button', { name: 'Translate the page' }).click();
  // What a picture shows is a text like others; the picture stays the same.
  const alt = text(page, 'Picture', 'Picture › Alternative text');
  await alt.getByRole('textbox').fill('Die Küste am Morgen');
  await expect(alt.getByText('German', { exact: true })).toBeVisible();
  const name = text(page, 'Hero', 'Title');
  await name.getByRole('button', { name: 'Same in German: Title' }).click();
  await expect(name.getByText('German', { exact: true }).last()).toBeVisible();
  await expect(name.getByRole('textbox')).toHaveValue('Ostrand');
  const row = text(page, 'Hero', 'Text');
  // The field beside it shows the same words.
  const original = row.getByRole('paragraph');
  await row.getByRole('button', { name: 'Edit' }).click();
  await row.getByRole('textbox').first().fill('Light linens.');
  await row.getByRole('button', { name: 'Done' }).click();
  await expect(original).toHaveText('Light linens.');
  await dialog(page).getByRole('button', { name: 'Undo' }).click();
  await expect(original).toHaveText('Lihgt linens.');
  await dialog(page).getByRole('button', { name: 'Undo' }).click();
  await expect(name.getByText(/^Not in German yet/)).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Show on the page: Hero' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'Language' })).toHaveValue('de');
  await expect(editor.canvas.getByRole('img', { name: 'Die Küste am Morgen' })).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Properties' }).getByText('from English').first(),
  ).toBeVisible();
});

test('[TRANSLATE-7] who may only look reads what is missing, and changes nothing', async ({ page }) => {
  await signIn(page);
  const { id } = await makePage(page, [
    node('h', 'hero', { title: 'Ostrand', 'title@de': 'Ostrand', text: 'Light.' }),
  ]);
  await signIn(page, merchandiser);
  const editor = new EditorPage(page);
  await editor.open(id);
  await page.getByRole('button', { name: 'Translate the page' }).click();
  await expect(text(page, 'Hero', 'Text').getByText(/^Not in German yet/)).toBeVisible();
  await expect(text(page, 'Hero', 'Text').getByRole('button')).toHaveCount(0);
  await expect(text(page, 'Hero', 'Text').getByRole('textbox')).toHaveAttribute('readonly', '');
  await expect(dialog(page).getByRole('button', { name: 'Undo' })).toHaveCount(0);
});
