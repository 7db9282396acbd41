import { besidesCanvas, expectAccessibleInBoth } from './accessible.ts';
import { linkMailedTo } from './account-mail.ts';
import { EditorPage, makePage, marketer, merchandiser, node, owner, signIn, words } from './editor-page.ts';
import { type Browser, expect, type Page, shopUrl, test } from './visitor.ts';

/** What people say about the page that is open, as a person finds their way in it. */
class Comments {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get rail() {
    return this.page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: /^Comments/ });
  }

  async show(): Promise<void> {
    if ((await this.rail.getAttribute('aria-pressed')) !== 'true') await this.rail.click();
    await expect(this.page.getByRole('heading', { name: 'Comments' })).toBeVisible();
  }

  async filter(name: 'Open' | 'For me' | 'Resolved'): Promise<void> {
    await this.page
      .getByRole('radiogroup', { name: 'Which comments' })
      .getByText(name, { exact: true })
      .click();
  }

  /** A thread by what it is about. */
  thread(about: string) {
    return this.page.getByRole('region', { name: `Thread on ${about}`, exact: true });
  }

  writing(about: string) {
    return this.page.getByRole('textbox', { name: `Comment on ${about}`, exact: true });
  }

  pin(words: string) {
    return this.page.getByRole('button', { name: words, exact: true });
  }

  /** Says something about what is selected, by keys alone. */
  async say(about: string, text: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Alt+m');
    await expect(this.writing(about)).toBeFocused();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('ControlOrMeta+Enter');
    await expect(this.thread(about).getByText(text)).toBeVisible();
  }
}

async function enter(browser: Browser, who: Parameters<typeof signIn>[1]): Promise<Page> {
  const context = await browser.newContext({ baseURL: shopUrl() });
  const page = await context.newPage();
  await signIn(page, who);
  return page;
}

const hero = () => node('hero', 'hero', { title: 'Grey mornings' });

