import { demoProduct, demoProductsIn } from './demo-goods.ts';
import { amountIn } from './money.ts';
import { expect, type Page, test } from './visitor.ts';

const names = async (page: Page) =>
  await page.getByRole('main').getByRole('article').getByRole('link').allInnerTexts();
const count = async (page: Page) =>
  Number(/\d+/.exec(await page.getByRole('main').getByRole('status').innerText())?.[0]);

test.describe('finding', () => {
  for (const { title, path, field, typed, name, says } of [
    {
      title: 'English',
      path: '/',
      field: 'Search the shop',
      typed: 'teapto',
      name: 'Lull teapot',
      says: /Nothing was found for “teapto”.*“teapot”/,
    },
    {
      title: 'German',
      path: '/de',
      field: 'Im Shop suchen',
      typed: 'teekane',
      name: 'Teekanne Flaute',
      says: /Zu „teekane“ wurde nichts gefunden.*„teekanne“/,
    },
  ]) {
    test(`a slip of the keyboard finds all the same, and says so, in ${title}`, async ({ page }) => {
      await page.goto(path);
      const box = page.getByRole('search').getByLabel(field);
      await box.fill(typed);
      await box.press('Enter');
      await expect(page.getByRole('main').getByText(says)).toBeVisible();
      expect(await names(page)).toContain(name);
    });
  }

  for (const { path, words, found } of [
    {
      path: '/search?q=',
      words: ['lamp', 'lamps', 'Light', 'lammp'],
      found: ['Bell pendant', 'Dune table lamp', 'Mast floor lamp'],
    },
    {
      path: '/de/search?q=',
      words: ['Lampe', 'Lampen', 'Leuchte', 'Leuchten', 'Leuchtte'],
      found: ['Pendelleuchte Glocke', 'Tischleuchte Düne', 'Stehleuchte Mast'],
    },
  ])
    test(`${words[0]}, ${words[1]} and ${words[2]} find every kind of them`, async ({ page }) => {
      for (const word of words) {
        await page.goto(path + encodeURIComponent(word));
        for (const name of found)
          await expect(page.getByRole('article').getByRole('link', { name, exact: true })).toBeVisible();
      }
    });

  test('works without JavaScript', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/');
    await page.getByRole('search').getByLabel('Search the shop').fill('umbrella');
    await page.getByRole('search').getByRole('button', { name: 'Search' }).click();
    expect(await names(page)).toContain('Lee umbrella');
    await context.close();
  });

  test('the full name of a product finds it first', async ({ page }) => {
    for (const handle of ['tide-mug', 'cove-bowl', 'fisher-jumper', 'market-tote']) {
      const { en, de } = demoProduct(handle).name;
      await page.goto(`/search?q=${encodeURIComponent(en!)}`);
      expect.soft((await names(page))[0]).toBe(en);
      await page.goto(`/de/search?q=${encodeURIComponent(de!)}`);
      expect.soft((await names(page))[0]).toBe(de);
    }
  });

  test('German words are found in all their forms, with and without umlauts', async ({ page }) => {
    for (const typed of ['krug', 'krüge', 'KRÜGE', 'kruge']) {
      await page.goto(`/de/search?q=${encodeURIComponent(typed)}`);
      expect.soft(await names(page), typed).toContain('Krug Hafen');
    }
    await page.goto('/de/search?q=becher');
    expect(await names(page)).toEqual(expect.arrayContaining(['Becher Tide', 'Trinkbecher Schäre']));
  });

  test('an article number finds its product', async ({ page }) => {
    await page.goto('/search?q=OS-1108-MOSS');
    expect((await names(page))[0]).toBe('Lull teapot');
  });

  test('nothing found helps on: a hint, other products, and the field is still there', async ({ page }) => {
    await page.goto('/search?q=xylophonequartz');
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { level: 1 })).toContainText('xylophonequartz');
    await expect(main.getByRole('heading', { name: 'Nothing here matches' })).toBeVisible();
    await expect(main.getByText('Check the spelling')).toBeVisible();
    await expect(main.getByRole('heading', { name: 'New in the shop' })).toBeVisible();
    expect((await names(page)).length).toBeGreaterThan(0);
    await expect(page.getByRole('search').getByLabel('Search the shop')).toBeVisible();
  });

  test('filters that leave nothing can be taken away again', async ({ page }) => {
    await page.goto('/c/mugs?f=colour.peat&f=material.steel');
    const main = page.getByRole('main');
    await expect(main.getByText('No product has all the chosen properties')).toBeVisible();
    await main.getByRole('link', { name: 'Remove Steel' }).click();
    await expect(main.getByRole('status')).toHaveText('1 product');
    expect(await names(page)).toEqual(['Skerry tumbler']);
  });
});

