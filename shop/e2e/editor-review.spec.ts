import { expectAccessible } from './accessible.ts';
import { author, EditorPage, makePage, marketer, node, owner, signIn, words } from './editor-page.ts';
import { type Browser, expect, type Page, sameOrigin, shopUrl, test } from './visitor.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

async function enter(browser: Browser, who: Parameters<typeof signIn>[1]): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: shopUrl() })).newPage();
  await signIn(page, who);
  return page;
}

const strip = (page: Page) => page.getByRole('region', { name: 'Review' });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Review' });

test('[REVIEW-18] [REVIEW-19] [REVIEW-20] [REVIEW-21] [REVIEW-22] an author asks, is sent back, mends and asks again; a publisher sees what changed, approves and publishes', async ({
  page,
  browser,
}) => {
  test.slow();
  const runa = new EditorPage(page);
  await signIn(page, author);
  const { id, name, path } = await makePage(page, [
    node('hero', 'hero', { title: 'Grey mornings' }),
    words('one', 'One'),
  ]);
  await runa.open(id);
  await expect(page.getByRole('button', { name: 'Publish …' })).toHaveCount(0);

  // What is typed stays, also when the window is loaded anew.
  await page.getByRole('button', { name: 'Ask for review …' }).click();
  const note = dialog(page).getByRole('textbox', { name: 'Note' });
  await expect(note).toBeFocused();
  await expect(dialog(page).getByText('The page has no title for search engines')).toBeVisible();
  await page.keyboard.type('Please look at the heading.');
  await page.reload();
  await runa.ready();
  await page.getByRole('button', { name: 'Ask for review …' }).click();
  await expect(note).toHaveValue('Please look at the heading.');
  await dialog(page).getByLabel('Whom do you ask?').selectOption({ label: marketer.name });
  await expectAccessible(page, 'asking');
  await dialog(page).getByRole('button', { name: 'Ask for review' }).click();
  await expect(strip(page)).toContainText('asked by you');
  await expect(page.getByRole('button', { name: 'In review …' })).toBeVisible();
  const mailbox = await enter(browser, owner);
  const mails = async () => (await mailbox.request.get('/_mail')).text();
  await expect.poll(mails).toContain(`${author.name} asks you to review “${name}”`);

  // It waits where the publisher begins, and what is written meanwhile is told.
  const other = await enter(browser, marketer);
  const mara = new EditorPage(other);
  await other.goto('/editor');
  const waiting = other.getByRole('region', { name: 'Waiting for review' });
  await expect(other.getByRole('treeitem', { name: new RegExp(`^${name}, In review`) })).toBeVisible();
  await waiting.getByRole('link').filter({ hasText: name }).click();
  await mara.ready();
  await expect(strip(other)).toContainText(`${author.name} asks you for review`);
  await expect(strip(other)).toContainText('Please look at the heading.');
  await runa.canvas.getByText('One', { exact: true }).click();
  await runa.press('Delete');
  await expect(strip(other)).toContainText('1 change since');
  await expect(strip(page)).toContainText('1 change since');

  // Sending back takes a word.
  await strip(other).getByRole('button', { name: 'Review …' }).click();
  await expect(dialog(other).getByText('Shoppers do not see this page yet')).toBeVisible();
  await dialog(other).getByRole('button', { name: 'Look at them' }).click();
  const compared = other.getByRole('dialog', { name: 'Compare a version with now' });
  await expect(compared).toContainText('Removed from');
  await compared.getByRole('button', { name: 'Close' }).click();
  await dialog(other).getByRole('button', { name: 'Send back' }).click();
  await expect(dialog(other).getByText('Say what should be mended.')).toBeVisible();
  await other.keyboard.type('The heading is too grey.');
  await expectAccessible(other, 'sending back');
  await dialog(other).getByRole('button', { name: 'Send back' }).click();
  await expect(strip(other)).toHaveCount(0);
  await expect(strip(page)).toContainText(`Sent back by ${marketer.name}`);
  await expect(strip(page)).toContainText('The heading is too grey.');

  // Mended, asked again; what is changed while it is looked at is not approved unseen.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, 'sent back, dark, on a phone');
  await strip(page).getByRole('button', { name: 'Ask again …' }).click();
  await expectAccessible(page, 'asking again, dark, on a phone');
  await expect(dialog(page).getByLabel('Whom do you ask?')).toHaveValue(/./);
  await expect(
    dialog(page).getByLabel('Whom do you ask?').getByRole('option', { selected: true }),
  ).toHaveText(marketer.name);
  await note.fill('Mended.');
  await dialog(page).getByRole('button', { name: 'Ask again' }).click();
  await expect(strip(page)).toContainText('asked by you');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(strip(other)).toContainText('Mended.');
  await strip(other).getByRole('button', { name: 'Review …' }).click();
  // [REVIEW-22]
  await dialog(other).getByText('Sent back once before').click();
  const earlier = dialog(other).getByRole('list', { name: 'Earlier notes' });
  await expect(earlier.getByText('Please look at the heading.')).toBeVisible();
  await expect(earlier.getByText('The heading is too grey.')).toBeVisible();
  await expectAccessible(other, 'the second round');
  await expect(dialog(other).getByRole('button', { name: 'Approve', exact: true })).toBeEnabled();
  await runa.canvas.getByText('Grey mornings').click();
  const title = page.getByRole('complementary', { name: 'Settings' }).getByRole('textbox', { name: 'Title' });
  await title.fill('Bright mornings');
  await expect(runa.saved).toContainText('Saved');
  await dialog(other).getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(dialog(other).getByRole('alert')).toContainText('changed after you looked');
  await dialog(other)
    .getByRole('textbox', { name: /^Note to/ })
    .fill('Lovely, thank you!');
  await dialog(other).getByRole('button', { name: 'Approve and publish …' }).click();
  // The note comes to whom it is written for.
  await expect(strip(page)).toContainText(`Approved by ${marketer.name}`);
  await expect(strip(page)).toContainText('Lovely, thank you!');
  await expect(other.getByRole('button', { name: 'Publish now' })).toBeVisible();
  await other.keyboard.press('Escape');
  // What is approved and not live is not lost sight of where people begin.
  const start = await enter(browser, marketer);
  await start.goto('/editor');
  const approved = start.getByRole('region', { name: 'Approved, not live yet' });
  await expect(approved.getByRole('link').filter({ hasText: name })).toContainText('not live yet');
  await start.context().close();
  await strip(other).getByRole('button', { name: 'Publish it …' }).click();
  await other.getByRole('button', { name: 'Publish now' }).click();
  await expect(other.getByText('It is live')).toBeVisible();
  await other.getByRole('button', { name: 'Done' }).click();
  await expect(strip(page)).toHaveCount(0);
  await expect(strip(other)).toHaveCount(0);

  // Of what is live, the difference is told; publishing answers what was asked.
  await title.fill('Mornings in spring');
  await expect(runa.saved).toContainText('Saved');
  await page.getByRole('button', { name: 'Ask for review …' }).click();
  await dialog(page).getByRole('button', { name: 'Ask for review' }).click();
  await expect(strip(other)).toContainText(`${author.name} asks for review`);
  await strip(other).getByRole('button', { name: 'Review …' }).click();
  const different = dialog(other).getByRole('region', { name: 'What is different' });
  await expect(different.locator('del')).toHaveText('Bright mornings');
  await dialog(other)
    .getByRole('textbox', { name: /^Note to/ })
    .fill('Said of this review.');
  await other.keyboard.press('Escape');
  await other.getByRole('button', { name: 'Publish …', exact: true }).click();
  const publishing = other.getByRole('dialog', { name: 'Publish' });
  await expect(publishing.getByText('Publishing the page now answers that.')).toBeVisible();
  await publishing.getByRole('button', { name: 'Publish now' }).click();
  await expect(publishing.getByText('It is live')).toBeVisible();
  for (const each of [page, other]) await expect(strip(each)).toHaveCount(0);
  await expect.poll(mails).toContain(`${marketer.name} published “${name}”`);
  await publishing.getByRole('button', { name: 'Done' }).click();

  // What was not sent of one review is no part of the next one.
  await title.fill('Mornings in summer');
  await expect(runa.saved).toContainText('Saved');
  await page.getByRole('button', { name: 'Ask for review …' }).click();
  await dialog(page).getByRole('button', { name: 'Ask for review' }).click();
  await strip(other).getByRole('button', { name: 'Review …' }).click();
  await expect(dialog(other).getByRole('textbox', { name: /^Note to/ })).toHaveValue('');
  await page.goto(path);
  await expect(page.getByRole('heading', { name: 'Mornings in spring' })).toBeVisible();
  await mailbox.context().close();
  await other.context().close();
});