test('[COMMENT-15] somebody who may only look talks on the page with its author, and each sees at once what the other says', async ({
  page,
  browser,
}) => {
  test.slow();
  await signIn(page);
  const { id } = await makePage(page, [hero(), words('one', 'One'), words('two', 'Two')]);
  const mara = new Comments(page);
  const editor = new EditorPage(page);
  await editor.open(id);
  const other = await enter(browser, merchandiser);
  const jonas = new Comments(other);
  const looking = new EditorPage(other);
  await looking.open(id);

  // Who may not change anything begins.
  await looking.canvas.getByText('Grey mornings').click();
  await jonas.say('Hero', 'Is this the winter picture?');
  await expect(mara.pin('1 open comment on Hero')).toBeVisible();
  await expect(mara.rail).toHaveAccessibleName('Comments, 1 open');
  await mara.pin('1 open comment on Hero').click();
  const hers = mara.thread('Hero');
  await expect(hers.getByRole('article', { name: `Comment by ${merchandiser.name}` })).toBeVisible();
  await expect(
    page.getByRole('button', { name: `More about the comment by ${merchandiser.name}` }),
  ).toHaveCount(0);

  await hers
    .getByRole('textbox', { name: 'Answer' })
    .fill('It is from <b>last</b> year: https://shop.example/winter.');
  await page.keyboard.press('ControlOrMeta+Enter');
  const his = jonas.thread('Hero');
  await expect(his.getByText('It is from <b>last</b> year')).toBeVisible();
  const link = his.getByRole('link', { name: 'https://shop.example/winter', exact: true });
  await expect(link).toHaveAttribute('rel', /noopener/);

  // The module moves, goes, and comes back; what is said about it stays with it.
  await editor.canvas.getByText('Two').click();
  await editor.canvas.getByText('Grey mornings').click();
  await editor.press('Alt+ArrowDown');
  await expect.poll(() => editor.texts()).toMatch(/One\s+Grey mornings/);
  await expect(mara.pin('1 open comment on Hero')).toBeVisible();
  await editor.press('Delete');
  await expect(other.getByRole('heading', { name: 'Of modules that are gone' })).toBeVisible();
  await expect(mara.pin('1 open comment on Hero')).toHaveCount(0);
  await editor.press('ControlOrMeta+z');
  await expect(other.getByRole('heading', { name: 'Of modules that are gone' })).toHaveCount(0);
  await expect(jonas.pin('1 open comment on Hero')).toBeVisible();

  // Her answer is edited, and deleted after all.
  await hers.getByRole('button', { name: `More about the comment by ${marketer.name}` }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const edit = hers.getByRole('textbox', { name: 'Edit the comment' });
  await expect(edit).toBeFocused();
  await edit.fill('It is this year’s.');
  await hers.getByRole('button', { name: 'Save' }).click();
  await expect(his.getByText('It is this year’s.')).toBeVisible();
  await expect(his.getByText('edited')).toBeVisible();

  // Whose first words go keeps what others answered.
  await his.getByRole('button', { name: `More about the comment by ${merchandiser.name}` }).click();
  await other.getByRole('menuitem', { name: 'Delete …' }).click();
  await expect(his.getByText('What others answered stays.')).toBeVisible();
  await his.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(hers.getByText('Deleted', { exact: true })).toBeVisible();
  await expect(hers.getByText('Is this the winter picture?')).toHaveCount(0);

  // Settled by who may only look, taken back, and settled.
  await his.getByRole('button', { name: 'Resolve' }).click();
  await expect(mara.pin('1 open comment on Hero')).toHaveCount(0);
  await other.getByRole('button', { name: 'Undo' }).last().click();
  await expect(mara.pin('1 open comment on Hero')).toBeVisible();
  await jonas.pin('1 open comment on Hero').click();
  await his.getByRole('button', { name: 'Resolve' }).click();
  await mara.filter('Resolved');
  await expect(hers.getByText(`Resolved by ${merchandiser.name}`)).toBeVisible();
  await other.context().close();
});

test('[COMMENT-16] people are mentioned and asked to see to something by keys; it waits on their start page and in their mail', async ({
  page,
  browser,
}) => {
  test.slow();
  await signIn(page);
  const { id, name } = await makePage(page, [hero(), words('one', 'One')]);
  const mara = new Comments(page);
  const editor = new EditorPage(page);
  await editor.open(id);
  await editor.canvas.getByText('Grey mornings').click();
  await page.keyboard.press('ControlOrMeta+Alt+m');
  await expect(mara.writing('Hero')).toBeFocused();

  await page.keyboard.type('Ask @');
  const offered = page.getByRole('listbox', { name: 'People to mention' });
  await expect(offered.getByRole('option')).toHaveCount(4);
  await page.keyboard.press('Escape');
  await expect(offered).toHaveCount(0);
  await page.keyboard.type('in');
  await expect(offered.getByRole('option', { selected: true })).toHaveText(owner.name);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('ing');
  await page.keyboard.press('Enter');
  await expect(mara.writing('Hero')).toHaveValue(`Ask @${owner.name} `);
  await page.keyboard.type(`about this on ${id}`);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(mara.thread('Hero').getByText(`@${owner.name}`)).toBeVisible();
  await mara.filter('For me');
  await expect(page.getByText('Nothing open mentions you')).toBeVisible();
  await mara.filter('Open');
  await page.getByRole('button', { name: 'New comment' }).click();
  await expect(mara.writing('Hero')).toBeFocused();
  await page.getByLabel('About', { exact: true }).selectOption({ label: 'The page' });
  await mara.writing('The page').fill('Who sees to the name?');
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await mara
    .thread('The page')
    .getByLabel('Who sees to it')
    .selectOption({ label: `For ${merchandiser.name}` });

  const ingrid = await enter(browser, owner);
  await ingrid.goto('/editor');
  const forHer = ingrid.getByRole('region', { name: 'For you' });
  await forHer.getByRole('link').filter({ hasText: name }).click();
  await expect(new Comments(ingrid).thread('Hero').getByText(`about this on ${id}`)).toBeVisible();
  await expect(
    ingrid.getByRole('complementary', { name: 'Settings' }).getByRole('heading', { name: 'Hero' }),
  ).toBeVisible();

  const jonas = await enter(browser, merchandiser);
  await jonas.goto('/editor');
  await expect(
    jonas.getByRole('region', { name: 'For you' }).getByText('Who sees to the name?'),
  ).toBeVisible();

  const path = await linkMailedTo(browser, owner.email, `${marketer.name} mentioned you on “${name}”`);
  expect(path).toMatch(new RegExp(`^/editor/${id}\\?comment=`));
  await ingrid.context().close();
  await jonas.context().close();
});

test('[COMMENT-17] what is typed is there after a reload; what cannot be sent stays with the reason, and is sent once', async ({
  page,
  context,
}) => {
  test.slow();
  await signIn(page);
  const { id } = await makePage(page, [hero()]);
  const mara = new Comments(page);
  const editor = new EditorPage(page);
  await editor.open(id);
  await editor.canvas.getByText('Grey mornings').click();
  await page.keyboard.press('ControlOrMeta+Alt+m');
  await expect(mara.writing('Hero')).toBeFocused();
  await page.keyboard.type('Half a thought');
  await page.reload();
  await editor.ready();
  await mara.show();
  await expect(mara.writing('Hero')).toHaveValue('Half a thought');

  await context.setOffline(true);
  await mara.writing('Hero').press('ControlOrMeta+Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Your words are kept here.' })).toBeVisible();
  await expect(mara.writing('Hero')).toHaveValue('Half a thought');
  await context.setOffline(false);

  // The answer is lost on its way, so it is not known whether the words arrived.
  await page.route(`**/editor/api/documents/${id}/comments`, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    // What is typed now would not be sent along.
    await expect(mara.writing('Hero')).not.toBeEditable();
    await route.fetch();
    await page.unroute(`**/editor/api/documents/${id}/comments`);
    await route.abort();
  });
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Your words are kept here.' })).toBeVisible();
  // And whoever goes on writing then has said what was written last.
  await mara.writing('Hero').fill('Half a thought, and the rest');
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect(mara.thread('Hero').getByText('Half a thought, and the rest')).toBeVisible();
  await expect(mara.writing('Hero')).toHaveCount(0);
  await expect(page.getByRole('article', { name: `Comment by ${marketer.name}` })).toHaveCount(1);

  await mara.thread('Hero').getByRole('textbox', { name: 'Answer' }).fill('And an answer');
  await page.goto(`/editor/${id}`);
  await editor.ready();
  await mara.pin('1 open comment on Hero').click();
  await expect(mara.thread('Hero').getByRole('textbox', { name: 'Answer' })).toHaveValue('And an answer');
});

