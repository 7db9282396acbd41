import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchMissedStyles, noteMissedStyles } from './missed-styles.ts';

const executablePath = process.env.VITRINE_CHROMIUM;
let browser: Browser;

beforeAll(async () => {
  if (executablePath) browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
});
afterAll(() => browser?.close());

/** A page that asked for a style sheet while there was no network, as the loader of the editor's code does: once. */
async function openPage() {
  const page = await browser.newPage();
  let isOnline = false;
  await page.route('**/*', (route) => {
    if (!route.request().url().endsWith('.css'))
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Words</p>' });
    return isOnline
      ? route.fulfill({ contentType: 'text/css', body: 'p { color: rgb(1, 2, 3) }' })
      : route.abort();
  });
  await page.goto('http://editor.test/');
  await page.addScriptTag({ content: `(${noteMissedStyles})(document); ${fetchMissedStyles}` });
  await page.evaluate(async () => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/panel.css' });
    const ended = new Promise((resolve) => link.addEventListener('error', resolve));
    document.head.append(link);
    await ended;
  });
  const goOnline = () => {
    isOnline = true;
  };
  return { page, goOnline };
}

const again = (page: Page) =>
  page.evaluate('fetchMissedStyles(document).then(() => "fetched", ({ message }) => message)');
const colour = (page: Page) => page.evaluate(() => getComputedStyle(document.querySelector('p')!).color);

test.skipIf(!executablePath)('[LATE-1] styles that could not be had come with the next try', async () => {
  const { page, goOnline } = await openPage();
  expect(await again(page)).toContain('panel.css');
  goOnline();
  expect(await again(page)).toBe('fetched');
  expect(await colour(page)).toBe('rgb(1, 2, 3)');
  expect(await page.locator('link').count()).toBe(1);
  expect(await again(page)).toBe('fetched');
  await page.close();
});
