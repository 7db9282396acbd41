import { besidesCanvas, expectAccessible, expectAccessibleInBoth } from './accessible.ts';
import { EditorPage, makePage, marketer, merchandiser, node, owner, publish, signIn } from './editor-page.ts';
import { expect, type Page, sameOrigin, test } from './visitor.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Audiences and tests' });
const readers = (page: Page) => page.getByRole('tabpanel', { name: 'Settings' }).locator('details');

let count = 0;
const unique = () => `${process.pid}-${Date.now()}-${count++}`;

/** What somebody is sent who was never here before, the second time they look: their browser has a name by then. */
async function shopperSees(page: Page, address: string): Promise<string> {
  const origin = new URL(page.url()).origin;
  const shopper = await page.context().browser()!.newContext({ baseURL: origin });
  const own = await shopper.newPage();
  await own.goto(address);
  await own.reload();
  const words = await own.locator('main').innerText();
  await shopper.close();
  return words;
}

/** A link that is made now shows what the audience sees, says so, and is there as a code too. */
async function sharesAsSeen(page: Page, { name, text }: { name: string; text: string }): Promise<void> {
  await page.getByRole('button', { name: 'Share a preview link …' }).click();
  const links = page.getByRole('dialog', { name: 'Preview links' });
  await expect(links).toContainText(`as it is being edited, as visitors of “${name}” see it,`);
  await links.getByRole('button', { name: 'Make the link' }).click();
  const link = await links.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
  await expect(links.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  await expect(links.getByRole('listitem').first()).toContainText(`as visitors of “${name}”`);
  await expectAccessibleInBoth(page, 'a link that was made');
  const stranger = await page.context().browser()!.newContext();
  const shown = await (await stranger.request.get(link)).text();
  expect(shown).toContain(text);
  expect(shown).toContain(`, as visitors of “${name}” see it.`);
  await stranger.close();
  await links.getByRole('button', { name: 'Done' }).click();
}

const titleIn = (words: string) => words.trim().split('\n')[0]!;

async function openPage(page: Page, titles: readonly string[]) {
  const nodes = titles.map((title, index) => node(`n${index}`, 'hero', { title }));
  const made = await makePage(page, nodes);
  const editor = new EditorPage(page);
  await editor.open(made.id);
  await editor.showPanel('Outline');
  return { ...made, editor, lines: editor.outline.getByRole('treeitem') };
}

test('[AUDIENCE-1] [AUDIENCE-5] [AUDIENCE-6] [AUDIENCE-7] [SHARE-9] [SHARE-11] an audience is made by keys alone, a module is for it, and the page is shown as it sees it', async ({
  page,
}) => {
  test.slow();
  await signIn(page);
  const {
    editor,
    lines,
    path,
    name: pageName,
  } = await openPage(page, ['For everybody', 'For readers of the letter']);
  const name = `Letter ${unique()}`;

  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox', { name: 'Search commands' })).toBeFocused();
  await page.keyboard.type('Audiences …');
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('button', { name: 'New audience' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText('Give the audience a name.')).toBeVisible();
  await expect(dialog(page).getByRole('alert')).toContainText('Add at least one rule');
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('textbox', { name: 'Is one of' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText('Write the word that stands in your links')).toBeVisible();
  await page.keyboard.type('spring-letter, easter');
  await expectAccessibleInBoth(page, 'an audience that is written', besidesCanvas);
  await page.keyboard.press('Enter');
  const row = dialog(page).getByRole('listitem', { name });
  await expect(row).toContainText('Came through a link of the campaign “spring-letter” or “easter”.');
  await expect(row).toContainText('On no page yet.');
  await expect(dialog(page).getByRole('button', { name: 'New audience' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);

  await lines.nth(1).click();
  await readers(page).getByText('Who sees it').click();
  await readers(page).getByRole('combobox', { name }).selectOption('shown');
  await expect(readers(page)).toContainText(`Only ${name}`);
  await expect(editor.canvas.getByText('For readers of the letter')).toHaveCount(0);
  await expect(lines).toHaveCount(2);
  await expectAccessibleInBoth(page, 'for which visitors a module is', besidesCanvas);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(editor.canvas.getByText('For readers of the letter')).toBeVisible();
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(editor.canvas.getByText('For readers of the letter')).toHaveCount(0);

  await page.getByRole('button', { name: 'Preview as …' }).click();
  await page.getByRole('checkbox', { name }).check();
  await expect(page.locator('iframe[title="The page"]')).toHaveAttribute('src', /_audience=letter/);
  await expectAccessible(page, 'preview as visitors', besidesCanvas);
  await editor.ready();
  await expect(editor.canvas.getByText('For readers of the letter')).toBeVisible();
  await sharesAsSeen(page, { name, text: 'For readers of the letter' });
  await page.getByRole('button', { name: `Previewed as ${name}` }).click();
  await page.getByRole('button', { name: 'Back to normal' }).click();
  await editor.ready();
  await expect(editor.canvas.getByText('For readers of the letter')).toHaveCount(0);
  await page.keyboard.press('Escape');

  await publish(page);
  const letter = 'For readers of the letter';
  expect(await shopperSees(page, `${path}?utm_campaign=easter`)).toContain(letter);
  expect(await shopperSees(page, `${path}?utm_campaign=autumn`)).not.toContain(letter);
  expect(await shopperSees(page, path)).not.toContain(letter);

  // A key that closes the dialog does nothing to the page behind.
  await expect(lines.nth(1)).toHaveAttribute('aria-selected', 'true');
  await readers(page).getByRole('button', { name: 'All audiences' }).click();
  await expect(row.getByRole('link', { name: pageName })).toBeVisible();
  await expect(row.getByRole('button', { name: `Remove ${name}` })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(lines.nth(1)).toHaveAttribute('aria-selected', 'true');
});

test('[AUDIENCE-1] who may not publish looks at audiences and tests, and changes none', async ({ page }) => {
  await signIn(page, owner);
  const id = `look-${unique()}`;
  const answer = await page.request.put(`/editor/api/audiences/${id}`, {
    data: { id, name: id, rules: [{ kind: 'device', devices: ['phone'] }] },
    headers: sameOrigin(),
  });
  expect(answer.status(), await answer.text()).toBe(200);
  await signIn(page, merchandiser);
  await page.goto('/editor');
  await page.getByRole('button', { name: 'Audiences and tests' }).click();
  await expect(dialog(page).getByRole('listitem', { name: id })).toContainText('On a phone.');
  await expect(dialog(page)).toContainText('made and changed by those who may publish');
  await expect(dialog(page).getByRole('button', { name: 'New audience' })).toHaveCount(0);
  await expect(dialog(page).getByRole('button', { name: `Change ${id}` })).toHaveCount(0);
});

test('[TESTING-2] [TESTING-3] [TESTING-4] [TESTING-7] [TESTING-9] [TESTING-10] [TESTING-11] [TESTING-13] versions are made, looked at, started, followed and ended', async ({
  page,
}) => {
  test.slow();
  await signIn(page, marketer);
  const { id, path, editor, lines } = await openPage(page, ['A long headline', 'Something else']);
  const name = `Headline ${unique()}`;
  await lines.nth(0).click();
  await page.getByRole('button', { name: 'Test another version …' }).click();
  await page.getByRole('textbox', { name: 'Name of the test' }).fill(name);
  await page.getByRole('textbox', { name: 'What is different in version B' }).fill('Short');
  await page.keyboard.press('Enter');
  const section = page.getByRole('region', { name: `Test ${name}` });
  await expect(section).toContainText('This is version B, “Short”.');
  await expect(section).toContainText('It is planned: everybody sees A until it is started.');
  await expect(lines).toHaveCount(3);
  await editor.ready();
  const title = page
    .getByRole('region', { name: 'Properties' })
    .getByRole('textbox', { name: 'Title', exact: true });
  await title.fill('Short');
  await expect(editor.canvas.getByText('Short', { exact: true })).toBeVisible();
  await expect(editor.canvas.getByText('A long headline')).toHaveCount(0);
  await section.getByText('A', { exact: true }).click();
  await editor.ready();
  await expect(editor.canvas.getByText('A long headline')).toBeVisible();
  await expect(editor.canvas.getByText('Short', { exact: true })).toHaveCount(0);
  await expect(section).toContainText('This is version A, “As it is”.');
  await expectAccessibleInBoth(page, 'versions of a module', besidesCanvas);

  await section.getByRole('button', { name: 'Add a version' }).click();
  await section.getByRole('textbox', { name: 'What is different in version C' }).fill('None');
  await page.keyboard.press('Enter');
  await expect(section).toContainText('This is version C, “None”.');
  await expect(lines).toHaveCount(4);

  await section.getByRole('button', { name: 'Open the test' }).click();
  const row = dialog(page).getByRole('listitem', { name });
  await expect(row).toContainText('is not published with version B and version C yet.');
  await expect(row.getByRole('button', { name: `Start ${name}` })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(editor.saved).toContainText('Saved');
  await page.getByRole('button', { name: 'Publish …' }).click();
  await expect(page.getByRole('dialog', { name: 'Publish' })).toContainText(
    `The test “${name}” is planned: everybody sees the original until you start it.`,
  );
  await page.getByRole('button', { name: 'Publish now' }).click();
  await page.getByRole('button', { name: 'Done' }).click();

  await section.getByRole('button', { name: 'Open the test' }).click();
  await row.getByRole('button', { name: `Start ${name}` }).click();
  await row.getByRole('button', { name: 'Start the test' }).click();
  await expect(row.getByRole('table')).toContainText('Short');
  await expect(row).toContainText('visitors see A, B and C');
  await expect(row).toContainText('A and B: Too early to say: nobody has ordered yet.');
  await expectAccessibleInBoth(page, 'a test that runs', besidesCanvas);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await lines.nth(2).click();
  await page.keyboard.press('Delete');
  await expect(lines).toHaveCount(3);
  const gone = `Version C of “${name}” is gone. Visitors of C would see nothing here: put it back with Undo, or keep A.`;
  await expect(page.getByText(gone).filter({ visible: true }).first()).toBeVisible();
  await expect(editor.saved).toContainText('Saved');
  await page.getByRole('button', { name: 'Publish …' }).click();
  await expect(page.getByRole('list', { name: 'This must be put right first' })).toContainText(
    `Visitors of version C of “${name}” would see nothing here: this page has the original and version B of the test, but not version C.`,
  );
  await expect(page.getByRole('button', { name: 'Publish now' })).toBeDisabled();
  await page.getByRole('button', { name: 'Not yet' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(lines).toHaveCount(4);
  await expect(section).toContainText('This is version C, “None”.');
  const seen = new Set<string>();
  const lookAgain = async () => [...seen.add(titleIn(await shopperSees(page, path)))].sort();
  await expect.poll(lookAgain, { timeout: 60_000 }).toEqual(['A long headline', 'Short']);
  await section.getByRole('button', { name: 'Open the test' }).click();
  await expect(
    row
      .getByRole('row', { name: /^B Short/ })
      .getByRole('cell')
      .first(),
  ).not.toHaveText('0');
  await row.getByRole('button', { name: `End ${name}` }).click();
  await expect(row).toContainText('The figures do not say yet.');
  await row.getByRole('button', { name: 'B: Short' }).click();
  await expect(row).toContainText('It has ended: everybody sees B.');
  await expect(row).toContainText('B stays for everybody. Tidy its page with “Keep B”');
  expect(titleIn(await shopperSees(page, path))).toBe('Short');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);

  // The winner is shown at once, and opened anew the page is as everybody sees it.
  await expect(editor.canvas.getByText('Short', { exact: true })).toBeVisible();
  await editor.open(id);
  await expect(editor.canvas.getByText('Short', { exact: true })).toBeVisible();
  await editor.showPanel('Outline');
  await lines.nth(1).click();
  await expect(section.getByRole('button', { name: 'Keep B' })).toBeVisible();
  await expect(section.getByRole('button', { name: 'End the test on this page' })).toHaveCount(0);
  await section.getByRole('button', { name: 'Keep B' }).click();
  await expect(lines).toHaveCount(2);
  await expect(section).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(lines).toHaveCount(4);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(lines).toHaveCount(2);
  await publish(page);
});

test('[TESTING-14] a test that was made with its other version goes with it by undo, and comes back by redo', async ({
  page,
}) => {
  await signIn(page, marketer);
  const { editor, lines } = await openPage(page, ['A long headline', 'Something else']);
  const name = `Headline ${unique()}`;
  const isThere = async () => {
    const crowd = await (await page.request.get('/editor/api/crowd')).json();
    return crowd.experiments.some((each: { name: string }) => each.name === name);
  };
  await lines.nth(0).click();
  await page.getByRole('button', { name: 'Test another version …' }).click();
  await page.getByRole('textbox', { name: 'Name of the test' }).fill(name);
  await page.getByRole('textbox', { name: 'What is different in version B' }).fill('Short');
  await page.keyboard.press('Enter');
  await expect(lines).toHaveCount(3);
  await editor.ready();
  expect(await isThere()).toBe(true);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(lines).toHaveCount(2);
  await expect.poll(isThere).toBe(false);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(lines).toHaveCount(3);
  await expect.poll(isThere).toBe(true);
});
