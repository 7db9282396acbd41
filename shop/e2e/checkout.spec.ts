import { expectAccessible, expectAccessibleInBoth } from './accessible.ts';
import {
  begin,
  card,
  euros,
  expectOrder,
  field,
  fillIn,
  isScripted,
  notice,
  orderNumber,
  parcel,
  payButton,
  ready,
  total,
  tumbler,
  words,
} from './checkout-page.ts';
import { owner } from './editor-page.ts';
import { priceText } from './money.ts';
import { expect, type Locator, type Page, sameOrigin, test } from './visitor.ts';

interface Card {
  readonly code: string;
  readonly pin: string;
}

/** A new gift card of so many cents, from the shop's own API. */
async function giftCard(page: Page, amount: number): Promise<Card> {
  const { email, password } = owner;
  const data = { email, password };
  const session = await page.request.post('/api/admin/v1/sessions', { data });
  const { token } = (await session.json()) as { token: string };
  const answer = await page.request.post('/api/admin/v1/gift-cards', {
    data: { amount, currency: 'EUR' },
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  return (await answer.json()) as Card;
}

async function bringGiftCard(page: Page, { code, pin }: Card) {
  await field(page, 'giftCard.code').fill(code);
  await field(page, 'giftCard.pin').fill(pin);
  await page.getByRole('button', { name: 'Use gift card' }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    for (const locale of ['en', 'de'] as const) {
      for (const currency of ['EUR', 'GBP'] as const) {
        test(`from the cart to the order in ${locale} and ${currency}`, async ({ page }) => {
          await ready(page, { locale, currency });
          const price = priceText(tumbler(currency) + parcel[currency], { locale, currency });
          await expect(total(page, locale)).toHaveText(price);
          await expect(payButton(page)).toContainText(price);
          await payButton(page).click();
          await expectOrder(page, locale);
          await expect(total(page, locale)).toHaveText(price);
          await expect(page.getByRole('main')).toContainText('Hafenstraße 1');
          await page.goto(words[locale].checkout);
          await expect(payButton(page)).toHaveCount(0);
        });
      }
    }

    test('what is missing is marked beside its field, the first has the focus, and nothing typed is lost', async ({
      page,
    }) => {
      await begin(page, { locale: 'de' });
      await field(page, 'contact.email').fill('ada@example');
      await field(page, 'address.street').fill('Hafenstraße 1');
      await field(page, 'note').fill('Bitte zweimal klingeln');
      await card(page, 'sim-challenge').check();
      await payButton(page).click();
      await expect(notice(page)).toContainText('Es wurde noch nichts bezahlt.');
      const email = field(page, 'contact.email');
      await expect(email).toBeFocused();
      await expect(email).toHaveAccessibleDescription(/Bitte eine E-Mail-Adresse angeben/);
      await expect(email).toHaveValue('ada@example');
      await expect(field(page, 'address.street')).toHaveValue('Hafenstraße 1');
      await expect(field(page, 'address.city')).toHaveAccessibleDescription('Bitte den Ort angeben.');
      await expect(field(page, 'note')).toHaveValue('Bitte zweimal klingeln');
      await expect(card(page, 'sim-challenge')).toBeChecked();
    });

    test('[CART-22] a code that the cart refuses stays in its field, which says why', async ({ page }) => {
      await begin(page);
      await page.goto('/cart');
      await page.getByText('Discount code').first().click();
      const code = page.getByRole('textbox', { name: 'Discount code' });
      await code.fill('AHOI-NOWHERE');
      await page.getByRole('button', { name: 'Apply' }).click();
      await expect(code).toBeFocused();
      await expect(code).toHaveValue('AHOI-NOWHERE');
      await expect(code).toHaveAccessibleDescription(/We do not know this code/);
      if (await isScripted(page)) await expectAccessible(page, 'a refused code in the cart');
    });

    test('[DA-113] a quantity that was typed in the cart goes along to the checkout; Enter in its field only updates', async ({
      page,
    }) => {
      await begin(page);
      await page.goto('/cart');
      const quantity = page.getByLabel('Quantity of Skerry tumbler');
      await quantity.fill('2');
      await quantity.press('Enter');
      await expect(page.getByRole('main')).toContainText('2 items');
      await expect(page).toHaveURL('/cart');
      await quantity.fill('3');
      await page.getByRole('button', { name: words.en.toCheckout }).click();
      await expect(page).toHaveURL('/checkout');
      await expect(total(page)).toHaveText(euros(3 * tumbler('EUR')));
      await page.goto('/cart');
      // Past the browser's own check, as an older page would send it.
      if (await isScripted(page)) {
        await quantity.evaluate((input: HTMLInputElement) => input.removeAttribute('max'));
        await quantity.fill('99');
        await page.getByRole('button', { name: words.en.toCheckout }).click();
        await expect(page).toHaveURL('/cart');
        await expect(quantity).toBeFocused();
        await expect(quantity).toHaveAccessibleDescription(/^Only \d+ left, so nothing was changed here\.$/);
        await expectAccessible(page, 'a refused quantity in the cart');
      }
      await expect(quantity).toHaveValue('3');
    });

    test('a card that is declined is followed by one that is accepted', async ({ page }) => {
      await ready(page);
      await card(page, 'sim-no-funds').check();
      await payButton(page).click();
      await expect(notice(page)).toContainText('not enough money on this card');
      const why = page.getByText('There was not enough money on this card');
      await expect(why).toBeFocused();
      await expect(why).toBeInViewport();
      await expect(field(page, 'contact.name')).toHaveValue('Ada Lovelace');
      await card(page, 'sim-approve').check();
      await payButton(page).click();
      await expectOrder(page);
    });

    test('a payment that is confirmed at the bank comes back to the order, and the browser has nothing to complain of', async ({
      page,
    }) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await ready(page);
      await card(page, 'sim-challenge').check();
      await payButton(page).click();
      await expect(page).toHaveURL(/\/_bank\/sim_/);
      const bank = page.url();
      // Not its cents as if they were euros.
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Pay €\d{2,3}\.\d\d\?$/);
      await page.goto('/checkout');
      await expect(page.getByRole('heading', { name: 'Your payment is under way' })).toBeVisible();
      await page.getByRole('link', { name: 'Go on at the bank' }).click();
      await expect(page).toHaveURL(bank);
      await page.getByRole('button', { name: 'Confirm' }).click();
      await expect(page).toHaveURL(/\/order\?id=[\w-]+&key=/);
      await expectOrder(page);
      // Coming back placed the order: the cart is empty on this very page.
      await expect(page.getByRole('banner').getByRole('link', { name: /^Cart/ })).toHaveAccessibleName(
        'Cart, empty',
      );
      await expect(page.getByRole('link', { name: 'Receipt' })).toBeVisible();
      expect(complaints).toEqual([]);
    });

    test('[RT-HOLE-2] the address after the bank opens the order for whoever it is told, in German too', async ({
      page,
      browser,
      baseURL,
    }) => {
      await ready(page, { locale: 'de' });
      await card(page, 'sim-challenge').check();
      await payButton(page).click();
      await page.getByRole('button', { name: 'Bestätigen' }).click();
      await expect(page).toHaveURL(/\/de\/bestellung\?id=[\w-]+&key=/);
      await expectOrder(page, 'de');
      const context = await browser.newContext({ baseURL: baseURL!, javaScriptEnabled });
      const other = await context.newPage();
      await other.goto(page.url());
      await expectOrder(other, 'de');
      await expect(other.getByRole('link', { name: 'Beleg' })).toBeVisible();
      await context.close();
    });

    test('the bank speaks the language of the shopper, and the order says so how it was paid', async ({
      page,
    }) => {
      await ready(page, { locale: 'de' });
      await card(page, 'sim-challenge').check();
      await payButton(page).click();
      const price = priceText(tumbler('EUR') + parcel.EUR, { locale: 'de', currency: 'EUR' });
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${price} bezahlen?`);
      await expect(page.locator('html')).toHaveAttribute('lang', 'de');
      await expect(page).toHaveTitle(/^Zahlung bestätigen/);
      const bank = page.url();
      await page.getByRole('button', { name: 'Bestätigen' }).click();
      await expectOrder(page, 'de');
      await expect(page.getByRole('main')).toContainText('Bezahlt: Testkarte mit Bestätigung bei der Bank');
      await page.goto(bank);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nichts zu bestätigen');
    });

    test('a payment that is refused at the bank can be tried again', async ({ page }) => {
      await ready(page);
      await card(page, 'sim-challenge').check();
      await payButton(page).click();
      await page.getByRole('button', { name: 'Refuse' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('The payment did not go through');
      await page.getByRole('link', { name: 'Back to checkout' }).click();
      await expect(page.getByText('not confirmed at the bank')).toBeVisible();
      await card(page, 'sim-approve').check();
      await payButton(page).click();
      await expectOrder(page);
    });

    test('a payment under way can be stopped to change the order', async ({ page }) => {
      await ready(page);
      await card(page, 'sim-challenge').check();
      await payButton(page).click();
      await expect(page).toHaveURL(/\/_bank\//);
      await page.goto('/checkout');
      await page.getByRole('button', { name: /Stop the payment/ }).click();
      await expect(field(page, 'contact.email')).toHaveValue('ada@example.com');
    });

    test('an address that cannot be used in the country chosen leaves nothing of the old one', async ({
      page,
    }) => {
      await ready(page, { locale: 'de' });
      const update = page.getByRole('button', { name: 'Lieferung und Preise aktualisieren' });
      const sendIn = async () => {
        if (!(await isScripted(page))) return update.click();
        await field(page, 'note').focus();
      };
      await field(page, 'address.postalCode').fill('');
      await field(page, 'address.country').selectOption('AT');
      await sendIn();
      await expect(field(page, 'address.postalCode')).toHaveAccessibleDescription(/Postleitzahl/);
      await expect(field(page, 'address.country')).toHaveValue('AT');
      await expect(field(page, 'address.street')).toHaveValue('Hafenstraße 1');
      await expect(page.getByText('Mit Ihrer Adresse sehen Sie, wie wir dorthin liefern.')).toBeVisible();
      await expect(page.getByRole('radio', { name: /Express/ })).toHaveCount(0);
      await expect(total(page, 'de')).toHaveText(
        priceText(tumbler('EUR'), { locale: 'de', currency: 'EUR' }),
      );
      await page.reload();
      await expect(field(page, 'address.country')).toHaveValue('AT');
      await expect(field(page, 'address.street')).toHaveValue('Hafenstraße 1');
      await expect(field(page, 'address.city')).toHaveValue('Kiel');
      await field(page, 'address.postalCode').fill('1010');
      await sendIn();
      await expect(page.getByRole('radio', { name: /Paket ins Ausland/ })).toBeChecked();
    });

    test('a code takes something off, and can be taken out again', async ({ page }) => {
      await ready(page);
      await field(page, 'coupon').fill('ahoy10');
      await page.getByRole('button', { name: 'Apply' }).click();
      const tenth = Math.round(tumbler('EUR') / 10);
      await expect(total(page)).toHaveText(euros(tumbler('EUR') - tenth + parcel.EUR));
      await expect(field(page, 'coupon')).toHaveValue('');
      await page.getByRole('button', { name: /Remove code ahoy10/i }).click();
      await expect(total(page)).toHaveText(euros(tumbler('EUR') + parcel.EUR));
      await field(page, 'coupon').fill('NO-SUCH-CODE');
      await field(page, 'coupon').press('Enter');
      await expect(field(page, 'coupon')).toHaveAccessibleDescription(/We do not know this code/);
      await expect(field(page, 'contact.name')).toHaveValue('Ada Lovelace');
    });

    test('a gift card pays a part, the bank the rest', async ({ page }) => {
      await ready(page);
      await bringGiftCard(page, await giftCard(page, 500));
      const rest = euros(tumbler('EUR') + parcel.EUR - 500);
      await expect(page.getByText('pays €5.00')).toBeVisible();
      await expect(total(page)).toHaveText(euros(tumbler('EUR') + parcel.EUR));
      await expect(payButton(page)).toHaveText(`Pay ${rest}`);
      await page.getByRole('button', { name: /Remove gift card/ }).click();
      await expect(payButton(page)).toHaveText(`Pay ${euros(tumbler('EUR') + parcel.EUR)}`);
      await bringGiftCard(page, await giftCard(page, 500));
      await expect(payButton(page)).toHaveText(`Pay ${rest}`);
      await payButton(page).click();
      await expectOrder(page);
      await expect(page.getByRole('main')).toContainText('Paid: gift card, €5.00');
      await expect(page.getByRole('main')).toContainText(`Paid: Test card, ${rest}`);
    });

    test('a gift card that has enough pays everything; a wrong PIN is said beside the code', async ({
      page,
    }) => {
      await ready(page);
      const known = await giftCard(page, 10_000);
      await bringGiftCard(page, { ...known, pin: known.pin === '000000' ? '000001' : '000000' });
      await expect(field(page, 'giftCard.code')).toHaveAccessibleDescription(/do not belong together/);
      await expect(field(page, 'giftCard.code')).toHaveValue(known.code);
      await expect(field(page, 'giftCard.pin')).toHaveValue('');
      await bringGiftCard(page, known);
      await expect(page.getByText('Gift cards and credit cover everything')).toBeVisible();
      await expect(payButton(page)).toHaveText('Place order');
      await payButton(page).click();
      await expectOrder(page);
      await expect(page.getByRole('main')).toContainText('Paid: gift card');
    });

    test('an order is looked up by number and email', async ({ page }) => {
      await ready(page);
      await payButton(page).click();
      await expectOrder(page);
      const number = await orderNumber(page);
      await page.getByRole('contentinfo').getByRole('link', { name: 'Look up an order' }).click();
      await page.getByLabel('Order number').fill(number);
      await page.getByLabel('Email').fill('bob@example.com');
      await page.getByRole('button', { name: 'Look up' }).click();
      await expect(page.getByText('We find no order')).toBeVisible();
      await expect(page.getByLabel('Order number')).toHaveValue(number);
      await page.getByLabel('Email').fill('ada@example.com');
      await page.getByRole('button', { name: 'Look up' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Order ${number}`);
      expect(page.url()).not.toContain(number);
    });
  });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`on a phone ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, javaScriptEnabled });

    test('[DA-114] nobody is led past delivery and payment, and a refusal is where the shopper is', async ({
      page,
    }) => {
      await begin(page);
      await field(page, 'contact.email').fill('ada@example.com');
      await field(page, 'contact.name').fill('Ada Lovelace');
      await field(page, 'address.street').fill('Hafenstraße 1');
      await field(page, 'address.postalCode').fill('24103');
      await field(page, 'address.city').fill('Kiel');
      await page.getByRole('button', { name: words.en.continue }).tap();
      await expect(page.getByRole('group', { name: 'Delivery' })).toBeFocused();
      await expect(page.getByRole('radio', { name: /Parcel/ })).toBeInViewport();
      await expect(field(page, 'terms')).not.toHaveAttribute('aria-invalid');
      await expect(payButton(page)).toHaveText(words.en.pay);
      await payButton(page).tap();
      await expect(field(page, 'terms')).toBeFocused();
      await expect(field(page, 'terms')).toBeInViewport();
      await field(page, 'terms').check();
      await card(page, 'sim-decline').check();
      await payButton(page).tap();
      await expect(page.getByText('Your last payment was declined')).toBeFocused();
      await expect(page.getByText('Your last payment was declined')).toBeInViewport();
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('goods are picked up at a store and a time', async ({ page }) => {
    await begin(page);
    await field(page, 'contact.email').fill('ada@example.com');
    await field(page, 'contact.name').fill('Ada Lovelace');
    await field(page, 'terms').check();
    await page.getByRole('radio', { name: /Pick up in store/ }).check();
    await field(page, 'delivery.storeId').selectOption('store-harbour');
    await page.getByRole('button', { name: 'Update delivery and prices' }).click();
    await field(page, 'delivery.slot').selectOption({ index: 1 });
    await payButton(page).click();
    await expectOrder(page);
    await expect(page.getByRole('main')).toContainText('Ostrand Harbour, Ostrand');
  });
});

test('goods are picked up at a store and a time, prices and times follow the choice', async ({ page }) => {
  await begin(page);
  await field(page, 'contact.email').fill('ada@example.com');
  await field(page, 'contact.name').fill('Ada Lovelace');
  const pickup = page.getByRole('radio', { name: /Pick up in store/ });
  await pickup.check();
  await expect(payButton(page)).toContainText('Pay €19.00');
  await expect(pickup).toBeFocused();
  await field(page, 'delivery.storeId').selectOption('store-harbour');
  await expect(field(page, 'delivery.slot')).toBeEnabled();
  await field(page, 'delivery.slot').selectOption({ index: 1 });
  await field(page, 'terms').check();
  await payButton(page).click();
  await expectOrder(page);
  await expect(page.getByRole('main')).toContainText('Ostrand Harbour, Ostrand');
});

test('a section that is left is filled in: the total is told, nothing is loaded anew and the focus stays', async ({
  page,
}) => {
  const loads: string[] = [];
  await begin(page);
  page.on('load', () => loads.push(page.url()));
  await fillIn(page);
  await field(page, 'note').focus();
  const price = priceText(tumbler('EUR') + parcel.EUR, { locale: 'en', currency: 'EUR' });
  await expect(total(page)).toHaveText(price);
  await expect(
    page
      .getByRole('main')
      .getByRole('status')
      .filter({ hasText: `The total is now ${price}.` }),
  ).toHaveCount(1);
  await expect(field(page, 'note')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Update delivery and prices' })).toBeHidden();
  await page.getByRole('radio', { name: /Express/ }).check();
  await expect(page.getByRole('radio', { name: /Express/ })).toBeFocused();
  await expect(total(page)).toHaveText(priceText(tumbler('EUR') + 1290, { locale: 'en', currency: 'EUR' }));
  expect(loads).toEqual([]);
  await page.reload();
  await expect(field(page, 'address.city')).toHaveValue('Kiel');
});

test('another country is taken at once when the rest of the address is there', async ({ page }) => {
  await ready(page);
  await field(page, 'address.postalCode').fill('1010');
  await field(page, 'address.city').fill('Wien');
  const country = field(page, 'address.country');
  await country.focus();
  await country.selectOption('AT');
  await expect(page.getByRole('radio', { name: /Parcel abroad/ })).toBeChecked();
  await expect(page.getByRole('radio', { name: /Express/ })).toHaveCount(0);
  await expect(payButton(page)).toContainText('Pay €');
  await expect(total(page)).not.toHaveText(euros(tumbler('EUR') + parcel.EUR));
  await expect(country).toBeFocused();
  await country.selectOption('DE');
  await expect(field(page, 'address.postalCode')).toHaveAccessibleDescription(/postal code/i);
  await expect(
    page
      .getByRole('main')
      .getByRole('status')
      .filter({ hasText: /postal code/i }),
  ).toHaveCount(1);
});

test('half an address is there again after another country was chosen and the page was loaded anew', async ({
  page,
}) => {
  await begin(page);
  await field(page, 'address.street').fill('Ringstraße 1');
  const kept = page.waitForResponse((response) => response.url().endsWith('/_actions/checkout.update'));
  await field(page, 'address.country').selectOption('AT');
  await kept;
  await expect(field(page, 'address.city')).not.toHaveAttribute('aria-invalid');
  await page.reload();
  await expect(field(page, 'address.street')).toHaveValue('Ringstraße 1');
  await expect(field(page, 'address.country')).toHaveValue('AT');
});

test('what was missing is marked until it is there, and then the notice about it goes', async ({ page }) => {
  await ready(page);
  await field(page, 'address.city').fill('');
  await field(page, 'terms').uncheck();
  await payButton(page).click();
  await expect(notice(page)).toContainText('Nothing was paid yet');
  await expect(page.locator('form[data-awake]')).toHaveCount(1);
  await field(page, 'address.city').fill('Kiel');
  await field(page, 'note').focus();
  await expect(field(page, 'address.city')).not.toHaveAttribute('aria-invalid');
  await expect(field(page, 'terms')).toHaveAttribute('aria-invalid');
  await expect(notice(page)).toBeVisible();
  await field(page, 'terms').check();
  await field(page, 'contact.name').focus();
  await expect(notice(page)).toHaveCount(0);
});

test('what was typed before the script came is filled in when its section is left', async ({ page }) => {
  await ready(page);
  const scripts = Promise.withResolvers<void>();
  await page.route('**/*.js', async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await field(page, 'contact.name').fill('Grace Hopper');
  scripts.resolve();
  await expect(page.locator('form[data-awake]')).toHaveCount(1);
  const saved = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.status() < 400,
  );
  await field(page, 'contact.name').focus();
  await field(page, 'note').focus();
  await saved;
  await page.reload();
  await expect(field(page, 'contact.name')).toHaveValue('Grace Hopper');
});

test('a notice about a card goes when another one is chosen', async ({ page }) => {
  await ready(page);
  await card(page, 'sim-no-funds').check();
  await payButton(page).click();
  await expect(notice(page)).toContainText('not enough money');
  await card(page, 'sim-approve').check();
  await expect(notice(page)).toHaveCount(0);
});

test('a double click pays once', async ({ page }) => {
  const paid: string[] = [];
  await ready(page);
  page.on('request', (request) => {
    if (request.url().endsWith('/_actions/checkout.pay')) paid.push(request.url());
  });
  await payButton(page).dblclick();
  await expectOrder(page);
  expect(paid).toHaveLength(1);
});

test('the same form sent three times at once is one order', async ({ page }) => {
  await ready(page);
  const form = await page
    .locator('form:has(button[data-pay])')
    .evaluate((element: HTMLFormElement) =>
      new URLSearchParams(new FormData(element) as unknown as Record<string, string>).toString(),
    );
  const headers = { ...sameOrigin(), 'content-type': 'application/x-www-form-urlencoded' };
  const send = () => page.request.post('/_actions/checkout.pay', { data: form, headers, maxRedirects: 0 });
  const answers = await Promise.all([send(), send(), send()]);
  const places = new Set(answers.map((answer) => answer.headers().location));
  expect([...places]).toEqual([expect.stringMatching(/^\/order\?id=/)]);
});

test('everything can be done by keys alone', async ({ page }) => {
  await begin(page);
  await field(page, 'contact.email').focus();
  await page.keyboard.type('ada@example.com');
  for (const [name, text] of [
    ['contact.name', 'Ada Lovelace'],
    ['address.street', 'Hafenstraße 1'],
    ['address.postalCode', '24103'],
    ['address.city', 'Kiel'],
  ] as const) {
    await tabTo(page, field(page, name));
    await page.keyboard.type(text);
  }
  await tabTo(page, page.getByRole('radio', { name: /Parcel/ }));
  await expect(payButton(page)).toContainText('Pay €23.90');
  await page.keyboard.press('ArrowDown');
  await expect(payButton(page)).toContainText('Pay €31.90');
  await expect(page.getByRole('radio', { name: /Express/ })).toBeFocused();
  await tabTo(page, field(page, 'terms'));
  await page.keyboard.press('Space');
  await tabTo(page, payButton(page));
  await page.keyboard.press('Enter');
  await expectOrder(page);
});

async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab');
    expect(await target.evaluate((element) => element === document.activeElement)).toBe(true);
  }).toPass({ intervals: [20] });
}

test('the purchase is accessible in every state', async ({ page }) => {
  test.slow();
  await page.goto('/checkout');
  await expectAccessibleInBoth(page, 'empty cart');
  await begin(page);
  await expectAccessibleInBoth(page, 'checkout');
  await field(page, 'billing.differs').check();
  await page.getByRole('radio', { name: /Pick up in store/ }).check();
  await expect(field(page, 'delivery.storeId')).toBeVisible();
  await payButton(page).click();
  await expect(notice(page)).toBeVisible();
  await expectAccessibleInBoth(page, 'wrongly filled in');
  await field(page, 'billing.differs').uncheck();
  await page.getByRole('radio', { name: /Parcel/ }).check();
  await fillIn(page);
  await field(page, 'coupon').fill('AHOY10');
  await field(page, 'coupon').press('Enter');
  await expect(page.getByText('Applied', { exact: true })).toBeVisible();
  await bringGiftCard(page, await giftCard(page, 500));
  await expect(page.getByText('pays €5.00')).toBeVisible();
  await expectAccessibleInBoth(page, 'with a gift card');
  await card(page, 'sim-decline').check();
  await payButton(page).click();
  await expect(page.getByText('Your last payment was declined')).toBeVisible();
  await expectAccessibleInBoth(page, 'declined');
  await card(page, 'sim-later').check();
  await payButton(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your bank is still deciding');
  await expectAccessibleInBoth(page, 'pending');
  await page.goto('/checkout');
  await expectAccessibleInBoth(page, 'under way');
  await page.goto('/order?id=nothing&key=nothing');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no order at this address');
  await expectAccessibleInBoth(page, 'unknown order');
  await page.goto('/order-lookup');
  await expectAccessibleInBoth(page, 'look-up');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test('what is bought opens and closes, and nothing is wider than the screen', async ({ page }) => {
    await begin(page);
    const goods = page.getByRole('group').filter({ hasText: '1 item' });
    await expect(page.getByText('Skerry tumbler')).toBeHidden();
    await goods.locator('summary').tap();
    await expect(page.getByText('Skerry tumbler')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});

test('nothing of a checkout is kept by anybody', async ({ page }) => {
  await begin(page);
  const response = await page.goto('/checkout');
  expect(response?.headers()['cache-control']).toBe('private, no-store');
});
