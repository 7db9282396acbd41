import { type Currency, demoPrice, type Locale } from './demo-goods.ts';
import { priceText } from './money.ts';
import { expect, type Locator, type Page } from './visitor.ts';

export const words = {
  en: {
    checkout: '/checkout',
    product: '/p/skerry-tumbler',
    add: 'Add to cart',
    added: /is in your cart|Added to your cart/,
    toCheckout: 'Check out',
    terms: /terms and conditions/,
    pay: /^Pay /,
    continue: 'Continue',
    thanks: 'Thank you, Ada Lovelace',
    order: /^Order \d+$/,
    total: 'Total',
    look: /Please look once more, then pay/,
    pounds: 'GBP British Pound',
    currency: 'Currency',
  },
  de: {
    checkout: '/de/kasse',
    product: '/de/p/trinkbecher-schaere',
    add: 'In den Warenkorb',
    added: /liegt im Warenkorb|In den Warenkorb gelegt/,
    toCheckout: 'Zur Kasse',
    terms: /Geschäftsbedingungen/,
    pay: /bezahlen$/,
    continue: 'Weiter',
    thanks: 'Danke, Ada Lovelace',
    order: /^Bestellung \d+$/,
    total: 'Gesamt',
    look: /Bitte sehen Sie noch einmal hin/,
    pounds: 'GBP Britisches Pfund',
    currency: 'Währung',
  },
} as const;

export const parcel = { EUR: 490, GBP: 420 } as const;
export const tumbler = (currency: Currency) => demoPrice('skerry-tumbler', {}, currency).now;
export const field = (page: Page, name: string) => page.locator(`[name="${name}"]:not([type="hidden"])`);
export const payButton = (page: Page) => page.locator('button[data-pay]');
export const card = (page: Page, token: string) => page.locator(`input[value="simulator|card|${token}"]`);
export const notice = (page: Page) => page.locator('.vt-notice');

/** A tumbler in the cart, and the checkout open. */
export async function begin(
  page: Page,
  { locale = 'en', currency = 'EUR' }: { locale?: Locale; currency?: Currency } = {},
) {
  const w = words[locale];
  await page.goto(w.product);
  if (currency === 'GBP') {
    await page.getByRole('form', { name: w.currency }).getByRole('button', { name: w.pounds }).click();
    await expect(page.getByRole('button', { name: w.pounds })).toHaveAttribute('aria-pressed', 'true');
  }
  await page.getByRole('button', { name: w.add }).click();
  await expect(page.getByText(w.added)).toBeVisible();
  await page.goto(locale === 'de' ? '/de/cart' : '/cart');
  await page.getByRole('button', { name: w.toCheckout }).click();
  await expect(page).toHaveURL(w.checkout);
  if (await isScripted(page)) await expect(page.locator('form[data-awake]')).toHaveCount(1);
}

export function isScripted(page: Page): Promise<boolean> {
  return page.evaluate(() => matchMedia('(scripting: enabled)').matches);
}

export async function fillIn(page: Page) {
  await field(page, 'contact.email').fill('ada@example.com');
  await field(page, 'contact.name').fill('Ada Lovelace');
  await field(page, 'address.street').fill('Hafenstraße 1');
  await field(page, 'address.postalCode').fill('24103');
  await field(page, 'address.city').fill('Kiel');
  await field(page, 'terms').check();
}

/** Everything filled in, delivery and taxes in the total. */
export async function ready(page: Page, shopper: { locale?: Locale; currency?: Currency } = {}) {
  await begin(page, shopper);
  await fillIn(page);
  const w = words[shopper.locale ?? 'en'];
  // With scripts what is filled in is kept when its section is left; without them the first press of the button does it.
  if (!(await isScripted(page))) {
    await page.getByRole('button', { name: w.continue }).click();
    await expect(notice(page)).toContainText(w.look);
  }
  await expect(payButton(page)).toHaveText(w.pay);
}

export async function expectOrder(page: Page, locale: Locale = 'en') {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words[locale].thanks);
  await expect(page.getByText(words[locale].order)).toBeVisible();
}

export async function orderNumber(page: Page): Promise<string> {
  return /\d+/.exec(await page.getByText(words.en.order).innerText())![0];
}

export const euros = (amount: number) => priceText(amount, { locale: 'en', currency: 'EUR' });

export function total(page: Page, locale: Locale = 'en'): Locator {
  const term = page.getByRole('term').getByText(words[locale].total, { exact: true });
  return page.locator('dl > div').filter({ has: term }).getByRole('definition');
}
