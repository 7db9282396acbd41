import sharp from 'sharp';
import { EditorPage, makePage, signIn, words } from './editor-page.ts';
import { expect, type Locator, type Page, test } from './visitor.ts';

/** What somebody does with hand and keyboard, counted: a press, a drag, words typed in one go, a key, a file chosen. */
class Hands {
  readonly #page: Page;
  count = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(target: Locator): Promise<void> {
    this.count++;
    await target.click();
  }

  /** Into what has the focus, in place of what is there. */
  async type(text: string): Promise<void> {
    this.count++;
    await this.#page.keyboard.press('ControlOrMeta+a');
    await this.#page.keyboard.type(text);
  }

  async key(keys: string): Promise<void> {
    this.count++;
    await this.#page.keyboard.press(keys);
  }

  /** By name: a list is opened, one of it is pressed. */
  async choose(target: Locator, label: string): Promise<void> {
    this.count += 2;
    await target.selectOption({ label });
  }

  /** A picture from the desktop, onto a field. */
  async dropFile(target: Locator, name: string, bytes: Buffer): Promise<void> {
    this.count++;
    const dataTransfer = await this.#page.evaluateHandle(
      ([base64, file]) => {
        const transfer = new DataTransfer();
        const content = Uint8Array.from(atob(base64!), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([content], file!, { type: 'image/jpeg' }));
        return transfer;
      },
      [bytes.toString('base64'), name],
    );
    for (const event of ['dragover', 'drop']) await target.dispatchEvent(event, { dataTransfer });
  }

  /** To where something stands: below it, or onto it while the page is empty. */
  async drag(from: Locator, to: Locator, at: 'below' | 'middle'): Promise<void> {
    this.count++;
    const canvas = (await this.#page.locator('iframe[title="The page"]').boundingBox())!;
    const { y, height } = (await to.boundingBox())!;
    if (at === 'below' && y + height > canvas.y + canvas.height) {
      // The wheel is turned until its end can be seen.
      this.count++;
      await to.evaluate((element) => element.scrollIntoView({ block: 'end', behavior: 'instant' }));
    }
    await from.hover();
    await this.#page.mouse.down();
    const box = (await to.boundingBox())!;
    const goal = at === 'below' ? box.y + box.height - 8 : box.y + box.height / 2;
    await this.#page.mouse.move(box.x + box.width / 2, goal, { steps: 8 });

    await expect(this.#page.getByText(/onto the page/)).toBeVisible();
    await this.#page.mouse.up();
  }
}

/** One that is not in the library yet. */
const photo = () =>
  sharp({
    create: {
      width: 1600,
      height: 1000,
      channels: 3,
      background: '#7aa37a',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .jpeg()
    .toBuffer();

test('somebody new makes the spring page of the shop in at most 40 gestures', async ({ page, context }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 1440, height: 900 });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await signIn(page);
  const promise = `Promise ${Date.now()}`;
  await makePage(page, [words('a', 'Mended for free as long as we are here.')], {
    kind: 'fragment',
    name: promise,
  });
  const name = `Spring ${Date.now()}`;
  const hands = new Hands(page);
  const editor = new EditorPage(page);
  await page.goto('/editor');

  await hands.press(page.getByRole('button', { name: 'New page', exact: true }).first());
  await hands.type(name);
  await hands.press(page.getByRole('button', { name: 'Make the page' }));
  await editor.ready();

  // What search engines say of it.
  await hands.press(page.getByLabel('Title in search engines (English)'));
  await hands.type('Spring on the coast');
  await hands.key('Tab');
  await hands.type('Light wool, bright glazes and everything for the first breakfast outside.');

  const settings = page.getByRole('complementary', { name: 'Settings' });
  const search = page.getByLabel('Search modules');
  const add = async (what: string, card: string, to: Locator, at: 'below' | 'middle' = 'below') => {
    await hands.press(search);
    await hands.type(what);
    const found = page.getByRole('button', { name: card });
    await expect(found).toBeInViewport();
    await hands.drag(found, to, at);
  };

  await add('hero above', 'Hero: Above the picture', editor.canvas.locator('main'), 'middle');
  await expect(editor.canvas.locator('h1')).toBeVisible();
  await hands.dropFile(
    settings.getByRole('group', { name: 'Picture' }),
    `meadow ${Date.now()}.jpg`,
    await photo(),
  );
  await expect(page.getByRole('textbox', { name: /^English/ })).toBeFocused();
  await hands.type('A meadow above the sea in spring');
  await hands.key('Tab');
  await hands.type('Eine Wiese über dem Meer im Frühling');
  await hands.press(page.getByRole('button', { name: 'Use this picture' }));
  await hands.press(settings.getByRole('textbox', { name: 'Title', exact: true }));
  await hands.type('The first breakfast outside');

  const hero = editor.canvas.locator('section', { has: page.getByRole('heading', { level: 1 }) });
  await add('teasers three', 'Teasers: Three', hero);
  const tiles = editor.canvas.locator('section', { hasText: 'Wool that stays' });
  await expect(tiles).toBeVisible();
  await add('products grid', 'Products: Grid', tiles);
  await hands.press(page.getByRole('radiogroup', { name: 'How they are chosen' }).getByText('Category'));
  await hands.press(page.getByRole('button', { name: /Choose a category/ }));
  await hands.press(page.getByRole('option', { name: /Mugs/ }).first());
  const products = editor.canvas.locator('section', { hasText: 'New this week' });
  await expect(products.getByText('Tide mug').first()).toBeVisible();
  await add(promise, promise, products);
  await expect(editor.canvas.getByText('Mended for free as long as we are here.')).toBeVisible();

  await hands.choose(page.getByLabel('Language'), 'Deutsch');
  await expect(editor.canvas.getByText('Wolle, die bleibt')).toBeVisible();
  await hands.press(editor.canvas.locator('h1'));
  await hands.press(settings.getByRole('textbox', { name: 'Title', exact: true }));
  await hands.type('Das erste Frühstück draußen');
  await hands.press(settings.getByRole('textbox', { name: 'Text', exact: true }));
  await hands.type('Helle Wolle, helle Glasuren und ein Tisch vor der Tür.');

  await hands.press(page.getByRole('button', { name: 'Publish …' }));
  await hands.press(page.getByRole('button', { name: 'Publish now' }));
  await expect(page.getByText('It is live')).toBeVisible();
  console.log(`The spring page took ${hands.count} gestures.`);
  // The browser has nothing to say of it, nor has the policy of the page on the canvas.
  expect(complaints).toEqual([]);
  expect(hands.count).toBeLessThanOrEqual(40);

  const path = `/${name.toLowerCase().replaceAll(' ', '-')}`;
  const shopper = await context.browser()!.newContext({ baseURL: new URL(page.url()).origin });
  const visit = await shopper.newPage();
  await visit.goto(path);
  await expect(visit).toHaveTitle('Spring on the coast');
  await expect(visit.locator('meta[name="description"]')).toHaveAttribute('content', /^Light wool/);
  await expect(visit.getByRole('heading', { level: 1 })).toHaveText('The first breakfast outside');
  await expect(visit.getByRole('img', { name: 'A meadow above the sea in spring' })).toBeVisible();
  await expect(visit.getByRole('heading', { name: 'Light for the porch' })).toBeVisible();
  await expect(visit.getByRole('link', { name: /Tide mug/ }).first()).toBeVisible();
  await expect(visit.getByText('Mended for free as long as we are here.')).toBeVisible();
  await visit.goto(`/de${path}`);
  await expect(visit.getByRole('heading', { level: 1 })).toHaveText('Das erste Frühstück draußen');
  await expect(visit.getByText('Helle Wolle, helle Glasuren')).toBeVisible();
  await expect(visit.getByRole('img', { name: 'Eine Wiese über dem Meer im Frühling' })).toBeVisible();
  await shopper.close();
});