test('[COMMENT-3] who edits a message that was edited in another window meanwhile is shown that first', async ({
  page,
  context,
}) => {
  test.slow();
  await signIn(page);
  const { id } = await makePage(page, [hero()]);
  const mara = new Comments(page);
  const editor = new EditorPage(page);
  await editor.open(id);
  await mara.show();
  await editor.canvas.getByText('Grey mornings').click();
  await mara.say('Hero', 'One');
  const other = await context.newPage();
  const beside = new Comments(other);
  await new EditorPage(other).open(id);
  await beside.show();
  const edit = async (where: Page, comments: Comments) => {
    const thread = comments.thread('Hero');
    await thread.getByRole('button', { name: `More about the comment by ${marketer.name}` }).click();
    await where.getByRole('menuitem', { name: 'Edit' }).click();
    return thread.getByRole('textbox', { name: 'Edit the comment' });
  };
  const here = await edit(page, mara);
  const there = await edit(other, beside);
  await there.fill('Two');
  await there.press('ControlOrMeta+Enter');
  await expect(beside.thread('Hero').getByText('edited')).toBeVisible();
  await expect(mara.thread('Hero').getByText('edited')).toBeVisible();

  await here.fill('Three');
  await here.press('ControlOrMeta+Enter');
  await expect(mara.thread('Hero').getByRole('alert')).toContainText('Look again');
  await expect(mara.thread('Hero').getByRole('paragraph').filter({ hasText: 'Two' })).toBeVisible();
  await expect(here).toHaveValue('Three');
  await expect(beside.thread('Hero').getByText('Two')).toBeVisible();
  await here.press('ControlOrMeta+Enter');
  await expect(beside.thread('Hero').getByText('Three')).toBeVisible();
});

