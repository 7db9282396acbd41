import { commands } from '@vitrine/editor/testing';
import { EditorPage, makePage, node, signIn, words } from './editor-page.ts';
import { expect, type Locator, type Page, sameOrigin, test } from './visitor.ts';

/** Sizes to look at the page in, a command each: `zoom.50`. */
const zooms = commands.map(({ id }) => id).filter((id) => /^zoom\.\d+$/.test(id));

/** What each test of this file does by command; a test fails when it does others. */
const here = {
  arranging: [
    'undo',
    'redo',
    'move.up',
    'move.down',
    'move.into',
    'move.out',
    'wrap.section',
    'wrap.columns',
    'duplicate',
    'delete',
    'hide',
    'lock',
    'rename',
  ],
  choosing: [
    'select.parent',
    'select.next',
    'select.previous',
    'select.all',
    'page-settings',
    'panel.outline',
    'wrap.section',
    'move.up',
    'delete',
    'hide',
    'undo',
    'redo',
  ],
  talking: ['comment'],
  keeping: ['copy', 'cut', 'paste', 'save-preset', 'undo'],
  looking: [
    'view.phone',
    'view.tablet',
    'view.desktop',
    'view.full',
    'zoom.in',
    'zoom.out',
    'zoom.fit',
    ...zooms,
    'panel.add',
    'panel.outline',
    'panel.pages',
    'panel.history',
    'panel.styles',
    'panel.checks',
    'panel.comments',
    'media',
    'commands',
    'shortcuts',
    'next-locale',
    'preview',
  ],
  others: ['preview-as', 'preview-as.normal'],
  testing: ['audiences', 'tests', 'test-version', 'undo'],
  pages: [
    'ask-for-review',
    'publish',
    'unpublish',
    'releases',
    'preview-link',
    'translate',
    'keep-version',
    'new-page',
    'new-page-below',
    'new-fragment',
    'duplicate-page',
    'save-page-file',
    'all-pages',
    'trash',
  ],
  fragments: ['fragment.make', 'fragment.edit', 'fragment.apart', 'fragment.new-page', 'fragment.where-used'],
};

/** Does what commands stand for: by their keys where they have some, else from the command palette. */
class Doing {
  readonly #page: Page;
  readonly #done = new Set<string>();

  constructor(page: Page) {
    this.#page = page;
  }

  /** @param way Other keys of the same command, or `palette`. */
  async run(id: string, way?: string): Promise<void> {
    const command = commands.find((each) => each.id === id);
    if (!command) throw new Error(`The registry has no command "${id}".`);
    this.#done.add(id);
    const keys = way === 'palette' ? undefined : (way ?? command.keys?.[0]);
    if (keys === undefined) await this.#choose(id, command.title);
    else await this.#page.keyboard.press(keys.length === 1 ? keys.toLowerCase() : pressed(keys));
  }

