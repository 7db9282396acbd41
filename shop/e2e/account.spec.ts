import { readFileSync } from 'node:fs';
import { demoStore } from '../seed/index.ts';
import { expectAccessible, expectAccessibleInBoth } from './accessible.ts';
import { linkMailedTo } from './account-mail.ts';
import { owner } from './editor-page.ts';
import { expect, type Page, sameOrigin, test } from './visitor.ts';

const [freya, hanne] = demoStore.shoppers as [
  (typeof demoStore.shoppers)[number],
  (typeof demoStore.shoppers)[number],
];
const password = 'seven grey seals';
const notice = (page: Page) => page.locator('.vt-notice');
const field = (page: Page, name: string) => page.locator(`[name="${name}"]:not([type="hidden"])`);
const badge = (page: Page) => page.getByRole('banner').getByRole('link', { name: /^(Sign in|Your account)/ });
const someone = () => `ada-${crypto.randomUUID()}@example.com`;

async function signIn(page: Page, who: { readonly email: string; readonly password: string }) {
  await page.goto('/account/sign-in');
  await page.getByLabel('Email').fill(who.email);
  await page.getByLabel('Password', { exact: true }).fill(who.password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
}

async function signUp(page: Page, email: string) {
  await page.goto('/account/sign-up');
  await page.getByLabel('Full name').fill('Ada Lovelace');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One more click');
  await expect(page.getByRole('status')).toContainText(email);
}

/** An order as staff have it, and the way to change it. */
async function asStaff(page: Page, number: string) {
  const { email, password: secret } = owner;
  const session = await page.request.post('/api/admin/v1/sessions', { data: { email, password: secret } });
  const { token } = (await session.json()) as { token: string };
  const headers = { authorization: `Bearer ${token}` };
  const found = await page.request.get(`/api/admin/v1/orders?q=${number}`, { headers });
  const { orders } = (await found.json()) as { orders: { id: string; number: string }[] };
  const order = `/api/admin/v1/orders/${orders.find((each) => each.number === number)!.id}`;
  const get = async (path: string) => (await page.request.get(order + path, { headers })).json();
  const post = async (path: string, data: object) => {
    const headersOf = { ...headers, 'idempotency-key': crypto.randomUUID() };
    const answer = await page.request.post(order + path, { headers: headersOf, data });
    expect(answer.status(), await answer.text()).toBe(200);
  };
  return { get, post };
}

/** Staff take an order back, so that nothing of it is under way. */
async function cancelOrder(page: Page, number: string) {
  await (await asStaff(page, number)).post('/cancellations', { reason: 'asked for by the shopper' });
}

/** Staff send all of an order from where it is kept. */
async function sendOrder(page: Page, number: string) {
  const { get, post } = await asStaff(page, number);
  const { order } = (await get('')) as { order: { lines: { id: string; quantity: number }[] } };
  const { kept } = (await get('/shipments')) as { kept: { locationId: string }[] };
  const lines = order.lines.map(({ id, quantity }) => ({ lineId: id, quantity }));
  await post('/shipments', { locationId: kept[0]!.locationId, lines, tracking: 'E2E 1', beforePaid: true });
}

test('an account from its beginning to its end', async ({ page, browser }) => {
  test.setTimeout(300_000);
  const email = someone();

  await page.goto('/account');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Please sign in');
  await signUp(page, email);
  await page.goto(await linkMailedTo(browser, email, 'Confirm your email'));
  await expectAccessible(page, 'the page of a mailed link');
  await page.getByRole('button', { name: 'Confirm and sign in' }).click();
  await expect(page).toHaveURL('/account');
  await expect(notice(page)).toHaveText('Hello Ada Lovelace, you are signed in.');
  await expect(badge(page)).toHaveAccessibleName('Your account, Ada Lovelace');
  const session = (await page.context().cookies()).find(({ name }) => name === 'vt_session');
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  await expectAccessibleInBoth(page, 'an account that is new');

  // With the keyboard alone.
  await page.getByRole('link', { name: 'Add an address' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Addresses');
  await page.getByRole('link', { name: 'Add an address' }).press('Enter');
  await expect(page.getByLabel('Name on the parcel')).toHaveValue('Ada Lovelace');
  await page.getByLabel('Street and house number').fill('   ');
  await page.getByLabel('Street and house number').press('Tab');
  await page.getByLabel('Postal code').fill('24103');
  await page.getByLabel('Town').fill('Kiel');
  await page.getByLabel('Town').press('Enter');
  await expect(page.getByText('Please enter street and house number.')).toBeVisible();
  await expect(page.getByLabel('Street and house number')).toBeFocused();
  await expect(page.getByLabel('Town')).toHaveValue('Kiel');
  await expectAccessible(page, 'an address with something missing');
  await page.getByLabel('Street and house number').fill('Hafenstraße 1');
  await page.getByLabel('Street and house number').press('Enter');
  await expect(page.getByText('Goods go here')).toBeVisible();

  await page.goto('/p/skerry-tumbler');
  await page.getByRole('button', { name: 'Put on the wish list' }).click();
  await expect(notice(page)).toHaveText('It is on your wish list.');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText('is in your cart')).toBeVisible();
  await page.goto('/checkout');
  await expect(field(page, 'contact.email')).toHaveValue(email);
  await expect(field(page, 'address.street')).toHaveValue('Hafenstraße 1');
  await expect(page.getByText('You are signed in as Ada Lovelace.')).toBeVisible();
  await expectAccessible(page, 'the checkout of a customer');
  await expect(page.locator('form[data-awake]')).toHaveCount(1);
  await field(page, 'terms').check();
  await page.locator('button[data-pay]').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you, Ada Lovelace');
  const number = /\d+/.exec(await page.getByText(/^Order \d+$/).innerText())![0];
  await expect(page.getByText('Keep it in an account')).toHaveCount(0);

  await badge(page).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(number) })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Order ${number}`);
  await expect(page.getByRole('main')).toContainText('Hafenstraße 1');
  const receipt = await page.request.get(
    (await page.getByRole('link', { name: 'Receipt' }).getAttribute('href'))!,
  );
  expect(await receipt.text()).toContain(number);
  await expectAccessible(page, 'an order of mine');
  await page.getByRole('link', { name: 'Wish list' }).click();
  await expect(page.getByRole('main').getByRole('heading', { name: 'Skerry tumbler' })).toBeVisible();
  await expectAccessible(page, 'the wish list');

  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(notice(page)).toHaveText('You are signed out.');
  await expect(badge(page)).toHaveAccessibleName('Sign in');
  // The session itself is over, not only forgotten by this browser.
  await page.context().addCookies([session!]);
  await page.goto('/account/orders');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Please sign in');

  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(page.getByRole('status')).toContainText(`If there is an account with ${email}`);
  await page.goto(await linkMailedTo(browser, email, 'Your link to sign in'));
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(badge(page)).toHaveAccessibleName('Your account, Ada Lovelace');
  await page.goBack();
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link does not work any more');

  await page.goto('/account/privacy');
  await page.getByRole('button', { name: 'I agree' }).click();
  await expect(page.getByText(/^You agreed on/)).toBeVisible();
  await expectAccessibleInBoth(page, 'privacy');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download my data' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^my-data-\d{4}-\d\d-\d\d\.json$/);
  const data = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(data.customer).toMatchObject({ email, addresses: [{ address: { street: 'Hafenstraße 1' } }] });
  expect(JSON.stringify(data)).toContain(number);

  const remove = async (typed: string) => {
    await page.goto('/account/privacy');
    await page.getByText('I want to delete my account').click();
    await page.getByLabel('Type your email to confirm').fill(typed);
    await page.getByRole('button', { name: 'Delete my account for good' }).click();
  };
  await remove('somebody@example.com');
  await expect(page.getByText('This is not the email of your account. Nothing was deleted.')).toBeVisible();
  await remove(email);
  await expect(notice(page)).toContainText(`of ${number} goods or money are still under way`);
  await cancelOrder(page, number);
  await remove(email);
  await expect(notice(page)).toHaveText('Your account is deleted. We wish you well.');
  await expect(badge(page)).toHaveAccessibleName('Sign in');
  await signIn(page, { email, password });
  await expect(page.getByText('Email and password do not belong together.')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a guest keeps an order in an account, and comes back by password', async ({ page, browser }) => {
    test.setTimeout(120_000);
    const email = someone();
    await page.goto('/p/skerry-tumbler');
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await page.goto('/checkout');
    for (const [name, value] of Object.entries({
      'contact.email': email,
      'contact.name': 'Ada Lovelace',
      'address.street': 'Hafenstraße 1',
      'address.postalCode': '24103',
      'address.city': 'Kiel',
    }))
      await field(page, name).fill(value);
    await field(page, 'terms').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.locator('button[data-pay]').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you, Ada Lovelace');
    const order = await page.getByText(/^Order \d+$/).innerText();

    // What was sent is told, its receipt is a page, and a return is announced: all with the link of the order.
    const number = /\d+/.exec(order)![0];
    const address = page.url();
    await sendOrder(page, number);
    await page.reload();
    await expect(page.getByRole('main')).toContainText('Tracking number E2E 1');
    await page.goto('/order-lookup');
    await field(page, 'number').fill(number);
    await field(page, 'email').fill(email);
    await page.getByRole('button', { name: 'Look up' }).click();
    await expect(page.getByRole('main')).toContainText('Tracking number E2E 1');
    await expect(page.getByRole('link', { name: 'Return something' })).toHaveCount(0);
    await page.goto(address);
    const receipt = (await page.getByRole('link', { name: 'Receipt' }).getAttribute('href'))!;
    const paper = await page.request.get(receipt);
    expect(await paper.text()).toContain(number);
    expect(paper.headers()['cache-control']).toBe('private, no-store');
    const withoutKey = await page.request.get(receipt.split('?')[0]!, { maxRedirects: 0 });
    expect(withoutKey.status()).toBe(303);
    await page.getByRole('link', { name: 'Return something' }).click();
    const withScripts = await (await browser.newContext({ javaScriptEnabled: true })).newPage();
    await withScripts.goto(page.url());
    await expectAccessibleInBoth(withScripts, 'announcing a return');
    await page.getByRole('button', { name: 'Announce the return' }).click();
    await expect(page.getByText('Please choose what comes back.')).toBeVisible();
    await page.getByLabel(/^How many come back/).selectOption('1');
    await page.getByLabel('Anything we should know').fill('The rim is chipped.');
    await page.getByRole('button', { name: 'Announce the return' }).click();
    await expect(page.getByText('Please choose why.')).toBeVisible();
    await expect(page.getByLabel('Anything we should know')).toHaveValue('The rim is chipped.');
    await page.getByLabel(/^Why/).selectOption('It is damaged');
    await page.getByRole('button', { name: 'Announce the return' }).click();
    await expect(notice(page)).toHaveText(`Your return ${number}-R1 is announced.`);
    await expect(page).toHaveURL(address);
    await expect(page.getByRole('main')).toContainText('Skerry tumbler');
    await expect(page.getByRole('link', { name: 'Return something' })).toHaveCount(0);
    await withScripts.goto(address);
    await withScripts.getByText('Call off this return').click();
    await expectAccessibleInBoth(withScripts, 'an order with a return');
    await withScripts.context().close();

    // It is called off with the same link, once that is confirmed, and can be announced again.
    const confirm = page.getByRole('button', { name: `Yes, call off return ${number}-R1` });
    await expect(confirm).toBeHidden();
    await page.getByText('Call off this return').click();
    await confirm.click();
    await expect(notice(page)).toHaveText(`Your return ${number}-R1 is called off. Nothing has to be sent.`);
    await expect(page).toHaveURL(address);
    await expect(page.getByRole('main')).toContainText('It was called off on ');
    await expect(page.getByText('Call off this return')).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Return something' })).toBeVisible();

    await page.getByLabel(/^Password/).fill(password);
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('One more click');
    await page.goto(await linkMailedTo(browser, email, 'Confirm your email'));
    await page.getByRole('button', { name: 'Confirm and sign in' }).click();
    await expect(page.getByRole('main').getByRole('link', { name: new RegExp(order) })).toBeVisible();
    await page.getByRole('button', { name: 'Sign out' }).click();

    // Nobody learns from the answer whether there is such an account.
    const said = async (address: string) => {
      await signIn(page, { email: address, password: 'not the right one' });
      await expect(page.getByLabel('Email')).toHaveValue(address);
      return (await page.getByRole('main').innerText()).replaceAll(address, '…');
    };
    expect(await said(email)).toBe(await said(someone()));
    // What a guest wishes is kept while they sign in.
    await page.goto('/p/skerry-tumbler');
    await page.getByRole('button', { name: 'Put on the wish list' }).click();
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await expect(notice(page)).toHaveText('Hello Ada Lovelace, you are signed in. It is on your wish list.');
    await expect(page).toHaveURL('/p/skerry-tumbler');

    await page.goto('/account/details');
    await page.getByLabel('Full name').fill('Ada King');
    await page.getByLabel('Language of our mails').selectOption('Deutsch');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(badge(page)).toHaveAccessibleName('Your account, Ada King');
    await page.goto('/account/wishes');
    await page.getByRole('button', { name: /^Remove / }).click();
    await expect(page.getByText('Nothing on it yet.')).toBeVisible();
  });
});

test('a wish is kept while somebody signs in by a mailed link', async ({ page, browser }) => {
  const email = 'hanne@ostrand.example';
  await page.goto('/p/beeswax-candles');
  await page.getByRole('button', { name: 'Put on the wish list' }).click();
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await page.goto(await linkMailedTo(browser, email, 'Your link to sign in'));
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(notice(page)).toHaveText(/you are signed in\. It is on your wish list\.$/);
  await page.goto('/account/wishes');
  await page.getByRole('button', { name: 'Remove Beeswax candles' }).click();
  await expect(notice(page)).toHaveText('It is no longer on your wish list.');
});

test('a customer of the trade sees and pays the prices of the trade, and guests never do', async ({
  page,
}) => {
  const product = '/p/shoal-plate';
  const price = async () =>
    (await page.getByRole('main').locator('.vt-price__now').first().innerText()).replace('from ', '');
  await page.goto(product);
  const asGuest = await price();
  await page.getByRole('radio', { name: /^18 cm/ }).check();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText('is in your cart')).toBeVisible();
  await signIn(page, hanne);
  // The cart filled before came along, with her price.
  await page.goto('/cart');
  const cart = page.getByRole('main');
  await expect(cart).toContainText('Shoal plate');
  await expect(cart).not.toContainText(asGuest);
  await page.goto(product);
  const hers = await price();
  expect(Number(hers.replace(/[^\d.]/g, ''))).toBeLessThan(Number(asGuest.replace(/[^\d.]/g, '')));
  await page.goto('/cart');
  await expect(cart).toContainText(hers);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.goto(product);
  expect(await price()).toBe(asGuest);
});

test('store credit pays at checkout when it is to, and addresses are chosen from one’s own', async ({
  page,
}) => {
  await signIn(page, freya);
  await expect(page).toHaveURL('/account');
  await expectAccessibleInBoth(page, 'an account with orders');
  await page.getByRole('link', { name: 'Store credit', exact: true }).click();
  await expect(page.getByRole('main')).toContainText('€15.00');
  await expectAccessible(page, 'store credit');
  await page.getByRole('link', { name: 'Points', exact: true }).click();
  await expect(page.getByRole('main')).toContainText('They are worth €13.00 at checkout.');
  await expectAccessibleInBoth(page, 'points');
  await page.goto('/account/details');
  await expectAccessible(page, 'details');

  await page.goto('/p/skerry-tumbler');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText('is in your cart')).toBeVisible();
  await page.goto('/checkout');
  await expect(page.locator('form[data-awake]')).toHaveCount(1);
  await expect(field(page, 'address.street')).toHaveValue('Deichweg 4');
  await page.getByRole('button', { name: /^Send to Werft Skarhamn/ }).click();
  await expect(field(page, 'address.street')).toHaveValue('Kaistraße 12');
  await expect(page.getByRole('button', { name: /^Chosen: Werft Skarhamn/ })).toBeVisible();
  const use = page.getByLabel('Use my store credit');
  const rest = await page.locator('button[data-pay]').innerText();
  await use.check();
  await expect(page.getByText(/^It pays €15\.00 of this order/)).toBeVisible();
  await expect(page.locator('button[data-pay]')).not.toHaveText(rest);
  await use.uncheck();
  await expect(page.locator('button[data-pay]')).toHaveText(rest);
  await page.getByLabel('Pay with points of Ostrand Crew').check();
  await expect(page.getByText(/^325 points pay €13\.00 of this order/)).toBeVisible();
  await page.getByLabel('How many points').fill('3');
  await page.getByLabel('How many points').press('Tab');
  // Beside the field, and said to whoever cannot see it.
  await expect(page.getByText('With this number nothing can be paid.')).toHaveCount(2);
  await page.getByLabel('How many points').fill('50');
  await page.getByLabel('How many points').press('Tab');
  await expect(page.getByText('50 points pay €2.00 of this order, 275 stay yours.')).toBeVisible();
  await expectAccessible(page, 'paying with points');
});

test('what belongs to somebody is not to be had from another site', async ({ page }) => {
  const foreign = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
  const asked = await page.request.post('/_account/export', { headers: foreign, maxRedirects: 0 });
  expect(asked.status()).toBe(403);
  const guest = await page.request.post('/_account/export', { headers: sameOrigin(), maxRedirects: 0 });
  expect([guest.status(), guest.headers().location]).toEqual([303, '/account']);
});
