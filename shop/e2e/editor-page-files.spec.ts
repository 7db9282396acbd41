import { readFile } from 'node:fs/promises';
import { expectAccessibleInBoth } from './accessible.ts';
import { EditorPage, makePage, node, signIn } from './editor-page.ts';
import { expect, type Page, test } from './visitor.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'New page' });

async function chooseFile(page: Page, file: { name: string; text: string }) {
  await page.goto('/editor');
  await page.getByRole('button', { name: 'New page', exact: true }).first().click();
  await dialog(page).getByText('A file', { exact: true }).click();
  const chooser = page.waitForEvent('filechooser');
  await dialog(page).getByRole('button', { name: 'File', exact: true }).click();
  await (await chooser).setFiles({
    name: file.name,
    mimeType: 'application/json',
    buffer: Buffer.from(file.text),
  });
}

test('[PAGEFILE-1] a page saved as a file makes the same page again', async ({ page }) => {
  await signIn(page);
  const { id, name } = await makePage(page, [
    node('h', 'hero', { title: 'Tea time', level: 'h1' }),
    node('t', 'rich-text', { body: '<p>Leaves and water.</p>', 'body@de': '<p>Blätter und Wasser.</p>' }),
  ]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await page.goto('/editor');
  await page.getByRole('treeitem', { name }).click({ button: 'right' });
  const saved = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Save as a file' }).click();
  const text = await readFile(await (await saved).path(), 'utf8');
  expect(text).toContain('Blätter und Wasser.');

  await chooseFile(page, { name: 'tea.page.json', text });
  await expect(dialog(page).getByRole('status')).toContainText('All of it can be brought in.');
  await expect(dialog(page).getByRole('textbox', { name: 'Name' })).toHaveValue(name);
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill(`${name} again`);
  await dialog(page).getByRole('button', { name: 'Make the page' }).click();
  await editor.ready();
  await expect.poll(() => editor.lines()).toEqual(['Hero', 'Text']);
  await expect(editor.canvas.getByRole('heading', { level: 1 })).toHaveText('Tea time');
  await expect(editor.canvas.getByText('Leaves and water.')).toBeVisible();
});

test('[PAGEFILE-5] [PAGEFILE-6] a page of another builder comes in; what has no module here is told and kept', async ({
  page,
}) => {
  await signIn(page);
  const puck = {
    root: { props: { title: `Spring ${Date.now()}` } },
    content: [
      { type: 'Hero', props: { id: 'a', title: 'Out of the kiln', image: 'https://cdn.example/kiln.jpg' } },
      { type: 'Heading', props: { id: 'b', text: 'What is new' } },
      {
        type: 'Text',
        props: { id: 'c', text: '<p>Bowls.<img src=x onerror="window.hurt = 1"><script>hurt()</script></p>' },
      },
      { type: 'Countdown', props: { id: 'd', until: '2027-03-01' } },
    ],
  };
  await chooseFile(page, { name: 'spring.json', text: '{"content": 7}' });
  await expect(dialog(page).getByText('This is no page we can read.')).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: 'Make the page' })).toBeDisabled();
  await expectAccessibleInBoth(page, 'a file that is no page');

  await chooseFile(page, { name: 'spring.json', text: JSON.stringify(puck) });
  const told = dialog(page).getByRole('status');
  await expect(told).toContainText('A page of Puck');
  await expect(told).toContainText('no module for: Countdown');
  await expectAccessibleInBoth(page, 'a page of another builder');
  await dialog(page).getByRole('button', { name: 'Make the page' }).click();
  const editor = new EditorPage(page);
  await editor.ready();
  await expect.poll(() => editor.lines()).toEqual(['Hero', 'Text', 'Countdown']);
  await expect(editor.canvas.getByText('Bowls.')).toBeVisible();
  await expect(editor.canvas.getByText('“Countdown” came with a page from elsewhere')).toBeVisible();
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false);

  await page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: 'Checks' }).click();
  await expect(page.getByText('“Countdown” came with a page from elsewhere').first()).toBeVisible();
});
