import { besidesCanvas, expectAccessibleInBoth } from './accessible.ts';
import { EditorPage, makePage, merchandiser, node, owner, signIn, words } from './editor-page.ts';
import { expect, type Locator, type Page, sameOrigin, test } from './visitor.ts';

/** The editor at a copy of the template of products, so that tests do not meet on one. */
async function openTemplate(page: Page): Promise<EditorPage> {
  await signIn(page, owner);
  const answer = await page.request.get('/editor/api/documents');
  const list = (await answer.json()) as { id: string; kind: string; composes?: string }[];
  const from = list.find(({ kind, composes }) => kind === 'template' && composes === 'product')!.id;
  const made = await page.request.post('/editor/api/documents', {
    data: { kind: 'template', composes: 'product', name: `Product ${Date.now()}`, from },
    headers: sameOrigin(),
  });
  expect(made.status(), await made.text()).toBe(201);
  const editor = new EditorPage(page);
  await editor.open(((await made.json()) as { id: string }).id);
  return editor;
}

/** A sale of everything of a product, through the shop's own API. */
async function scheduleSale(page: Page, slug: string, sale: { from: string; to: string; cents: number }) {
  const { email, password } = merchandiser;
  const session = await page.request.post('/api/admin/v1/sessions', { data: { email, password } });
  const { token } = (await session.json()) as { token: string };
  const query = new URLSearchParams({ channel: 'online', locale: 'en', currency: 'EUR', slug });
  const found = await page.request.get(`/api/store/v1/products?${query}`);
  const { items } = (await found.json()) as { items: { variants: { id: string }[] }[] };
  const price = { amount: sale.cents, currency: 'EUR' };
  const prices = items[0]!.variants.map(({ id }) => ({ variantId: id, price }));
  const answer = await page.request.post('/api/admin/v1/sales', {
    data: { name: 'A sale of next year', from: sale.from, to: sale.to, prices },
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** In haste: Enter is pressed before what was typed has been found. */
async function chooseProduct(page: Page, words: string): Promise<string> {
  await page.getByRole('button', { name: /^Preview(ed)? as/ }).click();
  await page.getByRole('button', { name: 'Choose another product' }).click();
  await page.getByRole('textbox', { name: 'Search products' }).fill(words);
  await page.keyboard.press('Enter');
  return words;
}

async function middleOf(row: Locator): Promise<{ x: number; top: number; middle: number; bottom: number }> {
  const { x, y, height } = (await row.boundingBox())!;
  return { x: x + 60, top: y + 3, middle: y + height / 2, bottom: y + height - 3 };
}

test('a template is looked at with another product, at another moment, and as usual again', async ({
  page,
}) => {
  const editor = await openTemplate(page);
  const heading = editor.canvas.getByRole('heading', { level: 1 });
  const usual = await heading.innerText();
  const name = await chooseProduct(page, 'Bollard beanie');
  await expect(heading).toHaveText(name);
  const button = page.getByRole('button', { name: `Previewed as ${name}` });
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await page.getByLabel('As it will be at').fill('2031-03-07T09:00');
  await expect(page.getByRole('button', { name: /^Previewed as .*2031/ })).toBeVisible();
  await editor.ready();
  await expect(heading).toHaveText(name);
  expect(await editor.canvas.locator('html').evaluate(() => location.search)).toContain('_at=2031-03-07T09');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Preview as' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Previewed as/ })).toBeFocused();

  // The product is remembered for this template; the moment is for this visit.
  await page.reload();
  await editor.ready();
  await expect(heading).toHaveText(name);
  await page.getByRole('button', { name: `Previewed as ${name}` }).click();
  await page.getByRole('button', { name: 'Back to normal' }).click();
  await expect(heading).toHaveText(usual);
  await expect(page.getByRole('button', { name: 'Preview as …' })).toBeVisible();
});

test('a sale that is planned is seen as it will be, and by shoppers not yet', async ({ page, browser }) => {
  const editor = await openTemplate(page);
  const slug = 'bollard-beanie';
  await scheduleSale(page, slug, {
    from: '2031-03-01T00:00:00Z',
    to: '2031-03-31T00:00:00Z',
    cents: 1234,
  });
  await chooseProduct(page, 'Bollard beanie');
  const main = editor.canvas.locator('main');
  await expect(main.getByText('€35.00').first()).toBeVisible();
  await page.getByLabel('As it will be at').fill('2031-03-07T09:00');
  await expect(main.getByText('€12.34').first()).toBeVisible();
  const shopper = await browser.newContext({ baseURL: new URL(page.url()).origin });
  for (const query of ['', '?_preview=1&_at=2031-03-07T09:00:00Z'])
    expect(await (await shopper.request.get(`/p/${slug}${query}`)).text()).not.toContain('12.34');
  // Whoever is sent a link of that moment sees it too.
  await page.getByRole('button', { name: 'Share a preview link …' }).click();
  await page.getByRole('button', { name: 'Make the link' }).click();
  const link = await page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
  expect(await (await shopper.request.get(link)).text()).toContain('12.34');
  await page.getByRole('button', { name: 'Done' }).click();
  await shopper.close();
  await page.getByRole('button', { name: /^Previewed as/ }).click();
  await page.getByLabel('As it will be at').fill('2031-04-07T09:00');
  await expect(main.getByText('€35.00').first()).toBeVisible();
});

test('by keys alone: another product is found from the command palette', async ({ page }) => {
  const editor = await openTemplate(page);
  await page.keyboard.press('v');
  await expect(page.getByRole('button', { name: 'Choose another product' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Search products' }).fill('Tide mug');
  await expect(page.getByRole('option', { name: 'Tide mug' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(editor.canvas.getByRole('heading', { level: 1 })).toHaveText('Tide mug');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Search commands' }).fill('everybody now');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Preview as …' })).toBeVisible();
});

test('a row of the outline is dragged to another place, and Escape calls it off', async ({ page }) => {
  await signIn(page);
  const { id } = await makePage(page, [
    words('a', 'First words'),
    node('frame', 'section', { title: 'A section' }, { content: [words('b', 'Second words')] }),
    node('end', 'hero', { title: 'The end' }),
  ]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await expect.poll(() => editor.lines()).toEqual(['Text', 'Section', 'Text', 'Hero']);
  const rows = editor.outline.getByRole('treeitem');
  const first = await middleOf(rows.nth(0));
  const inner = await middleOf(rows.nth(2));
  const last = await middleOf(rows.nth(3));

  await page.mouse.move(last.x, last.middle);
  await page.mouse.down();
  await page.mouse.move(first.x, first.middle, { steps: 6 });
  await page.mouse.move(first.x, first.top, { steps: 3 });
  await expect(page.getByText('onto the page')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await editor.lines()).toEqual(['Text', 'Section', 'Text', 'Hero']);

  await page.mouse.move(last.x, last.middle);
  await page.mouse.down();
  await page.mouse.move(first.x, first.middle, { steps: 6 });
  await page.mouse.move(last.x, first.top, { steps: 3 });
  await page.mouse.up();
  await expect.poll(() => editor.lines()).toEqual(['Hero', 'Text', 'Section', 'Text']);
  expect(await editor.texts()).toMatch(/The end[\s\S]*First words[\s\S]*Second words/);

  // To the right: into the section, behind what is in it.
  const text = await middleOf(rows.nth(1));
  await page.mouse.move(text.x, text.middle);
  await page.mouse.down();
  await page.mouse.move(text.x + 20, inner.middle, { steps: 6 });
  await page.mouse.move(text.x + 40, last.bottom, { steps: 4 });
  await expect(page.getByText('into Section')).toBeVisible();
  await page.mouse.up();
  await expect.poll(() => editor.lines()).toEqual(['Hero', 'Section', 'Text', 'Text']);
  expect(await editor.texts()).toMatch(/The end[\s\S]*Second words[\s\S]*First words/);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => editor.lines()).toEqual(['Hero', 'Text', 'Section', 'Text']);

  // From the canvas as well.
  const shown = (await editor.canvas.getByText('First words').boundingBox())!;
  await page.mouse.move(shown.x + 20, shown.y + 8);
  await page.mouse.down();
  await page.mouse.move(shown.x - 20, shown.y + 20, { steps: 3 });
  await page.mouse.move(first.x, first.middle, { steps: 8 });
  await page.mouse.move(first.x - 40, first.top, { steps: 3 });
  await page.mouse.up();
  await expect.poll(() => editor.lines()).toEqual(['Text', 'Hero', 'Section', 'Text']);
});

test('how wide and how large the page is looked at is chosen by pointer, by keys and by name', async ({
  page,
}) => {
  await signIn(page);
  const { id } = await makePage(page, [words('a', 'First words')]);
  const editor = new EditorPage(page);
  await editor.open(id);
  const zoom = page.getByRole('combobox', { name: 'Zoom' });
  const frame = page.locator('iframe[title="The page"]');
  const scale = () =>
    frame.evaluate((element: HTMLElement) => element.getBoundingClientRect().width / element.offsetWidth);
  await expect(zoom).toHaveValue('fit');
  await page.keyboard.press('ControlOrMeta+Alt+8');
  await expect(zoom).toHaveValue('1');
  await expect.poll(scale).toBeCloseTo(1, 2);
  await page.keyboard.press('ControlOrMeta+Alt+=');
  await expect(zoom).toHaveValue('1.25');
  await page.keyboard.press('ControlOrMeta+Alt+-');
  await page.keyboard.press('ControlOrMeta+Alt+-');
  await expect(zoom).toHaveValue('0.75');
  await zoom.selectOption('2');
  await expect.poll(scale).toBeCloseTo(2, 2);
  await page.getByRole('heading', { name: 'Add modules' }).click();
  await page.keyboard.press('ControlOrMeta+Alt+9');
  await expect(zoom).toHaveValue('fit');
  await page.keyboard.press('ControlOrMeta+Alt+1');
  await expect(page.getByRole('button', { name: 'Phone, 390 pixels' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Search commands' }).fill('zoom 50');
  await page.keyboard.press('Enter');
  await expect(zoom).toHaveValue('0.5');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Search commands' }).fill('tablet');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await frame.boundingBox())!.width).toBeCloseTo(384, 0);
});

test('what is previewed can be chosen by everybody', async ({ page }) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const editor = await openTemplate(page);
  await page.getByRole('button', { name: 'Preview as …' }).click();
  await expect(page.getByRole('dialog', { name: 'Preview as' })).toBeVisible();
  await expectAccessibleInBoth(page, 'nothing chosen', besidesCanvas);
  await page.keyboard.press('Escape');
  await chooseProduct(page, 'Tide mug');
  await page.getByLabel('As it will be at').fill('2031-03-07T09:00');
  await expect(page.getByRole('button', { name: /^Previewed as .*2031/ })).toBeVisible();
  await editor.ready();
  await expectAccessibleInBoth(page, 'something chosen', besidesCanvas);
});