test('[REVIEW-16] who was away while it was asked sees it when the connection is back', async ({
  page,
  context,
  browser,
}) => {
  await signIn(page);
  const { id } = await makePage(page, [words('one', 'One')]);
  await new EditorPage(page).open(id);
  const other = await enter(browser, author);
  await new EditorPage(other).open(id);
  await expect(page.getByRole('button', { name: `Follow ${author.name}` })).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByTestId('save-line')).toContainText('Offline');
  await other.getByRole('button', { name: 'Ask for review …' }).click();
  await dialog(other).getByRole('button', { name: 'Ask for review' }).click();
  await expect(strip(other)).toContainText('asked by you');
  await expect(strip(page)).toHaveCount(0);
  await context.setOffline(false);
  await expect(strip(page)).toContainText(`${author.name} asks for review`);
  await other.context().close();
});

test('[REVIEW-17] a start page that is left open follows what is asked', async ({ page, browser }) => {
  await page.clock.install();
  await signIn(page);
  await page.goto('/editor');
  await expect(page.getByRole('textbox', { name: 'Search pages' })).toBeVisible();
  const other = await enter(browser, author);
  const { id, name } = await makePage(other, [words('one', 'One')]);
  const asked = await other.request.post(`/editor/api/documents/${id}/review`, {
    data: { note: 'Is this so?' },
    headers: sameOrigin(),
  });
  expect(asked.status()).toBe(201);
  const waiting = page.getByRole('region', { name: 'Waiting for review' });
  await page.clock.runFor(21_000);
  await expect(waiting.getByRole('link').filter({ hasText: name })).toBeVisible();
  await other.context().close();
});