test.describe('suggestions', () => {
  test('come while one types, and the keyboard chooses', async ({ page }) => {
    await page.goto('/');
    const box = page.getByRole('search').getByLabel('Search the shop');
    await box.pressSequentially('tide');
    const list = page.getByRole('listbox', { name: 'Suggestions' });
    const mug = list.getByRole('option', { name: /^Tide mug/ });
    await expect(mug).toBeVisible();
    await expect(box).toHaveValue('tide');
    await expect(box).toHaveAttribute('aria-expanded', 'true');
    const options = await list.getByRole('option').allInnerTexts();
    const at = options.findIndex((text) => text.startsWith('Tide mug'));
    for (let presses = 0; presses <= at; presses++) await box.press('ArrowDown');
    await expect(mug).toHaveAttribute('aria-selected', 'true');
    await expect(box).toHaveAttribute('aria-activedescendant', (await mug.getAttribute('id'))!);
    await box.press('Enter');
    await expect(page).toHaveURL('/p/tide-mug');
  });

  test('Escape closes them, Enter searches for what was typed', async ({ page }) => {
    await page.goto('/');
    const box = page.getByRole('search').getByLabel('Search the shop');
    await box.pressSequentially('mug');
    const list = page.getByRole('listbox', { name: 'Suggestions' });
    await expect(list).toBeVisible();
    await box.press('Escape');
    await expect(list).toBeHidden();
    await expect(box).toHaveValue('mug');
    await box.press('Enter');
    await expect(page).toHaveURL('/search?q=mug');
  });

  test('are in the language of the page and lead to its addresses', async ({ page }) => {
    await page.goto('/de');
    await page.getByRole('search').getByLabel('Im Shop suchen').pressSequentially('becher');
    const option = page
      .getByRole('listbox', { name: 'Vorschläge' })
      .getByRole('option', { name: /^Becher Tide/ });
    await option.click();
    await expect(page).toHaveURL('/de/p/becher-tide');
  });
});

test.describe('facets', () => {
  const comesIn = (product: ReturnType<typeof demoProduct>, colour: string) =>
    product.options?.some(
      ({ key, values }) => key === 'colour' && values.some((value) => value.key === colour),
    );
  const material = (product: ReturnType<typeof demoProduct>) =>
    (product.attributes?.material as { en?: string } | undefined)?.en;

  test('count what choosing them gives, and combine', async ({ page }) => {
    const goods = demoProductsIn('home');
    const ochre = goods.filter((product) => comesIn(product, 'ochre'));
    const ochreOrMoss = goods.filter((product) => comesIn(product, 'ochre') || comesIn(product, 'moss'));
    const both = ochreOrMoss.filter((product) => material(product) === 'Stoneware');

    await page.goto('/c/home');
    expect(await count(page)).toBe(goods.length);
    const filters = page.getByRole('form', { name: 'Filters' });
    const choice = (facet: string, value: string) =>
      filters.getByRole('group', { name: facet }).getByRole('checkbox', { name: new RegExp(`^${value} `) });
    // Long lists of values are folded.
    const unfold = () =>
      filters
        .getByRole('group', { name: 'Colour' })
        .getByText(/^Show all/)
        .click();
    await unfold();
    await expect(choice('Colour', 'Ochre')).toHaveAccessibleName(`Ochre ${ochre.length}`);
    await choice('Colour', 'Ochre').check();
    await choice('Colour', 'Moss').check();
    await filters.getByRole('button', { name: 'Show products' }).click();
    await expect(page).toHaveURL(/f=colour\.moss/);
    expect(await count(page)).toBe(ochreOrMoss.length);

    await expect(choice('Material', 'Stoneware')).toHaveAccessibleName(`Stoneware ${both.length}`);
    await choice('Material', 'Stoneware').check();
    await filters.getByRole('button', { name: 'Show products' }).click();
    await expect(page).toHaveURL(/f=material\.stoneware/);
    expect(await count(page)).toBe(both.length);
    expect((await names(page)).toSorted()).toEqual(both.map(({ name }) => name.en!).toSorted());
    await expect(filters.locator('input[value="colour.ochre"]')).toBeChecked();

    await page.getByRole('list', { name: 'Chosen filters' }).getByRole('link', { name: 'Clear all' }).click();
    await expect(page).toHaveURL('/c/home');
    expect(await count(page)).toBe(goods.length);
  });

  test('a price range keeps what costs as much, in the currency that is shown', async ({ page }) => {
    await page.goto('/c/tableware?price=2000-3000&sort=price-asc');
    const prices = await shownPrices(page);
    expect(prices.length).toBeGreaterThan(3);
    for (const { from, to } of prices) {
      expect(from).toBeLessThanOrEqual(3000);
      expect(to).toBeGreaterThanOrEqual(from);
    }
    await expect(page.getByRole('link', { name: 'Remove €20 to €30' })).toBeVisible();
  });
});

