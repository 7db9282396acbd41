import { besidesCanvas, expectAccessibleInBoth } from './accessible.ts';
import { EditorPage, makePage, node, signIn, words } from './editor-page.ts';
import { expect, type Page, test } from './visitor.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const panels = ['Outline', 'Pages', 'History', 'Styles', 'Checks', 'Comments', 'Add modules'];

const look = (page: Page, state: string) => expectAccessibleInBoth(page, state, besidesCanvas);

test('the editor has no serious finding', async ({ page }) => {
  test.setTimeout(300_000);
  await signIn(page);
  const { id } = await makePage(page, [
    node('hero', 'hero', { title: 'Grey mornings' }),
    node('columns', 'columns', {}, { first: [words('in', 'In a column')] }),
    words('out', 'Outside'),
  ]);

  await page.goto('/editor');
  await expect(page.getByRole('treeitem').first()).toBeVisible();
  await look(page, 'the start');

  const editor = new EditorPage(page);
  await editor.open(id);
  await look(page, 'nothing selected');
  await editor.canvas.getByText('Grey mornings').click();
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toBeVisible();
  for (const name of panels) {
    const button = page
      .getByRole('navigation', { name: 'Panels' })
      .getByRole('button', { name: new RegExp(`^${name}(,|$)`) });
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await look(page, name);
  }
  await editor.canvas.getByText('In a column').click();
  await expect(page.getByRole('navigation', { name: 'Where the module stands' })).toBeVisible();
  await look(page, 'a text selected');

  // Away from the canvas, where letters are words and no commands.
  await page.getByRole('navigation', { name: 'Panels' }).getByRole('button').first().focus();
  for (const [keys, title] of [
    ['ControlOrMeta+k', 'All commands'],
    ['?', 'Keyboard shortcuts'],
    ['ControlOrMeta+Enter', 'Publish'],
  ] as const) {
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog', { name: title })).toBeVisible();
    if (title === 'Publish') await expect(page.getByRole('button', { name: 'Publish now' })).toBeVisible();
    await look(page, title);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'Media library' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look(page, 'media library');
});