  /** Everything that was done, and nothing else, is what the test says it does. */
  expectAll(ids: readonly string[]): void {
    expect([...this.#done].sort()).toEqual([...new Set(ids)].sort());
  }

  async #choose(id: string, title: string): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+k');
    const field = this.#page.getByRole('combobox', { name: 'Search commands' });
    await expect(field).toBeFocused();
    await this.#page.keyboard.type(title);
    await expect(field).toHaveAttribute('aria-activedescendant', `vt-command-${id}`);
    await this.#page.keyboard.press('Enter');
    await expect(field).toHaveCount(0);
  }
}

const pressed = (keys: string) => keys.replace('Mod', 'ControlOrMeta');

const named = (name: string, body = name) => ({ ...words(name.toLowerCase(), body), name });

/** The outline as a person reads it: deeper lines further in, what is hidden, locked and selected said behind the name. */
async function outlineOf(page: Page): Promise<string[]> {
  return await page
    .getByRole('tree', { name: 'Modules of the page' })
    .getByRole('treeitem')
    .evaluateAll((items) =>
      items
        .map((item) => ({ item, top: item.getBoundingClientRect().top }))
        .sort((one, other) => one.top - other.top)
        .map(({ item }) => {
          const name = item.getAttribute('aria-label') ?? '';
          const isLocked = item.querySelector(`button[aria-label="Unlock ${name}"]`) !== null;
          const depth = Number(item.getAttribute('aria-level')) - 1;
          return `${'>'.repeat(depth)}${name}${item.hasAttribute('data-hidden') ? ' hidden' : ''}${isLocked ? ' locked' : ''}`;
        }),
    );
}

async function selectedIn(page: Page): Promise<string[]> {
  return await page
    .getByRole('tree', { name: 'Modules of the page' })
    .getByRole('treeitem', { selected: true })
    .evaluateAll((items) => items.map((item) => item.getAttribute('aria-label') ?? ''));
}

const notice = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

test('modules are arranged, renamed, hidden, locked and removed, each step undone and done again', async ({
  page,
}) => {
  test.slow();
  await signIn(page);
  const { id } = await makePage(page, [
    named('One'),
    { ...node('band', 'section', {}, { content: [named('Two')] }), name: 'Band' },
    named('Three'),
  ]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await editor.showPanel('Outline');
  const does = new Doing(page);
  const line = (name: string) => editor.outline.getByRole('treeitem', { name, exact: true });
  const outline = () => outlineOf(page);
  const start = ['One', 'Band', '>Two', 'Three'];
  await expect.poll(outline).toEqual(start);

  /** Does it to one module of the page as it was first, looks, takes it back, does it again, and takes it back. */
  async function there(name: string, command: string, after: readonly string[], way?: string): Promise<void> {
    await line(name).click();
    await does.run(command, way);
    await expect.poll(outline, command).toEqual(after);
    await does.run('undo');
    await expect.poll(outline, `${command} undone`).toEqual(start);
    await does.run('redo');
    await expect.poll(outline, `${command} done again`).toEqual(after);
    await does.run('undo');
    await expect.poll(outline, `${command} undone again`).toEqual(start);
  }

  await there('Three', 'move.up', ['One', 'Three', 'Band', '>Two']);
  await there('Two', 'move.up', ['One', 'Two', 'Band', 'Three']);
  await there('One', 'move.down', ['Band', '>Two', 'One', 'Three']);
  await there('One', 'move.into', ['Band', '>Two', '>One', 'Three']);
  await there('Three', 'move.into', ['One', 'Band', '>Two', '>Three']);
  await there('Two', 'move.out', ['One', 'Band', 'Two', 'Three']);
  await there('Three', 'wrap.section', ['One', 'Band', '>Two', 'Section', '>Three']);
  await there('Three', 'wrap.columns', ['One', 'Band', '>Two', 'Columns', '>>Three']);
  await there('Two', 'duplicate', ['One', 'Band', '>Two', '>Two', 'Three']);
  await there('Band', 'duplicate', ['One', 'Band', '>Two', 'Band', '>Two', 'Three']);
  await there('Band', 'delete', ['One', 'Three']);
  await there('Two', 'delete', ['One', 'Band', 'Three'], 'Backspace');
  await there('Three', 'hide', ['One', 'Band', '>Two', 'Three hidden']);
  await there('Band', 'lock', ['One', 'Band locked', '>Two', 'Three']);

  // The second keys of redo.
  await line('One').click();
  await does.run('delete');
  await does.run('undo');
  await does.run('redo', 'Mod+y');
  await expect.poll(outline).toEqual(['Band', '>Two', 'Three']);
  await does.run('undo');

  // What a name is, shoppers never see.
  await does.run('rename');
  await page.getByLabel('New name of One').fill('The first');
  await page.keyboard.press('Enter');
  await expect.poll(outline).toEqual(['The first', 'Band', '>Two', 'Three']);
  await does.run('undo');
  await expect.poll(outline).toEqual(start);
  await does.run('redo');
  await expect.poll(outline).toEqual(['The first', 'Band', '>Two', 'Three']);
  await does.run('undo');
  await expect.poll(outline).toEqual(start);

  // Escape leaves the name as it was.
  await does.run('rename');
  await page.keyboard.type('Never mind');
  await page.keyboard.press('Escape');
  await expect(page.getByLabel(/^New name of/)).toHaveCount(0);
  await expect.poll(outline).toEqual(start);

  // What is locked neither goes nor takes anything in.
  await line('Band').click();
  await does.run('lock');
  await does.run('delete');
  await does.run('move.up');
  await line('One').click();
  await does.run('move.into');
  await expect(notice(page, 'There is no module beside it that it fits into.')).toBeAttached();
  await expect.poll(outline).toEqual(['One', 'Band locked', '>Two', 'Three']);
  await line('Band').click();
  await does.run('lock');
  await expect.poll(outline).toEqual(start);

  // By pointer on the canvas: into a slot, and out of it again.
  await drag(
    page,
    editor.canvas.getByText('Three', { exact: true }),
    editor.canvas.getByText('Two', { exact: true }),
  );
  await expect.poll(outline).toEqual(['One', 'Band', '>Two', '>Three']);
  await does.run('undo');
  await drag(
    page,
    editor.canvas.getByText('Two', { exact: true }),
    editor.canvas.getByText('One', { exact: true }),
  );
  await expect.poll(outline).toEqual(['One', 'Two', 'Band', 'Three']);
  await does.run('undo');
  await expect.poll(outline).toEqual(start);

  // The server has what the window shows.
  await line('Three').click();
  await does.run('wrap.section');
  await does.run('hide');
  await expect(editor.saved).toContainText('Saved');
  await expect
    .poll(() => documentOf(page, id))
    .toMatchObject({
      nodes: [
        { name: 'One' },
        { name: 'Band', slots: { content: [{ name: 'Two' }] } },
        { type: 'section', hidden: true, slots: { content: [{ name: 'Three' }] } },
      ],
    });
  does.expectAll(here.arranging);
});

test('a module is put only where it fits, also by wrapping and duplicating', async ({ page }) => {
  await signIn(page);
  const { id } = await makePage(page, [node('hero', 'hero', { title: 'Too large for a column' })]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await editor.showPanel('Outline');
  const does = new Doing(page);
  await editor.canvas.getByText('Too large for a column').click();
  await does.run('wrap.columns');
  await expect(notice(page, 'Hero does not fit into “First column” of Columns')).toBeAttached();
  await expect.poll(() => outlineOf(page)).toEqual(['Hero']);
  await does.run('wrap.section');
  await expect.poll(() => outlineOf(page)).toEqual(['Section', '>Hero']);

  const header = node('header', 'header', {}, { search: [node('box', 'search-box', {})] });
  const frame = await makePage(page, [header], { kind: 'fragment', name: `Frame ${id}` });
  await editor.open(frame.id);
  await editor.showPanel('Outline');
  const lines = ['Header', '>>Search box'];
  await expect.poll(() => outlineOf(page)).toEqual(lines);
  await editor.outline.getByRole('treeitem', { name: 'Search box' }).click();
  await does.run('duplicate');
  await expect(notice(page, '“Search” of Header takes at most 1.')).toBeAttached();
  await expect.poll(() => outlineOf(page)).toEqual(lines);
});

test('several modules are chosen by keys and by pointer, changed together and removed together', async ({
  page,
}) => {
  await signIn(page);
  const { id } = await makePage(page, [
    named('One'),
    { ...node('band', 'section', {}, { content: [named('Two'), named('Three')] }), name: 'Band' },
    named('Four'),
  ]);
  const editor = new EditorPage(page);
  await editor.open(id);
  const does = new Doing(page);
  await does.run('panel.outline');
  const line = (name: string) => editor.outline.getByRole('treeitem', { name, exact: true });
  const selected = () => selectedIn(page);
  const outline = () => outlineOf(page);
  const settings = page.getByRole('complementary', { name: 'Settings' });

  await does.run('select.next');
  await expect.poll(selected).toEqual(['One']);
  await does.run('select.next');
  await does.run('select.next');
  await expect.poll(selected).toEqual(['Two']);
  await does.run('select.previous');
  await expect.poll(selected).toEqual(['Band']);
  await does.run('select.next');
  await does.run('select.all');
  await expect.poll(selected).toEqual(['Two', 'Three']);
  await does.run('select.parent');
  await expect.poll(selected).toEqual(['Band']);
  await does.run('select.parent');
  await expect.poll(selected).toEqual([]);
  await does.run('select.all');
  await expect.poll(selected).toEqual(['One', 'Band', 'Four']);
  await does.run('page-settings');
  await expect.poll(selected).toEqual([]);
  await expect(settings.getByRole('textbox', { name: 'Address (English)' })).toBeVisible();

  // On the canvas and in the outline, into one selection; a second Ctrl+click takes one out.
  await editor.canvas.getByText('One', { exact: true }).click();
  await editor.canvas.getByText('Three', { exact: true }).click({ modifiers: ['ControlOrMeta'] });
  await line('Four').click({ modifiers: ['ControlOrMeta'] });
  await line('Two').click({ modifiers: ['ControlOrMeta'] });
  await expect.poll(selected).toEqual(['One', 'Two', 'Three', 'Four']);
  await editor.canvas.getByText('Two', { exact: true }).click({ modifiers: ['ControlOrMeta'] });
  await expect.poll(selected).toEqual(['One', 'Three', 'Four']);

  // One setting of all three, one step of undo.
  const sizes = async () => {
    const { nodes } = await documentOf(page, id);
    const inside = nodes.flatMap((each) => [each, ...(each.slots?.content ?? [])]);
    return inside.filter(({ type }) => type === 'rich-text').map(({ props }) => props.size ?? 'text');
  };
  await choose(settings, 'Size', 'Large');
  await expect.poll(sizes).toEqual(['lead', 'text', 'lead', 'lead']);
  await does.run('undo');
  await expect.poll(sizes).toEqual(['text', 'text', 'text', 'text']);
  await does.run('redo');
  await expect.poll(sizes).toEqual(['lead', 'text', 'lead', 'lead']);

  await does.run('hide');
  await expect.poll(outline).toEqual(['One hidden', 'Band', '>Two', '>Three hidden', 'Four hidden']);
  await does.run('undo');
  await expect.poll(outline).toEqual(['One', 'Band', '>Two', '>Three', 'Four']);
  await expect.poll(selected).toEqual(['One', 'Three', 'Four']);

  await does.run('delete');
  await expect.poll(outline).toEqual(['Band', '>Two']);
  await does.run('undo');
  await expect.poll(outline).toEqual(['One', 'Band', '>Two', '>Three', 'Four']);
  await expect.poll(selected).toEqual(['One', 'Three', 'Four']);
  await does.run('redo');
  await expect.poll(outline).toEqual(['Band', '>Two']);
  await does.run('undo');

  // From different places into one, and side by side out of one.
  await does.run('wrap.section');
  await expect.poll(outline).toEqual(['Section', '>One', '>Three', '>Four', 'Band', '>Two']);
  await does.run('undo');
  await expect.poll(outline).toEqual(['One', 'Band', '>Two', '>Three', 'Four']);
  await line('Two').click();
  await does.run('select.all');
  await does.run('move.up');
  await expect.poll(outline).toEqual(['One', 'Two', 'Three', 'Band', 'Four']);
  await does.run('undo');
  await expect.poll(outline).toEqual(['One', 'Band', '>Two', '>Three', 'Four']);

  // A click on one of several means that one from now on.
  await does.run('select.all');
  await expect.poll(selected).toEqual(['Two', 'Three']);
  await editor.canvas.getByText('Three', { exact: true }).click();
  await expect.poll(selected).toEqual(['Three']);
  await expect(editor.canvas.locator('[contenteditable=true]')).toHaveCount(0);
  does.expectAll(here.choosing);
});

test('modules are copied, cut and pasted by keys and from the palette, here and in another tab, and kept', async ({
  page,
  context,
}) => {
  test.slow();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page);
  const { id } = await makePage(page, [named('One'), named('Two'), named('Three')]);
  const second = await makePage(page, [named('There')]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await editor.showPanel('Outline');
  const does = new Doing(page);
  const line = (name: string) => editor.outline.getByRole('treeitem', { name, exact: true });
  const outline = () => outlineOf(page);

  await editor.canvas.getByText('One', { exact: true }).click();
  await does.run('copy');
  await editor.canvas.getByText('Two', { exact: true }).click();
  await does.run('paste');
  await expect.poll(outline).toEqual(['One', 'Two', 'One', 'Three']);
  await does.run('undo');
  await expect.poll(outline).toEqual(['One', 'Two', 'Three']);

  // Two at once, from the outline.
  await line('One').click();
  await line('Three').click({ modifiers: ['ControlOrMeta'] });
  await does.run('cut');
  await expect.poll(outline).toEqual(['Two']);
  await does.run('paste');
  await expect.poll(outline).toEqual(['Two', 'One', 'Three']);

  // From the palette.
  await line('Two').click();
  await does.run('copy', 'palette');
  await line('Three').click();
  await does.run('paste', 'palette');
  await expect.poll(outline).toEqual(['Two', 'One', 'Three', 'Two']);
  await does.run('cut', 'palette');
  await expect.poll(outline).toEqual(['Two', 'One', 'Three']);

  const tab = await context.newPage();
  const other = new EditorPage(tab);
  await other.open(second.id);
  await other.showPanel('Outline');
  await other.canvas.getByText('There', { exact: true }).click();
  const doesThere = new Doing(tab);
  await doesThere.run('paste');
  await expect.poll(() => outlineOf(tab)).toEqual(['There', 'Two']);
  await page.bringToFront();
  await line('One').click();
  await does.run('cut');
  await expect.poll(outline).toEqual(['Two', 'Three']);
  await tab.bringToFront();
  await doesThere.run('paste', 'palette');
  await expect.poll(() => outlineOf(tab)).toEqual(['There', 'Two', 'One']);
  await tab.close();

  await page.bringToFront();
  await line('Two').click();
  await does.run('save-preset');
  const name = `Kept ${id}`;
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Search modules' }).fill(name);
  await page.getByRole('button', { name: new RegExp(`: ${name}`) }).click();
  await expect(editor.canvas.getByText('Two', { exact: true })).toHaveCount(2);
  does.expectAll(here.keeping);
});

test('a cut that the browser does not allow removes nothing', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException('No', 'NotAllowedError'));
  });
  await signIn(page);
  const { id } = await makePage(page, [named('One')]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await editor.showPanel('Outline');
  await editor.canvas.getByText('One', { exact: true }).click();
  await new Doing(page).run('cut', 'palette');
  await expect(notice(page, 'The browser did not allow copying.')).toBeAttached();
  expect(await outlineOf(page)).toEqual(['One']);
});