test('[COMMENT-18] [COMMENT-24] words of a text are commented on and marked where they stand, and struck through once they are gone', async ({
  page,
}) => {
  await signIn(page);
  const { id } = await makePage(page, [words('one', 'The light is soft. The sea is quiet.'), hero()]);
  const mara = new Comments(page);
  const editor = new EditorPage(page);
  await editor.open(id);
  const text = editor.canvas.getByText('The light is soft.');
  await text.dblclick();
  await expect(editor.canvas.locator('[contenteditable=true]')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Home');
  for (let count = 0; count < 'The light'.length; count++) await page.keyboard.press('Shift+ArrowRight');
  await page.getByRole('toolbar').getByRole('button', { name: 'Comment' }).click();
  await expect(mara.writing('Text, Text, “The light”')).toBeFocused();
  await page.keyboard.type('Which one?');
  await page.keyboard.press('ControlOrMeta+Enter');
  const thread = mara.thread('Text, Text, “The light”');
  await expect(thread.locator('q')).toHaveText('The light');
  const marks = page.getByTestId('commented-words');
  await expect(marks).toHaveCount(1);

  // A plain text, from its field.
  await editor.canvas.getByText('Grey mornings').dblclick();
  await expect(editor.canvas.locator('[contenteditable]').filter({ hasText: 'Grey' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Home');
  for (let count = 0; count < 'Grey'.length; count++) await page.keyboard.press('Shift+ArrowRight');
  await mara.say('Hero, Title, “Grey”', 'Or blue?');
  await expect(mara.thread('Hero, Title, “Grey”').locator('q')).toHaveText('Grey');
  await expect(marks).toHaveCount(2);
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Mornings');
  await mara.filter('For me');
  await mara.filter('Open');
  await expect(mara.thread('Hero, Title, “Grey”').locator('s')).toHaveText('Grey');
  await expect(thread.locator('q')).toHaveText('The light');

  // What is marked are those words, and pressing them leads to what was said.
  await expect(marks).toHaveCount(1);
  await mara.rail.click();
  await expect(page.getByRole('heading', { name: 'Comments' })).toHaveCount(0);
  const [mark, line] = [await marks.boundingBox(), await text.boundingBox()];
  expect(Math.abs(mark!.x - line!.x)).toBeLessThan(3);
  expect(mark!.width).toBeLessThan(line!.width / 3);
  await page.mouse.click(mark!.x + mark!.width / 2, mark!.y + mark!.height / 2);
  await expect(thread.getByText('Which one?')).toBeVisible();
  await expect(marks).toHaveAttribute('data-chosen', 'true');
});

test('[COMMENT-19] what is open is told before publishing and holds nothing up; pins can be hidden; a link opens a thread', async ({
  page,
}) => {
  await signIn(page);
  const { id } = await makePage(page, [hero()]);
  const mara = new Comments(page);
  const editor = new EditorPage(page);
  await editor.open(id);
  await editor.canvas.getByText('Grey mornings').click();
  await mara.say('Hero', 'Before it goes live?');
  await expect(editor.saved).toContainText('Saved');
  await mara.rail.click();
  await page.getByRole('button', { name: 'Publish …' }).click();
  await expect(page.getByRole('button', { name: 'Publish now' })).toBeEnabled();
  await page.getByRole('dialog').getByRole('button', { name: '1 open comment' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(mara.thread('Hero')).toBeVisible();

  await page.getByRole('button', { name: 'Show comments on the page' }).click();
  await expect(mara.pin('1 open comment on Hero')).toHaveCount(0);
  await page.reload();
  await editor.ready();
  await expect(mara.rail).toHaveAccessibleName('Comments, 1 open');
  await expect(mara.pin('1 open comment on Hero')).toHaveCount(0);
  await mara.show();
  await page.getByRole('button', { name: 'Show comments on the page' }).click();
  await expect(mara.pin('1 open comment on Hero')).toBeVisible();

  const { threads } = await (await page.request.get(`/editor/api/documents/${id}/comments`)).json();
  await mara.pin('1 open comment on Hero').click();
  await mara.thread('Hero').getByRole('button', { name: 'Resolve' }).click();
  await expect(page.getByText('Resolved.')).toBeVisible();
  await page.goto(`/editor/${id}?comment=${threads[0].id}`);
  await editor.ready();
  await expect(mara.thread('Hero').getByText('Before it goes live?')).toBeVisible();
  await expect(mara.thread('Hero').getByRole('button', { name: 'Reopen' })).toBeVisible();
});

test('[COMMENT-21] everything is done by keys alone, and the caret is never lost', async ({ page }) => {
  await signIn(page);
  const { id } = await makePage(page, [hero(), words('one', 'One')]);
  const mara = new Comments(page);
  const editor = new EditorPage(page);
  await editor.open(id);
  const focused = () => page.locator(':focus');
  await page.keyboard.press('ArrowDown');
  await mara.say('Hero', 'First.');
  await expect(focused()).toHaveAccessibleName('Answer');
  await page.keyboard.type('Second.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(mara.thread('Hero').getByText('Second.')).toBeVisible();
  await expect(focused()).toHaveValue('');
  await page.keyboard.press('Tab');
  await expect(focused()).toHaveAccessibleName('Resolve');
  await page.keyboard.press('Enter');
  await expect(focused()).toHaveAccessibleName('Undo');
  await page.keyboard.press('Enter');
  await expect(mara.pin('1 open comment on Hero')).toBeVisible();

  await mara.thread('Hero').getByRole('button', { name: '1 answer: thread on Hero' }).focus();
  await page.keyboard.press('Enter');
  await expect(focused()).toHaveAccessibleName('Answer');
  await page.keyboard.type('Half a th');
  await page
    .getByRole('button', { name: `More about the comment by ${marketer.name}` })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Delete …' }).press('Enter');
  await expect(focused()).toHaveAccessibleName('Keep');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(mara.thread('Hero')).toHaveCount(0);
  await expect(focused()).toHaveAccessibleName('New comment');
});

test('[COMMENT-13] who writes an answer keeps the caret when somebody else takes the module away', async ({
  page,
  browser,
}) => {
  await signIn(page);
  const { id } = await makePage(page, [hero(), words('one', 'One')]);
  const mara = new Comments(page);
  const editor = new EditorPage(page);
  await editor.open(id);
  await editor.canvas.getByText('Grey mornings').click();
  await mara.say('Hero', 'First.');
  const answer = mara.thread('Hero').getByRole('textbox', { name: 'Answer' });
  await answer.pressSequentially('Half a ');
  const other = await enter(browser, owner);
  const looking = new EditorPage(other);
  await looking.open(id);
  await looking.canvas.getByText('Grey mornings').click();
  await looking.press('Delete');
  await expect(page.getByRole('heading', { name: 'Of modules that are gone' })).toBeVisible();
  await page.keyboard.type('thought');
  await expect(page.getByRole('textbox', { name: 'Answer' })).toHaveValue('Half a thought');
  await looking.press('ControlOrMeta+z');
  await expect(page.getByRole('heading', { name: 'Of modules that are gone' })).toHaveCount(0);
  await page.keyboard.type(', kept');
  await expect(answer).toHaveValue('Half a thought, kept');
  await other.context().close();
});

test('what cannot be fetched says so, with another try', async ({ page }) => {
  await signIn(page);
  const { id } = await makePage(page, [hero()]);
  const mara = new Comments(page);
  await page.route(`**/editor/api/documents/${id}/comments?*`, (route) =>
    route.fulfill({ status: 500, json: {} }),
  );
  await new EditorPage(page).open(id);
  await mara.show();
  const alert = page.getByRole('alert').filter({ hasText: 'Comments could not be fetched' });
  await expect(alert).toBeVisible();
  await page.unroute(`**/editor/api/documents/${id}/comments?*`);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Nobody has said anything here yet.')).toBeVisible();
  await expect(alert).toHaveCount(0);
});

test('[COMMENT-20] comments have no serious finding', async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page);
  const { id } = await makePage(page, [hero(), words('one', 'One')]);
  const mara = new Comments(page);
  const editor = new EditorPage(page);
  await editor.open(id);
  const look = (state: string) => expectAccessibleInBoth(page, state, besidesCanvas);
  await mara.show();
  await expect(page.getByText('Nobody has said anything here yet.')).toBeVisible();
  await look('nothing said');
  await editor.canvas.getByText('Grey mornings').click();
  await page.keyboard.press('ControlOrMeta+Alt+m');
  await expect(mara.writing('Hero')).toBeFocused();
  await page.keyboard.type('See https://shop.example, @');
  await expect(page.getByRole('listbox', { name: 'People to mention' })).toBeVisible();
  await look('people offered');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(mara.thread('Hero')).toBeVisible();
  await look('a thread');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: `More about the comment by ${marketer.name}` }).click();
  await page.getByRole('menuitem', { name: 'Delete …' }).click();
  await expect(page.getByRole('button', { name: 'Keep' })).toBeFocused();
  await look('about to be deleted');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Resolve' }).click();
  await expect(page.getByRole('button', { name: 'Undo' }).last()).toBeFocused();
  await look('resolved');
  await mara.filter('Resolved');
  await expect(mara.thread('Hero')).toBeVisible();
  await look('what is resolved');
});
