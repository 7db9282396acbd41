import type { Browser, BrowserContext } from '@playwright/test';
import type { PageNode } from '@vitrine/content';
import { EditorPage, makePage, marketer, node, owner, signIn, words } from './editor-page.ts';
import { expect, type Page, test } from './visitor.ts';

/** Somebody at a computer of their own. */
class Person {
  readonly context: BrowserContext;
  page: Page;
  editor: EditorPage;

  constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
    this.editor = new EditorPage(page);
  }

  static async come(
    browser: Browser,
    { baseURL, who }: { baseURL: string; who: typeof marketer },
  ): Promise<Person> {
    const context = await browser.newContext({ baseURL });
    const person = new Person(context, await context.newPage());
    await signIn(person.page, who);
    return person;
  }

  async open(id: string): Promise<void> {
    await this.editor.open(id);
    await this.editor.showPanel('Outline');
    await expect(this.editor.saved).toContainText('Saved');
  }

  async select(name: string): Promise<void> {
    await this.editor.outline.getByRole('treeitem', { name, exact: true }).click();
  }

  /** Types behind what stands in a setting of what is selected. */
  async type(setting: string, text: string): Promise<void> {
    await this.page
      .getByRole('complementary', { name: 'Settings' })
      .getByRole('textbox', { name: setting, exact: true })
      .click();
    await this.page.keyboard.press('ControlOrMeta+End');
    await this.page.keyboard.type(text, { delay: 5 });
  }

  /** Takes back everything this window can. */
  async undoAll(): Promise<void> {
    const undo = this.page.getByRole('button', { name: 'Undo', exact: true });
    await expect(async () => {
      if ((await undo.getAttribute('aria-disabled')) === 'false') await undo.click();
      await expect(undo).toHaveAttribute('aria-disabled', 'true', { timeout: 50 });
    }).toPass({ intervals: [0] });
  }

  /** The page as it is seen, line by line. */
  async sees(): Promise<string[]> {
    const text = await this.editor.texts();
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  }

  async comeBack(id: string): Promise<void> {
    this.page = await this.context.newPage();
    this.editor = new EditorPage(this.page);
    await this.open(id);
  }
}

const named = (name: string) => ({ ...words(name.toLowerCase(), name), name });

/** The lines of the server's document, in the order the page shows them. */
async function serverHas(page: Page, id: string): Promise<string[]> {
  const answer = await page.request.get(`/editor/api/documents/${id}`);
  const { document } = (await answer.json()) as { document: { nodes: readonly PageNode[] } };
  return document.nodes.flatMap(linesOf);
}

function linesOf({ props, slots }: PageNode): string[] {
  const own = [props.eyebrow, props.title, props.text, plain(props.body)].filter(Boolean).map(String);
  return [...own, ...Object.values(slots ?? {}).flatMap((nodes) => nodes.flatMap(linesOf))];
}

const plain = (html: unknown) => (typeof html === 'string' ? html.replace(/<[^>]+>/g, '') : undefined);

test('three people write and move at once, one without a network, one from a tab that closes: nothing is lost, undo is one’s own', async ({
  page,
  browser,
}) => {
  test.setTimeout(150_000);
  await signIn(page);
  const { id } = await makePage(page, [
    { ...node('hero', 'hero', { eyebrow: 'Small', title: 'Large', text: 'Long' }), name: 'Hero' },
    named('Red'),
    named('Green'),
    named('Blue'),
  ]);
  const baseURL = new URL((await page.request.get('/sign-in')).url()).origin;
  const [mara, ingrid, away] = await Promise.all([
    Person.come(browser, { baseURL, who: marketer }),
    Person.come(browser, { baseURL, who: owner }),
    Person.come(browser, { baseURL, who: marketer }),
  ]);
  const all = [mara, ingrid, away];
  const everybodyHas = async (lines: readonly string[]) => {
    for (const each of all) await expect.poll(() => each.sees(), { timeout: 20_000 }).toEqual(lines);
    await expect.poll(() => serverHas(page, id), { timeout: 20_000 }).toEqual(lines);
  };
  for (const each of all) await each.open(id);
  await expect(mara.editor.saved).toContainText('2 others here');

  // Each a setting of the same module, and one moves what stands below it.
  for (const each of all) await each.select('Hero');
  await Promise.all([
    mara.type('Title', ' words for a long evening'),
    ingrid.type('Small line above', ' line of the autumn'),
    (async () => {
      await away.type('Text', ' story');
      await away.select('Red');
      await away.editor.press('Alt+ArrowDown', 'Alt+ArrowDown');
    })(),
  ]);
  await everybodyHas([
    'Small line of the autumn',
    'Large words for a long evening',
    'Long story',
    'Green',
    'Blue',
    'Red',
  ]);

  // Without a network one writes and makes something, while the others go on, in the same settings too.
  await away.context.setOffline(true);
  await expect(away.editor.saved).toContainText('Offline');
  await away.select('Hero');
  await away.type('Text', ' told far away');
  await away.select('Blue');
  await away.editor.press('ControlOrMeta+d');
  await expect(away.editor.saved).toContainText('Offline, saved in this browser');
  await Promise.all([
    (async () => {
      await mara.type('Title', ' by the sea');
      await mara.select('Blue');
      await mara.editor.press('Alt+ArrowUp');
    })(),
    ingrid.type('Text', ' and retold'),
  ]);
  await expect.poll(() => ingrid.sees()).toContain('Long story and retold');
  expect((await mara.sees()).filter((line) => line === 'Blue')).toHaveLength(1);
  await away.context.setOffline(false);
  await expect(away.editor.saved).toContainText('Saved', { timeout: 20_000 });

  // Where both wrote at the same place either may stand first, but for everybody alike and complete.
  await expect
    .poll(async () => (await mara.sees()).toSorted())
    .toEqual([
      'Blue',
      'Blue',
      'Green',
      'Large words for a long evening by the sea',
      expect.stringMatching(/^Long story( told far away and retold| and retold told far away)$/),
      'Red',
      'Small line of the autumn',
    ]);
  const together = await mara.sees();
  const text = together[2]!;
  await everybodyHas(together);

  // A tab that closes in the middle of a word takes nothing with it.
  await ingrid.select('Hero');
  await ingrid.type('Small line above', ', half a wo');
  await ingrid.page.close();
  await ingrid.comeBack(id);
  await ingrid.select('Hero');
  await ingrid.type('Small line above', 'rd');
  const complete = ['Small line of the autumn, half a word', ...together.slice(1)];
  await everybodyHas(complete);

  // Each takes back what is their own.
  await mara.undoAll();
  const withoutMara = ['Small line of the autumn, half a word', 'Large', text];
  await expect.poll(async () => (await mara.sees()).slice(0, 3)).toEqual(withoutMara);
  await ingrid.undoAll();
  await expect.poll(async () => (await ingrid.sees())[0]).toBe('Small line of the autumn, half a wo');
  await away.undoAll();
  await everybodyHas([
    'Small line of the autumn, half a wo',
    'Large',
    'Long and retold',
    'Red',
    'Green',
    'Blue',
  ]);
  await Promise.all(all.map(({ context }) => context.close()));
});
