import type { Browser } from '@playwright/test';
import { owner, signIn } from './editor-page.ts';
import { expect, shopUrl } from './visitor.ts';

/** Waits for a mail to somebody in the shop's own mailbox. @returns the path its button leads to. */
export async function linkMailedTo(browser: Browser, email: string, subject: string): Promise<string> {
  const context = await browser.newContext({ baseURL: shopUrl() });
  try {
    const page = await context.newPage();
    await signIn(page, owner);
    const mail = page.locator('li').filter({ hasText: email }).filter({ hasText: subject }).first();
    await expect(async () => {
      await page.goto('/_mail');
      await expect(mail).toBeVisible({ timeout: 1000 });
    }).toPass();
    await mail.locator('summary').click();
    const button = mail.locator('iframe').contentFrame().getByRole('link').first();
    // It opens beside the mailbox, as somebody who reads it would have it.
    const [opened] = await Promise.all([context.waitForEvent('page'), button.click()]);
    await opened.waitForLoadState();
    const { pathname, search } = new URL(opened.url());
    return pathname + search;
  } finally {
    await context.close();
  }
}
