import { EditorPage, makePage, signIn, words } from './editor-page.ts';
import { expect, type Page, test } from './visitor.ts';

const tree = (page: Page) => page.getByRole('tree', { name: 'Pages' });
const row = (page: Page, name: string) => tree(page).getByRole('treeitem', { name });

test('pages are put in order and below each other, by keys and by pointer', async ({ page }) => {
  await signIn(page);
  // Below a page of their own, so that nobody else's new pages come between them.
  const { id: parent } = await makePage(page, []);
  const below = { parent };
  const made = [
    await makePage(page, [], below),
    await makePage(page, [], below),
    await makePage(page, [], below),
  ];
  const [a, b, c] = made.map(({ name }) => name) as [string, string, string];
  await page.goto('/editor');
  const shown = () =>
    tree(page)
      .getByRole('treeitem')
      .evaluateAll((items) =>
        items.map((item) => `${item.getAttribute('aria-level')} ${item.getAttribute('aria-label')}`),
      )
      .then((lines) =>
        lines
          .map((line) => line.split(',')[0]!)
          .filter((line) => made.some((each) => line.endsWith(each.name))),
      );
  /** With the list that the server has afterwards, so that no line is put elsewhere while it is pointed at. */
  const press = (keys: string) =>
    Promise.all([
      page.waitForResponse((answer) => answer.url().endsWith('/editor/api/documents')),
      page.keyboard.press(keys),
    ]);
  await expect.poll(shown).toEqual([`2 ${a}`, `2 ${b}`, `2 ${c}`]);
  await row(page, c).focus();
  await press('Alt+ArrowUp');
  await expect.poll(shown).toEqual([`2 ${a}`, `2 ${c}`, `2 ${b}`]);
  await expect(row(page, c)).toBeFocused();
  await press('Alt+ArrowRight');
  await expect.poll(shown).toEqual([`2 ${a}`, `3 ${c}`, `2 ${b}`]);

  const from = (await row(page, b).boundingBox())!;
  const to = (await row(page, a).boundingBox())!;
  const dragAboveA = async () => {
    await page.mouse.move(from.x + 150, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(from.x + 150, from.y - 20, { steps: 4 });
    await page.mouse.move(to.x + 150, to.y + 2, { steps: 6 });
  };
  await dragAboveA();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(shown).toEqual([`2 ${a}`, `3 ${c}`, `2 ${b}`]);
  await dragAboveA();
  await page.mouse.up();
  await expect.poll(shown).toEqual([`2 ${b}`, `2 ${a}`, `3 ${c}`]);
  await page.reload();
  await expect.poll(shown).toEqual([`2 ${b}`, `2 ${a}`, `3 ${c}`]);
});

test('[TREE-11] a list that was asked for before a page was moved does not put it back', async ({ page }) => {
  await signIn(page);
  const { id: parent } = await makePage(page, []);
  const first = await makePage(page, [], { parent });
  const second = await makePage(page, [], { parent });
  await page.goto('/editor');
  await page.waitForLoadState('networkidle');
  const names = () =>
    tree(page)
      .getByRole('treeitem')
      .evaluateAll((items) => items.map((item) => item.getAttribute('aria-label')!.split(',')[0]!))
      .then((all) => all.filter((name) => name === first.name || name === second.name));
  await expect.poll(names).toEqual([first.name, second.name]);

  const asked = Promise.withResolvers<void>();
  const moved = Promise.withResolvers<void>();
  await page.route(
    '**/editor/api/documents',
    async (route) => {
      const response = await route.fetch();
      asked.resolve();
      await moved.promise;
      await route.fulfill({ response });
    },
    { times: 1 },
  );
  // Whoever comes back to the window sees what others did meanwhile.
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await asked.promise;
  await row(page, second.name).focus();
  const placed = page.waitForResponse((answer) => answer.url().endsWith('/place'));
  await page.route('**/editor/api/documents', (route) => route.abort(), { times: 1 });
  await page.keyboard.press('Alt+ArrowUp');
  await placed;
  moved.resolve();
  await page.getByText('The shop cannot be reached', { exact: false }).first().waitFor();
  expect(await names()).toEqual([second.name, first.name]);
});

test('[EDIT-FAST-8] what the editor asks first is asked once, while its script is still on its way', async ({
  page,
}) => {
  await signIn(page);
  const { id } = await makePage(page, [words('a', 'Here at once')]);
  const asked: string[] = [];
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    if (/^\/editor\/api\/(documents(\/[^/]+\/state)?|session|catalogue)$/.test(path)) asked.push(path);
  });
  await page.route('**/_editor/editor-*.js', async (route) => {
    await expect.poll(() => asked.length).toBe(4);
    await route.continue();
  });
  const editor = new EditorPage(page);
  await editor.open(id);
  await expect(editor.canvas.getByText('Here at once')).toBeVisible();
  expect([asked.length, new Set(asked).size]).toEqual([4, 4]);
});

test('a preview link shows the draft to somebody who is not signed in, and nothing else, until it is ended', async ({
  page,
  context,
}) => {
  await signIn(page);
  const { id, path } = await makePage(page, [words('a', 'Nobody has seen this yet')]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await page.getByRole('button', { name: 'Share a preview link …' }).click();
  const make = page.getByRole('button', { name: 'Make the link' });
  const endOne = async () => {
    await page.getByRole('button', { name: /^End the link to/ }).click();
    await page.getByRole('button', { name: 'End the link', exact: true }).click();
    await expect(page.getByText('No link to this page works at the moment.')).toBeVisible();
  };
  // A link of what was chosen before is not told for one of what is chosen now.
  const mayAsk = Promise.withResolvers<void>();
  await page.route('**/editor/api/preview-links', async (route) => {
    if (route.request().method() === 'POST') await mayAsk.promise;
    await route.continue();
  });
  await make.click();
  await page.getByText('1 day', { exact: true }).click();
  mayAsk.resolve();
  await expect(page.getByRole('button', { name: /^End the link to/ })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Link', exact: true })).toHaveCount(0);
  await endOne();
  await make.click();
  const link = await page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();

  const stranger = await context.browser()!.newContext();
  const look = async (address: string) => {
    const answer = await stranger.request.get(address);
    return { status: answer.status(), headers: answer.headers(), html: await answer.text() };
  };
  const shown = await look(link);
  expect(shown.html).toContain('Nobody has seen this yet');
  expect(shown.html).not.toContain('<!--vt:');
  expect(shown.headers).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
  expect((await look(link.split('?')[0]!)).status).toBe(404);
  expect((await look(link.replace(path, '/about'))).status).toBe(403);
  expect((await look(`${link.slice(0, -2)}xx`)).status).toBe(404);

  await endOne();
  expect((await look(link)).status).toBe(404);
  await stranger.close();
});
