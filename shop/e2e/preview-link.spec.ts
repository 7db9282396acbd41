import { expectAccessible } from './accessible.ts';
import { owner, signIn } from './editor-page.ts';
import { expect, type Page, sameOrigin, test } from './visitor.ts';

/** A link that staff make, and the way to end it. */
async function linkTo(page: Page, wish: { document: string; path: string; locale: string; at?: string }) {
  await signIn(page, owner);
  const made = await page.request.post('/editor/api/preview-links', {
    headers: sameOrigin(),
    data: { channel: 'online', currency: 'EUR', hours: 48, ...wish },
  });
  expect(made.status(), await made.text()).toBe(201);
  const { id, address } = (await made.json()) as { id: string; address: string };
  const { pathname, search } = new URL(address);
  const end = async () => {
    const ended = await page.request.delete(`/editor/api/preview-links/${id}`, { headers: sameOrigin() });
    expect(ended.status()).toBe(200);
  };
  return { address: pathname + search, end };
}

for (const javaScriptEnabled of [true, false])
  test(`[RT-PREVIEW-10] a form in a preview leads back to it, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    page,
    browser,
    baseURL,
  }) => {
    // Nothing is published there: without the link's parameters there is no such page.
    const link = await linkTo(page, { document: 'order-lookup', path: '/not-yet', locale: 'en' });
    const stranger = await (await browser.newContext({ baseURL: baseURL!, javaScriptEnabled })).newPage();
    await stranger.goto(link.address);
    await stranger.getByLabel('Order number').fill('1');
    await stranger.getByLabel('Email').fill('ada@example.com');
    await stranger.getByRole('button', { name: 'Look up' }).click();
    await expect(stranger.getByText('We find no order')).toBeVisible();
    await expect(stranger).toHaveURL(link.address);
    await expect(stranger.getByLabel('Order number')).toHaveValue('1');
    await expect(stranger.getByRole('complementary', { name: 'Preview' })).toBeVisible();
    expect((await stranger.request.get('/not-yet')).status()).toBe(404);
    await link.end();
    await stranger.context().close();
  });

test('[RT-PREVIEW-1] [RT-PREVIEW-3] a page opened by a preview link says so, and so does one whose link has ended', async ({
  page,
  browser,
  baseURL,
}) => {
  const link = await linkTo(page, {
    document: 'about',
    path: '/about',
    locale: 'en',
    at: '2027-03-05T08:00:00Z',
  });
  const stranger = await (await browser.newContext({ baseURL: baseURL!, javaScriptEnabled: true })).newPage();
  const bar = stranger.getByRole('complementary', { name: 'Preview' });
  const title = () => stranger.getByRole('heading', { level: 1 }).boundingBox();
  await stranger.goto('/about');
  await expect(bar).toHaveCount(0);
  const place = await title();
  for (const colorScheme of ['light', 'dark'] as const) {
    await stranger.emulateMedia({ colorScheme });
    await stranger.goto(link.address);
    await expect(bar).toContainText('as of Mar 5, 2027, 08:00 UTC. Ends ');
    expect(await title()).toEqual(place);
    await expectAccessible(stranger, `a preview, ${colorScheme}`);
  }
  // It can be folded away, to see what it covers.
  await bar.getByText('Preview', { exact: true }).press('Enter');
  await expect(bar.getByText('as of Mar 5')).toBeHidden();
  // It opens no other page, and says what can be done about that.
  const elsewhere = await stranger.goto(link.address.replace('/about', '/winter-table'));
  expect(elsewhere!.status()).toBe(403);
  await expect(
    stranger.getByRole('heading', { name: 'This preview link is for another page' }),
  ).toBeVisible();
  await expectAccessible(stranger, 'a preview link at another page');
  await stranger.getByRole('link', { name: 'Open that page' }).click();
  await expect(bar).toContainText('as of Mar 5');
  await link.end();
  await stranger.goto(link.address);
  await expect(bar).toHaveText('This preview link has ended. This is the public page.');
  await expectAccessible(stranger, 'a page whose preview link has ended');
  await stranger.goto('/about');
  await expect(bar).toHaveCount(0);
  await stranger.context().close();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test('[RT-PREVIEW-1] [RT-PREVIEW-3] nothing stays covered by the bar, and where nothing is public it says so', async ({
    page,
    browser,
    baseURL,
  }) => {
    const link = await linkTo(page, { document: 'about', path: '/not-there', locale: 'en' });
    const viewport = { width: 390, height: 844 };
    const stranger = await (await browser.newContext({ baseURL: baseURL!, viewport })).newPage();
    const bar = stranger.getByRole('complementary', { name: 'Preview' });
    await stranger.goto(link.address);
    await stranger.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const last = stranger.getByRole('contentinfo');
    const [over, under] = [(await bar.boundingBox())!, (await last.boundingBox())!];
    expect(under.y + under.height).toBeLessThanOrEqual(over.y);
    await link.end();
    const answer = await stranger.goto(link.address);
    expect(answer?.status()).toBe(404);
    await expect(bar).toHaveText('This preview link has ended. There is no public page at this address.');
    const box = (await bar.boundingBox())!;
    const first = (await stranger.getByRole('link', { name: 'Find a shop' }).boundingBox())!;
    expect([box.x, box.y, box.width]).toEqual([0, 0, 390]);
    expect(first.y).toBeGreaterThanOrEqual(box.y + box.height);
    await stranger.context().close();
  });
});