test.describe('order and pages', () => {
  test('sorting by price and by name', async ({ page }) => {
    await page.goto('/c/tableware');
    await page.getByRole('button', { name: 'Sort: Newest' }).click();
    await page
      .getByRole('navigation', { name: 'Sort by' })
      .getByRole('link', { name: 'Price, low to high' })
      .click();
    await expect(page).toHaveURL('/c/tableware?sort=price-asc');
    const cheapFirst = (await shownPrices(page)).map(({ from }) => from);
    expect(cheapFirst.length).toBe(demoProductsIn('tableware').length);
    expect(cheapFirst).toEqual(cheapFirst.toSorted((a, b) => a - b));

    await page.getByRole('button', { name: 'Sort: Price, low to high' }).click();
    await page.getByRole('link', { name: 'Name', exact: true }).click();
    await expect(page).toHaveURL('/c/tableware?sort=name');
    const byName = await names(page);
    expect(byName).toEqual(byName.toSorted(new Intl.Collator('en').compare));
  });

  test('pages hold every product once, keep the order, and mark where one is', async ({ page }) => {
    const goods = demoProductsIn('home');
    await page.goto('/c/home?sort=name');
    const first = await names(page);
    expect(first).toHaveLength(24);
    const pages = page.getByRole('navigation', { name: 'Pages' });
    await expect(pages.getByRole('link', { name: 'Page 1', exact: true })).toHaveAttribute(
      'aria-current',
      'page',
    );
    await pages.getByRole('link', { name: 'Next' }).click();
    await expect(page).toHaveURL(/sort=name&page=2|page=2&sort=name/);
    const seen = [...first, ...(await names(page))];
    const last = Math.ceil(goods.length / 24);
    for (let number = 3; number <= last; number++) {
      await page.goto(`/c/home?sort=name&page=${number}`);
      seen.push(...(await names(page)));
    }
    expect(seen.toSorted()).toEqual(goods.map(({ name }) => name.en!).toSorted());
    await expect(pages.getByRole('link', { name: 'Next' })).toHaveCount(0);
  });
});

/** Of every card on the page; `to` is `from` where one price holds for all variants, else it is not known and endless. */
async function shownPrices(page: Page): Promise<{ from: number; to: number }[]> {
  const texts = await page.getByRole('main').getByRole('article').allInnerTexts();
  return texts.map((text) => {
    const line = text.split('\n').find((each) => each.includes('€'))!;
    // What it cost before stands behind the price.
    const from = amountIn(/€[\d.,]+/.exec(line)![0]);
    return { from, to: line.startsWith('from') || line.includes('from ') ? Number.POSITIVE_INFINITY : from };
  });
}
