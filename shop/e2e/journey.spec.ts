import { type Currency, demoPrice, demoProduct, type Locale, optionLabel } from './demo-goods.ts';
import { amountIn, priceText } from './money.ts';
import { expect, type Page, test } from './visitor.ts';

const words = {
  en: {
    home: '/',
    mainMenu: 'Main menu',
    department: 'Home',
    category: 'Mugs & cups',
    filters: 'Filters',
    colour: 'Colour',
    apply: 'Show products',
    products: (count: number) => (count === 1 ? '1 product' : `${count} products`),
    quantity: 'Quantity',
    add: 'Add to cart',
    added: /is in your cart|Added to your cart/,
    cart: /^Cart/,
    total: 'Total',
    savings: 'Reduced prices',
    update: 'Update',
    undo: 'Undo',
    removeName: (name: string) => `Remove ${name}`,
    quantityOf: (name: string) => `Quantity of ${name}`,
    empty: 'Your cart is empty',
    currency: 'Currency',
    pounds: 'GBP British Pound',
  },
  de: {
    home: '/de',
    mainMenu: 'Hauptmenü',
    department: 'Zuhause',
    category: 'Becher & Tassen',
    filters: 'Filter',
    colour: 'Farbe',
    apply: 'Artikel zeigen',
    products: (count: number) => `${count} Artikel`,
    quantity: 'Anzahl',
    add: 'In den Warenkorb',
    added: /liegt im Warenkorb|In den Warenkorb gelegt/,
    cart: /^Warenkorb/,
    total: 'Gesamt',
    savings: 'Reduzierte Preise',
    update: 'Ändern',
    undo: 'Rückgängig machen',
    removeName: (name: string) => `${name} entfernen`,
    quantityOf: (name: string) => `Anzahl von ${name}`,
    empty: 'Ihr Warenkorb ist leer',
    currency: 'Währung',
    pounds: 'GBP Britisches Pfund',
  },
} as const;

interface Shopper {
  readonly locale: Locale;
  readonly currency: Currency;
}

const shoppers: readonly (Shopper & { title: string })[] = [
  { title: 'in English and euros', locale: 'en', currency: 'EUR' },
  { title: 'in German and euros', locale: 'de', currency: 'EUR' },
  { title: 'in English and pounds', locale: 'en', currency: 'GBP' },
  { title: 'in German and pounds', locale: 'de', currency: 'GBP' },
];

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    for (const shopper of shoppers) {
      test(`from the home page to the right total ${shopper.title}`, async ({ page }) => {
        await buyTwoThings(page, shopper);
      });
    }
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test('from the home page to the right total', async ({ page }) => {
    await buyTwoThings(page, { locale: 'en', currency: 'EUR' }, { phone: true });
  });
});

test('prices and the cart follow the currency, there and back', async ({ page }) => {
  const mug = { colour: 'rowan', size: '350ml' };
  await page.goto('/p/tide-mug?colour=rowan');
  await page.getByRole('radio', { name: /350 ml/ }).check();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText(words.en.added)).toBeVisible();
  for (const [currency, button] of [
    ['GBP', 'GBP British Pound'],
    ['EUR', 'EUR Euro'],
  ] as const) {
    await page.goto('/cart');
    await page.getByRole('form', { name: 'Currency' }).getByRole('button', { name: button }).click();
    await expect(page).toHaveURL('/cart');
    await expectTotal(page, demoPrice('tide-mug', mug, currency).now, { locale: 'en', currency });
    await expect(page.getByRole('button', { name: button })).toHaveAttribute('aria-pressed', 'true');
    await page.goto('/c/mugs');
    await expect(cardOf(page, 'Skerry tumbler')).toContainText(
      priceText(demoPrice('skerry-tumbler', {}, currency).now, { locale: 'en', currency }),
    );
  }
});

test('a cart is the same in both languages', async ({ page }) => {
  await page.goto('/p/skerry-tumbler');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText(words.en.added)).toBeVisible();
  await page.goto('/cart');
  await page.getByRole('navigation', { name: 'Language' }).getByRole('link', { name: 'Deutsch' }).click();
  await page.getByRole('banner').getByRole('link', { name: words.de.cart }).click();
  await expect(page.getByRole('main').getByRole('link', { name: 'Trinkbecher Schäre' })).toBeVisible();
  await expectTotal(page, demoPrice('skerry-tumbler', {}, 'EUR').now, { locale: 'de', currency: 'EUR' });
});

test('what is sold out cannot be chosen, what is scarce says how many are left', async ({ page }) => {
  await page.goto('/p/tide-mug?colour=ochre');
  await expect(page.getByRole('radio', { name: /350 ml.*Sold out/ })).toBeDisabled();
  await expect(page.getByRole('radio', { name: /250 ml/ })).toBeEnabled();
  await page.goto('/p/tide-mug?colour=rowan');
  await page.getByRole('radio', { name: /250 ml/ }).check();
  await expect(page.getByRole('main')).toContainText(/Only \d left/);
});

test('more than there is cannot be had: the cart says so and keeps what it had', async ({ page }) => {
  const { variants } = demoProduct('tide-mug');
  const scarce = variants.find(({ options }) => options.colour === 'rowan' && options.size === '250ml');
  const left = Number(scarce?.stock?.warehouse);
  await page.goto('/p/tide-mug?colour=rowan');
  await page.getByRole('radio', { name: /250 ml/ }).check();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText(words.en.added)).toBeVisible();
  await page.goto('/cart');
  const field = page.getByLabel('Quantity of Tide mug');
  await expect(field).toHaveAttribute('max', String(left));
  // Past the browser's own check, as a script or an older page would send it.
  await field.evaluate((input: HTMLInputElement) => input.removeAttribute('max'));
  await field.fill(String(left + 1));
  await page.getByRole('button', { name: 'Update' }).click();
  await expect(page.getByText(/so nothing was changed/)).toBeVisible();
  await expect(page.getByLabel('Quantity of Tide mug')).toHaveValue('1');
});

