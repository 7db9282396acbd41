import { colours, expectAccessible } from './accessible.ts';
import { demoPages, type Locale } from './demo-goods.ts';
import { expect, type Page, test } from './visitor.ts';

// Colours that are on their way from one to another have no contrast of their own.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 900 };

const pages: Readonly<Record<string, Readonly<Partial<Record<Locale, string>>>>> = {
  ...demoPages,
  'nothing found': { en: '/search?q=xylophonequartz', de: '/de/search?q=xylophonequartz' },
  'not found': { en: '/nowhere', de: '/de/nirgends' },
  'sign-in': { en: '/sign-in' },
  invitation: { en: '/invitation?token=over' },
};

/** Light and dark, wide and narrow. Only colours differ between light and dark. */
async function expectAccessibleEverywhere(page: Page, state: string): Promise<void> {
  for (const viewport of [desktop, phone]) {
    await page.setViewportSize(viewport);
    const where = `${state}, ${viewport === phone ? 'phone' : 'desktop'}`;
    await page.emulateMedia({ colorScheme: 'light' });
    await expectAccessible(page, `${where}, light`);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page, `${where}, dark`, { rules: colours });
  }
}

for (const [name, paths] of Object.entries(pages)) {
  for (const [locale, path] of Object.entries(paths)) {
    test(`the ${name} page has no serious finding, in ${locale}`, async ({ page }) => {
      await page.goto(path);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      // Another language is other words: what could be wrong with them is wrong everywhere.
      if (locale === 'en') await expectAccessibleEverywhere(page, name);
      else await expectAccessible(page, name);
    });
  }
}

test('a filled cart with a sale, a notice and a scarce article has no serious finding', async ({ page }) => {
  await page.goto('/p/ferry-espresso-cup?colour=ink');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText(/is in your cart/)).toBeVisible();
  await page.goto('/p/lull-teapot?colour=moss');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText(/is in your cart/)).toBeVisible();
  await page.goto('/cart');
  const field = page.getByLabel('Quantity of Lull teapot');
  await field.evaluate((input: HTMLInputElement) => input.removeAttribute('max'));
  await field.fill('90');
  await field.press('Enter');
  await expect(page.getByText(/so nothing was changed/)).toBeVisible();
  await expectAccessibleEverywhere(page, 'filled cart');
});

test('what opens has no serious finding: menu, suggestions, filters, answers', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(desktop);
  await page.goto('/c/tableware?f=colour.moss');
  await page.getByRole('button', { name: 'Home', exact: true }).click();
  await expect(page.getByRole('link', { name: 'All of Home' })).toBeVisible();
  await expectAccessible(page, 'menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Sort/ }).click();
  await expectAccessible(page, 'sort menu');
  await page.keyboard.press('Escape');
  await page.getByLabel('Search the shop').pressSequentially('mug');
  await expect(page.getByRole('listbox')).toBeVisible();
  await expectAccessible(page, 'suggestions');

  await page.setViewportSize(phone);
  await page.goto('/c/tableware?f=colour.moss');
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Close menu' })).toBeVisible();
  await expectAccessible(page, 'menu on a phone');
  await page.getByRole('button', { name: 'Home', exact: true }).click();
  await expect(page.getByRole('link', { name: 'All of Home' })).toBeVisible();
  await expectAccessible(page, 'part of the menu on a phone');
  await page.goto('/c/tableware?f=colour.moss');
  await page.getByRole('button', { name: /^Filters/ }).click();
  await expect(page.getByRole('button', { name: 'Show products' })).toBeVisible();
  await expectAccessible(page, 'filters on a phone');

  await page.goto('/p/tide-mug?colour=rowan');
  await page.getByRole('radio', { name: /250 ml/ }).check();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText(/is in your cart/)).toBeVisible();
  await page.getByText('In our stores').click();
  await expectAccessible(page, 'answer of the buy box');
});

test('the first Tab stop leads past the header to the content', async ({ page }) => {
  for (const { path, name } of [
    { path: '/', name: 'Skip to content' },
    { path: '/de/p/becher-tide', name: 'Zum Inhalt springen' },
  ]) {
    await page.goto(path);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await page.keyboard.press('Tab');
    expect(await page.getByRole('main').evaluate((main) => main.contains(document.activeElement))).toBe(true);
  }
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('one can buy with the keyboard alone', async ({ page }) => {
      await page.goto('/');
      await tabTo(page, 'Home', { role: 'button' });
      await page.keyboard.press('Enter');
      await expect(page.getByRole('link', { name: 'All of Home' })).toBeVisible();
      await tabTo(page, 'Mugs & cups', { role: 'link' });
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL('/c/mugs');
      await page.goto('/c/mugs');
      await tabTo(page, 'Tide mug', { role: 'link' });
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL('/p/tide-mug');
      await tabTo(page, 'Chalk', { role: 'link' });
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL('/p/tide-mug?colour=chalk');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tide mug');
      await tabTo(page, /250 ml/, { role: 'radio' });
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('radio', { name: /350 ml/ })).toBeChecked();
      await tabTo(page, 'Quantity', { role: 'combobox' });
      await page.keyboard.press('2');
      await tabTo(page, 'Add to cart', { role: 'button' });
      await page.keyboard.press('Enter');
      await expect(page.getByText(/is in your cart|Added to your cart/)).toBeVisible();
      await page.goto('/cart');
      await expect(page.getByRole('main')).toContainText('€60.00');
      await tabTo(page, 'Remove Tide mug', { role: 'button' });
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your cart is empty');
    });
  });
}

/** Presses Tab until the named thing has the focus, as somebody without a mouse would. @throws when it is never reached. */
async function tabTo(
  page: Page,
  name: string | RegExp,
  { role }: { role: 'button' | 'link' | 'radio' | 'combobox' },
): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true }).and(page.locator(':focus'));
  for (let stops = 0; stops < 90; stops++) {
    await page.keyboard.press('Tab');
    if ((await wanted.count()) > 0) return;
  }
  throw new Error(`Ninety Tab stops do not reach the ${role} "${name}".`);
}
