import { besidesCanvas, expectAccessibleInBoth } from './accessible.ts';
import { EditorPage, node, owner, publish, signIn, words } from './editor-page.ts';
import { expect, type Page, sameOrigin, test } from './visitor.ts';

/** A template of this test's own: a section with a title that is open and an open part, and a last line that is not open. */
async function makeTemplate(page: Page, name: string): Promise<string> {
  const nodes = [
    node(
      'frame',
      'section',
      { title: 'The story' },
      {
        content: [
          { ...node('opening', 'hero', { title: 'Say what it is about' }), lock: true, open: ['title'] },
          { ...node('story', 'outlet', {}, { content: [words('begin', 'Begin here')] }), name: 'Story' },
        ],
      },
    ),
    { ...words('service', 'Sent within a week'), lock: true },
  ];
  const answer = await page.request.post('/editor/api/documents', {
    data: { kind: 'fragment', name, nodes },
    headers: sameOrigin(),
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

test('a page is made from a template, keeps what is its own, and follows what is the template’s', async ({
  page,
  browser,
}) => {
  test.slow();
  await signIn(page);
  const unique = Date.now();
  const template = await makeTemplate(page, `Campaign ${unique}`);
  await page.goto('/editor');
  await page.getByRole('button', { name: 'New page', exact: true }).first().click();
  await page.getByRole('textbox', { name: 'Name' }).fill(`Spring ${unique}`);
  await page.getByText('A template', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Template' }).click();
  await page.getByRole('option', { name: `Campaign ${unique}` }).click();
  const path = await page.getByRole('textbox', { name: 'Address (English)' }).inputValue();
  await page.getByRole('button', { name: 'Make the page' }).click();
  const editor = new EditorPage(page);
  await editor.ready();
  await expect(editor.canvas.getByText('Begin here')).toBeVisible();
  await expect.poll(() => editor.lines()).toEqual([`Campaign ${unique}`, 'Text']);
  await expect(editor.outline.getByText('Story')).toBeVisible();

  // The open part is filled by keys alone: behind what is in it.
  await editor.outline.getByRole('treeitem', { name: 'Text' }).click();
  await editor.showPanel('Add modules');
  await page.getByRole('textbox', { name: 'Search modules' }).fill('text');
  const card = page.getByRole('button', { name: 'Text: Large' });
  await card.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => editor.lines()).toEqual([`Campaign ${unique}`, 'Text', 'Text']);

  // Its title is open; the page has its own from now on.
  await editor.outline.getByRole('treeitem', { name: `Campaign ${unique}` }).click();
  const title = page.getByRole('textbox', { name: 'Title', exact: true });
  await expect(title).toHaveValue('Say what it is about');
  await expect(page.getByText('from the fragment')).toBeVisible();
  await title.fill('Spring is here');
  await expect(editor.canvas.getByRole('heading', { level: 1 })).toHaveText('Spring is here');
  await page.getByRole('button', { name: 'Title: back to the fragment’s' }).click();
  await expect(editor.canvas.getByRole('heading', { level: 1 })).toHaveText('Say what it is about');
  await title.fill('Spring is here');
  await expect(editor.canvas.getByRole('heading', { level: 1 })).toHaveText('Spring is here');
  await expect(editor.canvas.getByText('Begin here')).toBeVisible();

  // All else is not: what is locked is selected as a whole, has no fields, and stays.
  await editor.canvas.getByText('Sent within a week').click();
  await expect(page.getByText('Locked: it stays where it is.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Text', exact: true })).toHaveCount(0);
  await page.keyboard.press('Delete');
  expect(await editor.lines()).toEqual([`Campaign ${unique}`, 'Text', 'Text']);
  await publish(page);

  const shopper = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const visit = async () => await (await shopper.request.get(path)).text();
  expect(await visit()).toContain('Spring is here');
  expect(await visit()).toContain('Sent within a week');

  const boss = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const other = await boss.newPage();
  await signIn(other, owner);
  const templates = new EditorPage(other);
  await templates.open(template);
  await templates.canvas.getByRole('heading', { level: 1 }).click();
  await expect(other.getByRole('button', { name: 'Title: open for pages that use it' })).toHaveCount(0);
  await other.keyboard.press('ControlOrMeta+Shift+l');
  await expect(other.getByRole('button', { name: 'Title: open for pages that use it' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  const text = other.getByRole('textbox', { name: 'Text', exact: true });
  await text.fill('New words of the house');
  await publish(other);
  await expect.poll(visit).toContain('New words of the house');
  const live = await visit();
  expect(live).toContain('Spring is here');
  expect(live).not.toContain('Say what it is about');
  await boss.close();
  await shopper.close();
});

test('an open part is made and filled by dragging, and a template is taken apart with all that is in it', async ({
  page,
}) => {
  await signIn(page);
  const unique = Date.now();
  const answer = await page.request.post('/editor/api/documents', {
    data: { kind: 'fragment', name: `Frame ${unique}`, nodes: [words('top', 'The top')] },
    headers: sameOrigin(),
  });
  const { id: template } = (await answer.json()) as { id: string };
  const editor = new EditorPage(page);
  await editor.open(template);
  await editor.showPanel('Add modules');
  await page.getByRole('button', { name: 'Fragments: Open part' }).click();
  await expect.poll(() => editor.lines()).toEqual(['Text', 'Open part']);
  await expect(page.getByTestId('save-line')).toContainText('Saved');

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'New page from this template' }).click();
  await expect(page.getByRole('combobox', { name: 'Template' })).toHaveValue(`Frame ${unique}`);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(`Page ${unique}`);
  await page.getByRole('button', { name: 'Make the page' }).click();
  await expect(page).not.toHaveURL(new RegExp(template));
  await editor.ready();
  await editor.showPanel('Add modules');
  await page.getByRole('textbox', { name: 'Search modules' }).fill('text');
  const from = (await page
    .getByRole('button', { name: /^Text: / })
    .first()
    .boundingBox())!;
  const part = (await editor.canvas.locator('vt-slot[data-of]').boundingBox())!;
  await page.mouse.move(from.x + 40, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(part.x + 60, part.y + 10, { steps: 8 });
  await page.mouse.move(part.x + 60, part.y + part.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => editor.lines()).toEqual([`Frame ${unique}`, 'Text']);

  await editor.outline.getByRole('treeitem', { name: `Frame ${unique}` }).click();
  await page.keyboard.press('ControlOrMeta+Shift+l');
  await page.getByRole('button', { name: 'Take it apart' }).click();
  await expect.poll(() => editor.lines()).toEqual(['Text', 'Text']);
  await expect(editor.canvas.getByText('The top')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => editor.lines()).toEqual([`Frame ${unique}`, 'Text']);
});

test('what is open and what is not can be used by everybody', async ({ page }) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page);
  const template = await makeTemplate(page, `Campaign ${Date.now()}`);
  const made = await page.request.post('/editor/api/documents', {
    data: { kind: 'page', name: `Page ${Date.now()}`, template },
    headers: sameOrigin(),
  });
  const editor = new EditorPage(page);
  await editor.open(((await made.json()) as { id: string }).id);
  await editor.canvas.getByText('Sent within a week').click();
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Own');
  await expect(page.getByText('this page’s own', { exact: true })).toBeVisible();
  await expectAccessibleInBoth(page, 'a use', besidesCanvas);
  await editor.open(template);
  await editor.canvas.getByText('Sent within a week').click();
  await page.keyboard.press('ControlOrMeta+Shift+l');
  await expect(page.getByRole('button', { name: 'Text: open for pages that use it' })).toBeAttached();
  await expectAccessibleInBoth(page, 'settings of a template', besidesCanvas);
  await editor.showPanel('Outline');
  await editor.outline.getByRole('treeitem', { name: 'Story' }).click();
  await expect(page.getByText('Each page that uses this fragment fills this place itself.')).toBeVisible();
  await expectAccessibleInBoth(page, 'an open part', besidesCanvas);
});