async function buyTwoThings(page: Page, shopper: Shopper, { phone = false } = {}): Promise<void> {
  const { locale, currency } = shopper;
  const w = words[locale];
  await page.goto(w.home);
  if (currency === 'GBP') {
    await page.getByRole('form', { name: w.currency }).getByRole('button', { name: w.pounds }).click();
    await expect(page.getByRole('button', { name: w.pounds })).toHaveAttribute('aria-pressed', 'true');
  }
  if (phone) await page.getByRole('button', { name: 'Menu', exact: true }).click();
  const menu = page.getByRole('navigation', { name: w.mainMenu });
  await menu.getByRole('button', { name: w.department, exact: true }).click();
  await menu.getByRole('link', { name: w.category }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.category);

  const mug = demoProduct('tide-mug').name[locale]!;
  const rowan = optionLabel('tide-mug', 'colour', 'rowan', locale);
  if (phone) await page.getByRole('button', { name: w.filters, exact: true }).click();
  const filters = page.getByRole('form', { name: w.filters });
  const choice = filters.getByRole('group', { name: w.colour }).getByRole('checkbox', { name: rowan });
  const found = Number(/\d+$/.exec((await choice.locator('xpath=..').innerText()).trim())?.[0]);
  await choice.check();
  await filters.getByRole('button', { name: w.apply }).click();
  await expect(page).toHaveURL(/f=colour\.rowan/);
  // A phone has no room for the count beside the buttons.
  if (!phone) await expect(page.getByRole('main').getByRole('status')).toHaveText(w.products(found));
  await expect(page.getByRole('main').getByRole('article')).toHaveCount(found);

  await page.getByRole('main').getByRole('link', { name: mug, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(mug);
  await page.getByRole('main').getByRole('link', { name: rowan }).click();
  await expect(page.getByRole('link', { name: rowan })).toHaveAttribute('aria-current', 'true');
  const size = page.getByRole('radio', { name: /350 ml/ });
  const each = amountIn((await size.locator('xpath=..').innerText()).replace('350 ml', ''));
  expect(each).toBe(demoPrice('tide-mug', { colour: 'rowan', size: '350ml' }, currency).now);
  await size.check();
  await expect(size).toBeChecked();
  await page.getByLabel(w.quantity, { exact: true }).selectOption('2');
  await page.getByRole('button', { name: w.add }).click();
  await expect(page.getByText(w.added)).toBeVisible();

  const cup = demoProduct('ferry-espresso-cup').name[locale]!;
  const cupPrice = demoPrice('ferry-espresso-cup', { colour: 'ink' }, currency);
  const cupSlug = demoProduct('ferry-espresso-cup').slug?.[locale];
  await page.goto(`${locale === 'de' ? '/de' : ''}/p/${cupSlug}?colour=ink`);
  await page.getByRole('button', { name: w.add }).click();
  await expect(page.getByText(w.added)).toBeVisible();

  const badge = page.getByRole('banner').getByRole('link', { name: w.cart });
  await expect(badge).toHaveAccessibleName(/3/);
  await badge.click();
  const mugLine = lineOf(page, mug);
  await expect(mugLine).toContainText(rowan);
  await expect(mugLine).toContainText('350 ml');
  await expect(mugLine).toContainText(priceText(2 * each, shopper));
  await expectTotal(page, 2 * each + cupPrice.now, shopper);
  await expect(lineOf(page, cup)).toContainText(priceText(cupPrice.regular, shopper));
  await expect(page.getByRole('listitem').filter({ hasText: w.savings })).toContainText(
    priceText(cupPrice.now - cupPrice.regular, shopper),
  );

  await mugLine.getByLabel(w.quantityOf(mug)).fill('3');
  await mugLine.getByRole('button', { name: w.update }).click();
  await expectTotal(page, 3 * each + cupPrice.now, shopper);

  await page.getByRole('button', { name: w.removeName(mug) }).click();
  await expect(lineOf(page, mug)).toHaveCount(0);
  await page.getByRole('button', { name: w.undo }).click();
  await expect(mugLine.getByLabel(w.quantityOf(mug))).toHaveValue('3');
  await expectTotal(page, 3 * each + cupPrice.now, shopper);

  await page.getByRole('button', { name: w.removeName(cup) }).click();
  await expect(lineOf(page, cup)).toHaveCount(0);
  await expectTotal(page, 3 * each, shopper);
  await expect(page.getByText(w.savings)).toHaveCount(0);

  await page.getByRole('button', { name: w.removeName(mug) }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(w.empty);
}

function lineOf(page: Page, name: string) {
  return page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });
}

function cardOf(page: Page, name: string) {
  return page.getByRole('article').filter({ has: page.getByRole('link', { name, exact: true }) });
}

async function expectTotal(page: Page, amount: number, shopper: Shopper): Promise<void> {
  await expectRow(page, words[shopper.locale].total, priceText(amount, shopper));
}

// A term and its definition; `dt` and `dd` have roles of their own.
async function expectRow(page: Page, term: string, text: string): Promise<void> {
  const row = page
    .getByRole('complementary')
    .locator('dl > div')
    .filter({
      has: page.getByRole('term').getByText(term, { exact: true }),
    });
  await expect(row.getByRole('definition')).toHaveText(text);
}
