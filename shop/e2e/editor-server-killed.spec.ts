import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { EditorPage, marketer, node, owner, words } from './editor-page.ts';
import { startShopProcess } from './shop-process.ts';
import { expect, type Page, test } from './visitor.ts';

/** Opens the editor's start page of a shop, signed in. */
async function comeTo(browser: Browser, url: string, { email, password } = marketer): Promise<Page> {
  const context = await browser.newContext({ baseURL: url });
  const answer = await context.request.post('/sign-in', {
    form: { email, password },
    headers: { origin: url },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(302);
  return await context.newPage();
}

const setting = (page: Page, name: string) =>
  page.getByRole('complementary', { name: 'Settings' }).getByRole('textbox', { name, exact: true });

/** Begins to type behind what stands there. */
async function beginAt(page: Page, name: string): Promise<void> {
  await setting(page, name).click();
  await page.keyboard.press('ControlOrMeta+End');
}

test('the server is killed while two people type, and started again: both have everything, and it can be published', async ({
  browser,
}) => {
  // Two starts of a shop, on whatever machine this is.
  test.setTimeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-killed-'));
  let shop = await startShopProcess({ VITRINE_FOLDER: folder });
  try {
    const { url } = shop;
    const first = await comeTo(browser, url);
    const second = await comeTo(browser, url, owner);
    const path = '/written-through-a-crash';
    const made = await first.request.post('/editor/api/documents', {
      data: {
        kind: 'page',
        name: 'Written through a crash',
        nodes: [node('hero', 'hero', { title: 'Begun', text: 'Here' }), words('below', 'Below')],
        paths: { 'online/en': path },
      },
      headers: { origin: url },
    });
    expect(made.status(), await made.text()).toBe(201);
    const { id } = (await made.json()) as { id: string };
    const people = [new EditorPage(first), new EditorPage(second)] as const;
    for (const each of people) {
      await each.open(id);
      await each.canvas.getByRole('heading', { level: 1 }).click();
    }

    await beginAt(first, 'Title');
    await beginAt(second, 'Text');
    await Promise.all([
      first.keyboard.type(' before and while it ends', { delay: 30 }),
      second.keyboard.type(' and there, by somebody else', { delay: 30 }),
      expect(people[1].canvas.getByRole('heading', { level: 1 }))
        .toContainText('Begun be')
        .then(() => shop.kill()),
    ]);

    // Without the server: it is said, and work goes on.
    for (const each of people) await expect(each.saved).toContainText('Offline, saved in this browser');
    await Promise.all([first.keyboard.type(', and after'), second.keyboard.type(', alone')]);
    await people[0].press('Escape');
    await people[0].canvas.getByText('Below').click();
    await people[0].press('ControlOrMeta+d');
    await expect(people[0].canvas.getByText('Below')).toHaveCount(2);
    await expect(setting(second, 'Text')).toHaveValue('Here and there, by somebody else, alone');
    for (const each of people) await expect(each.saved).toContainText('Offline, saved in this browser');

    shop = await startShopProcess({ VITRINE_FOLDER: folder, PORT: new URL(url).port });
    for (const each of people)
      await expect(each.saved).toContainText('Saved · 1 other here', { timeout: 60_000 });
    const title = 'Begun before and while it ends, and after';
    const text = 'Here and there, by somebody else, alone';
    for (const each of people)
      await expect.poll(() => each.texts()).toMatch(new RegExp(`${title}\\s+${text}\\s+Below\\s+Below`));
    const kept = await first.request.get(`/editor/api/documents/${id}`);
    expect(await kept.json()).toMatchObject({
      document: { nodes: [{ props: { title, text } }, { type: 'rich-text' }, { type: 'rich-text' }] },
    });

    await first.getByRole('button', { name: 'Publish …' }).click();
    await first.getByRole('button', { name: 'Publish now' }).click();
    await expect(first.getByText('It is live')).toBeVisible();
    const live = await (await fetch(`${url}${path}`)).text();
    expect(live).toContain(title);
    expect(live).toContain(text);
    await Promise.all([first.context().close(), second.context().close()]);
  } finally {
    await shop.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