test('the page is looked at in every width, size and language, and every panel and list opens by its keys', async ({
  page,
  context,
}) => {
  test.slow();
  await signIn(page);
  const { id } = await makePage(page, [node('hero', 'hero', { title: 'Look', 'title@de': 'Schau' })]);
  const editor = new EditorPage(page);
  await editor.open(id);
  const does = new Doing(page);
  const frame = page.locator('iframe[title="The page"]');
  const inside = () => editor.canvas.locator('html').evaluate(() => window.innerWidth);
  const scale = async () => Math.round(((await frame.boundingBox())!.width / (await inside())) * 100) / 100;

  await does.run('view.phone');
  await expect.poll(inside).toBe(390);
  await expect.poll(scale).toBe(1);
  await does.run('zoom.in');
  await expect.poll(scale).toBe(1.25);
  await does.run('zoom.out');
  await expect.poll(scale).toBe(1);
  await does.run('zoom.out');
  await expect.poll(scale).toBeLessThan(1);
  for (const id of zooms) {
    await does.run(id);
    await expect.poll(scale, id).toBe(Number(id.split('.')[1]) / 100);
  }
  await does.run('zoom.fit');
  await expect.poll(scale).toBe(1);
  await does.run('view.tablet');
  await expect.poll(inside).toBe(768);
  await does.run('view.desktop');
  await expect.poll(inside).toBe(1280);
  await does.run('view.full');
  await expect
    .poll(inside)
    .toBe(Math.floor((await page.getByRole('main', { name: 'Page' }).boundingBox())!.width));

  const panels = page.getByRole('navigation', { name: 'Panels' });
  const open = () =>
    panels.locator('[aria-pressed="true"]').evaluateAll((all) => all.map((each) => each.ariaLabel));
  await expect.poll(open).toEqual(['Add modules']);
  await does.run('panel.add');
  await expect.poll(open).toEqual([]);
  await does.run('panel.add');
  await expect(page.getByRole('textbox', { name: 'Search modules' })).toBeVisible();
  await does.run('panel.outline');
  await expect(editor.outline).toBeVisible();
  await does.run('panel.pages');
  await expect(page.getByRole('tree', { name: 'Pages' })).toBeVisible();
  await does.run('panel.history');
  await expect(page.getByRole('button', { name: 'Keep this version' })).toBeVisible();
  await does.run('panel.checks');
  await expect(page.getByRole('heading', { name: 'Checks' })).toBeVisible();
  await does.run('panel.comments');
  await expect(page.getByRole('heading', { name: 'Comments' })).toBeVisible();
  await does.run('panel.styles');
  await expect(page.getByRole('heading', { name: 'Styles' })).toBeVisible();
  await does.run('panel.styles');
  await expect.poll(open).toEqual([]);

  await does.run('shortcuts');
  const dialog = page.getByRole('dialog');
  for (const { title } of commands.filter(({ keys }) => keys))
    await expect(dialog.getByRole('cell', { name: title, exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await does.run('commands');
  await expect(page.getByRole('combobox', { name: 'Search commands' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await does.run('media');
  await expect(page.getByRole('dialog', { name: 'Media library' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await does.run('next-locale');
  await editor.ready();
  await expect(editor.canvas.getByRole('heading', { level: 1 })).toHaveText('Schau');
  await expect(page.getByRole('combobox', { name: 'Language' })).toHaveValue('de');
  const opened = context.waitForEvent('page');
  await does.run('preview');
  await expect((await opened).getByRole('heading', { level: 1 })).toHaveText('Schau');
  await page.bringToFront();
  await does.run('next-locale');
  await editor.ready();
  await expect(editor.canvas.getByRole('heading', { level: 1 })).toHaveText('Look');
  does.expectAll(here.looking);
});

test('the page is looked at as it will be, and as it is now again', async ({ page }) => {
  await signIn(page);
  const { id } = await makePage(page, [named('One')]);
  const editor = new EditorPage(page);
  await editor.open(id);
  const does = new Doing(page);
  const frame = page.locator('iframe[title="The page"]');
  const panel = page.getByRole('dialog', { name: 'Preview as' });
  await does.run('preview-as');
  await panel.getByLabel('As it will be at').fill('2031-03-05T09:00');
  await expect(frame).toHaveAttribute('src', /_at=2031-03-05T09/);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await editor.ready();
  await does.run('preview-as.normal');
  await expect(frame).not.toHaveAttribute('src', /_at=/);
  does.expectAll(here.others);
});

test('visitors are told apart and versions are tested by commands alone', async ({ page }) => {
  await signIn(page);
  const { id } = await makePage(page, [named('One')]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await editor.showPanel('Outline');
  const does = new Doing(page);
  const dialog = page.getByRole('dialog');
  await does.run('audiences');
  await expect(dialog.getByRole('region', { name: 'Audiences' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await editor.outline.getByRole('treeitem', { name: 'One', exact: true }).click();
  await does.run('test-version');
  const difference = dialog.getByRole('textbox', { name: 'What is different in version B' });
  await expect(difference).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Say in a word or two what you will change.')).toBeVisible();
  await page.keyboard.type('Shorter');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => outlineOf(page)).toEqual(['One hidden', 'One']);
  await does.run('test-version');
  await expect(notice(page, 'It is under test already.')).toBeAttached();
  await does.run('tests');
  await expect(dialog.getByRole('region', { name: 'Tests' })).toContainText('Shorter');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await does.run('undo');
  await expect.poll(() => outlineOf(page)).toEqual(['One']);
  does.expectAll(here.testing);
});

test('a page lives from its first words to the trash by commands alone', async ({ page, context }) => {
  test.slow();
  await signIn(page);
  const { id, path, name } = await makePage(page, [named('One', 'First words')]);
  const editor = new EditorPage(page);
  await editor.open(id);
  const does = new Doing(page);
  const dialog = page.getByRole('dialog');
  const shopper = await context.browser()!.newContext({ baseURL: new URL(page.url()).origin });
  const status = async (address: string) => (await shopper.request.get(address)).status();

  await does.run('keep-version');
  await expect(page.getByRole('textbox', { name: 'Name of this version' })).toBeFocused();
  await page.keyboard.type('The beginning');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^The beginning/ })).toBeVisible();

  await does.run('preview-link');
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = await page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
  expect(await (await shopper.request.get(link)).text()).toContain('First words');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await does.run('translate');
  await expect(dialog.getByText('From English into German')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  // Who may publish asks somebody else to look.
  await does.run('ask-for-review');
  await dialog.getByRole('button', { name: 'Ask for review' }).click();
  await expect(page.getByRole('region', { name: 'Review' })).toContainText('asked by you');

  expect(await status(path)).toBe(404);
  await does.run('publish');
  await page.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByText('It is live')).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await status(path)).toBe(200);
  await does.run('releases');
  await expect(dialog.getByRole('region', { name: 'Planned' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await does.run('unpublish');
  await dialog.getByRole('button', { name: 'Take offline', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => status(path)).toBe(410);
  await shopper.close();

  await does.run('new-fragment');
  await dialog.getByRole('textbox', { name: 'Name' }).fill(`Piece ${id}`);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Fragment', { exact: true }).first()).toBeVisible();
  await page.goBack();
  await editor.ready();

  await does.run('duplicate-page');
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue(`${name} – copy`);
  await dialog.getByRole('button', { name: 'Make the page' }).click();
  await expect(page).not.toHaveURL(new RegExp(`/${id}$`));
  await editor.ready();
  await expect(editor.canvas.getByText('First words')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`/${id}$`));
  await editor.ready();

  const saved = page.waitForEvent('download');
  await does.run('save-page-file');
  expect((await saved).suggestedFilename()).toBe(`${id}.page.json`);

  await does.run('new-page-below');
  await expect(dialog.getByRole('combobox', { name: 'Parent page' })).toHaveValue(name);
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Below');
  await expect(dialog.getByRole('textbox', { name: 'Address (English)' })).toHaveValue(
    new RegExp(`^${path}/below`),
  );
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await does.run('new-page');
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type(`Made by keys ${id}`);
  await page.keyboard.press('Enter');
  await expect(
    page
      .getByText('The page is empty')
      .or(page.getByText('Page', { exact: true }))
      .first(),
  ).toBeVisible();
  await expect(page).not.toHaveURL(new RegExp(`/${id}$`));
  await editor.ready();

  await does.run('trash');
  await dialog.getByRole('button', { name: 'Move to the trash' }).click();
  await expect(page).toHaveURL(/\/editor$/);
  await expect(page.getByRole('treeitem', { name: new RegExp(`^Made by keys ${id}`) })).toHaveCount(0);
  await editor.open(id);
  await does.run('all-pages');
  await expect(page).toHaveURL(/\/editor$/);
  await expect(page.getByRole('treeitem', { name: new RegExp(`^${name},`) })).toBeVisible();
  does.expectAll(here.pages);
});

test('a fragment is made, edited, found, and taken apart by commands alone', async ({ page }) => {
  test.slow();
  await signIn(page);
  const { id, name } = await makePage(page, [named('One'), named('Two')]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await editor.showPanel('Outline');
  const does = new Doing(page);
  const dialog = page.getByRole('dialog');
  const fragment = `Piece ${id}`;

  await editor.canvas.getByText('One', { exact: true }).click();
  await editor.canvas.getByText('Two', { exact: true }).click({ modifiers: ['ControlOrMeta'] });
  await does.run('fragment.make');
  await dialog.getByRole('textbox', { name: 'Name of the fragment' }).fill(fragment);
  await page.keyboard.press('Enter');
  await expect.poll(() => outlineOf(page)).toEqual([fragment]);
  await expect(dialog).toHaveCount(0);

  await does.run('fragment.where-used');
  await expect(dialog.getByRole('button', { name: new RegExp(`^${name}`) })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await does.run('fragment.edit');
  await expect(page).toHaveURL(/\/editor\/piece-/);
  await editor.ready();
  await expect.poll(() => editor.lines()).toEqual(['One', 'Two']);
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`/${id}$`));
  await editor.ready();
  await editor.showPanel('Outline');
  await editor.outline.getByRole('treeitem', { name: fragment }).click();
  await does.run('fragment.apart');
  await expect.poll(() => outlineOf(page)).toEqual(['One', 'Two']);

  const made = await page.request.post('/editor/api/documents', {
    data: {
      kind: 'fragment',
      name: `Frame ${id}`,
      nodes: [named('Above'), { ...node('part', 'outlet', {}), name: 'Story' }],
    },
    headers: sameOrigin(),
  });
  expect(made.status(), await made.text()).toBe(201);
  await editor.open(((await made.json()) as { id: string }).id);
  await does.run('fragment.new-page');
  await expect(dialog.getByRole('combobox', { name: 'Template' })).toHaveValue(`Frame ${id}`);
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(`From the frame ${id}`);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`From the frame ${id}`).first()).toBeVisible();
  await editor.ready();
  await expect.poll(() => editor.lines()).toEqual([`Frame ${id}`]);
  does.expectAll(here.fragments);
});

test('a comment is begun on what is selected, by keys and by name, and on the setting somebody is in', async ({
  page,
}) => {
  await signIn(page);
  const { id } = await makePage(page, [node('hero', 'hero', { title: 'Grey mornings' })]);
  const editor = new EditorPage(page);
  await editor.open(id);
  const does = new Doing(page);
  const begun = (about: string) => page.getByRole('textbox', { name: `Comment on ${about}`, exact: true });
  await editor.canvas.getByText('Grey mornings').click();
  await does.run('comment');
  await expect(begun('Hero')).toBeFocused();
  await page.getByRole('textbox', { name: 'Title', exact: true }).focus();
  await does.run('comment');
  await expect(begun('Hero, Title')).toBeFocused();
  await page.keyboard.press('Escape');
  await does.run('comment', 'palette');
  await expect(begun('Hero')).toBeFocused();
  does.expectAll(here.talking);
});

test('every command of the editor is done in a browser by some test', () => {
  const done = new Set<string>(Object.values(here).flat());
  expect(commands.map(({ id }) => id).filter((id) => !done.has(id))).toEqual([]);
});

interface Written {
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly slots?: Readonly<Record<string, readonly Written[]>>;
}

/** A document as the server has it. */
async function documentOf(page: Page, id: string): Promise<{ readonly nodes: readonly Written[] }> {
  const answer = await page.request.get(`/editor/api/documents/${id}`);
  return ((await answer.json()) as { document: { nodes: readonly Written[] } }).document;
}

async function choose(settings: Locator, field: string, option: string): Promise<void> {
  const group = settings.getByRole('radiogroup', { name: field });
  await group.getByText(option, { exact: true }).click();
}

/** Drags a module on the canvas to just behind another one. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const start = (await from.boundingBox())!;
  const end = (await to.boundingBox())!;
  await page.mouse.move(start.x + 5, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + 20, start.y + start.height / 2 + 5, { steps: 3 });
  await page.mouse.move(end.x + 10, end.y + end.height * 0.6, { steps: 10 });
  await page.mouse.up();
}
