import { expectAccessible } from './accessible.ts';
import { EditorPage, makePage, signIn, words } from './editor-page.ts';
import { expect, type Page, sameOrigin, shopUrl, test } from './visitor.ts';

/** As a control of moments takes it, by the clock of the browser. */
async function inDays(page: Page, days: number): Promise<string> {
  return await page.evaluate((count) => {
    const date = new Date(Date.now() + count * 24 * 3_600_000);
    const two = (part: number) => String(part).padStart(2, '0');
    return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T09:00`;
  }, days);
}

const release = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('listitem', { name, exact: true });

test('[RELEASE-8] [RELEASE-10] [SHARE-10] [RT-PREVIEW-15] pages are planned together, moved, and go live as they were planned', async ({
  page,
  context,
}) => {
  test.slow();
  await signIn(page);
  const first = await makePage(page, [words('a', 'The sale begins')]);
  const second = await makePage(page, [words('a', 'Everything for tea')]);
  const sale = `Sale ${first.id}`;
  const editor = new EditorPage(page);
  const dialog = page.getByRole('dialog');
  const shopper = await context.browser()!.newContext({ baseURL: shopUrl() });
  const status = async (path: string) => (await shopper.request.get(path)).status();

  await editor.open(first.id);
  await page.getByRole('button', { name: 'Publish …' }).click();
  await dialog.getByText('Later', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Plan it' }).click();
  await expect(dialog.getByText('Choose a date between today and 2099, and a time.')).toBeVisible();
  await dialog.getByLabel('Date and time').fill('2020-01-01T09:00');
  await dialog.getByRole('button', { name: 'Plan it' }).click();
  await expect(dialog.getByText('This moment is over. Choose one to come.')).toBeVisible();
  await dialog.getByLabel('Date and time').fill(await inDays(page, 3));
  await dialog.getByLabel('Name of the release').fill(sale);
  await dialog.getByRole('button', { name: 'Plan it' }).click();
  await expect(dialog.getByText('It is planned. Goes live on')).toContainText(`, 09:00, with “${sale}”.`);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(
    page.getByRole('banner').getByRole('button', { name: /^Goes live on .*, 09:00/ }),
  ).toBeVisible();
  expect(await status(first.path)).toBe(404);

  // The second one goes along.
  await editor.open(second.id);
  await page.getByRole('button', { name: 'Publish …' }).click();
  await dialog.getByText('Later', { exact: true }).click();
  await dialog.getByLabel('Together with').selectOption({ label: await optionOf(page, sale) });
  await dialog.getByRole('button', { name: 'Plan it' }).click();
  await dialog.getByRole('button', { name: 'See what is planned' }).click();
  await expect(release(page, sale).getByRole('link', { name: /^Test/ })).toHaveText([
    first.name,
    second.name,
  ]);
  await release(page, sale)
    .getByRole('button', { name: `Change name and time of ${sale}` })
    .click();
  await release(page, sale)
    .getByLabel('Date and time')
    .fill(await inDays(page, 5));
  await release(page, sale).getByRole('button', { name: 'Save' }).click();
  await expect(release(page, sale).getByRole('button', { name: `Publish now: ${sale}` })).toBeVisible();

  await plansStyles(page, sale);
  await release(page, sale).getByRole('link', { name: first.name, exact: true }).click();
  await editor.ready();
  await editor.canvas.getByText('The sale begins').dblclick();
  await expect(editor.canvas.locator('[contenteditable="true"]')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('The sale begins soon');
  await expect(editor.canvas.getByText('The sale begins soon')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(editor.saved).toContainText('Saved');

  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Goes live on .*, 09:00/ })
    .click();
  const opened = page.waitForEvent('popup');
  await release(page, sale)
    .getByRole('link', { name: `Look at ${first.name} as it will be` })
    .click();
  const ahead = await opened;
  await expect(ahead.getByText('The sale begins', { exact: true })).toBeVisible();
  await ahead.close();
  const stranger = await shopper.newPage();
  const link = await linkOf(page, sale);
  await stranger.goto(link);
  await expect(stranger.getByText('The sale begins', { exact: true })).toBeVisible();
  const bar = stranger.getByRole('complementary', { name: 'Preview' });
  await expect(bar).toContainText(`The shop with “${sale}”, planned for`);
  await expect(bar).toContainText('Page 1 of 2');
  await bar.getByText('Page 1 of 2').click();
  await expect(bar.getByRole('link', { name: first.name, exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await expectAccessible(stranger, 'a release that is previewed by link');
  await bar.getByRole('link', { name: `Next: ${second.name}` }).click();
  await expect(stranger.getByText('Everything for tea')).toBeVisible();
  await expect(bar).toContainText('Page 2 of 2');
  await release(page, sale)
    .getByRole('button', { name: `Publish now: ${sale}` })
    .click();
  await release(page, sale).getByRole('button', { name: 'Publish all of it now' }).click();
  await expect(release(page, sale)).toHaveCount(0);
  await dialog.getByRole('button', { name: /^Those that are over/ }).click();
  await expect(release(page, sale)).toContainText('done');
  for (const { path } of [first, second]) expect(await status(path)).toBe(200);
  await stranger.goto(link);
  await expect(bar).toHaveText(
    `“${sale}” is no preview any more: it has gone live. This is the public page.`,
  );
  const shown = await (await shopper.request.get(first.path)).text();
  expect(shown).toContain('The sale begins');
  expect(shown).not.toContain('The sale begins soon');
  await shopper.close();
});

test('[RELEASE-11] a page that is edited after it was planned says so, and its newest can be taken in', async ({
  page,
}) => {
  await signIn(page);
  const { id, name } = await makePage(page, [words('a', 'Before')]);
  const sale = `Sale ${id}`;
  const planned = await page.request.post('/editor/api/releases', {
    data: { document: id, action: 'publish', into: { name: sale } },
    headers: sameOrigin(),
  });
  expect(planned.status()).toBe(201);
  const editor = new EditorPage(page);
  await editor.open(id);
  const chip = page.getByRole('banner').getByRole('button', { name: /^Goes live/ });
  await expect(chip).not.toContainText('edited since');
  await editor.canvas.getByText('Before').click();
  await editor.press('Delete');
  await expect(chip).toContainText('edited since');

  await chip.click();
  await expect(release(page, sale)).toContainText('edited since: the release shows it as it was planned');
  await expectAccessible(page, 'what was edited since', { without: 'iframe[title="The page"]' });
  await release(page, sale)
    .getByRole('button', { name: `Take the newest in: ${name}` })
    .click();
  await expect(release(page, sale)).not.toContainText('edited since');
  await page.keyboard.press('Escape');
  await expect(chip).not.toContainText('edited since');

  // Whoever plans again means the release it is in.
  await editor.press('ControlOrMeta+z');
  await expect(chip).toContainText('edited since');
  await page.getByRole('button', { name: 'Publish …' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Choose Later to take the newest into the release.')).toBeVisible();
  await dialog.getByText('Later', { exact: true }).click();
  await expect(dialog.getByLabel('Together with').getByRole('option', { selected: true })).toContainText(
    sale,
  );
  await dialog.getByRole('button', { name: 'Plan it' }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(chip).not.toContainText('edited since');
});

test('what is planned goes live and offline at its time, whoever is there', async ({ page, context }) => {
  await signIn(page);
  const { id, path, name } = await makePage(page, [words('a', 'For one hour only')]);
  const shopper = await context.browser()!.newContext({ baseURL: shopUrl() });
  const status = async () => (await shopper.request.get(path)).status();
  const plan = async (action: 'publish' | 'unpublish') => {
    const at = new Date(Date.now() + 1_500).toISOString();
    const answer = await page.request.post('/editor/api/releases', {
      data: { document: id, action, into: { name: `${action} ${name}`, at } },
      headers: sameOrigin(),
    });
    expect(answer.status(), await answer.text()).toBe(201);
  };
  await plan('publish');
  await expect.poll(status, { timeout: 30_000 }).toBe(200);
  await plan('unpublish');
  await expect.poll(status, { timeout: 30_000 }).toBe(410);
  await page.goto('/editor');
  await page.getByRole('button', { name: /^Planned/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Those that are over/ })
    .click();
  await expect(release(page, `unpublish ${name}`)).toContainText('goes offline');
  await shopper.close();
});

test('a release that cannot go live says why, before and after, and is cancelled', async ({ page }) => {
  await signIn(page);
  const { id, path, name } = await makePage(page, [words('a', 'Two want one address')]);
  const planned = await page.request.post('/editor/api/releases', {
    data: { document: id, action: 'publish', into: { name: `Late ${name}` } },
    headers: sameOrigin(),
  });
  expect(planned.status()).toBe(201);
  // Another page takes its address first.
  const other = await makePage(page, [words('a', 'First come')]);
  const editor = new EditorPage(page);
  await editor.open(id);
  await page.getByRole('textbox', { name: 'Address (English)' }).fill(`${path}-moved`);
  await page.keyboard.press('Enter');
  await expect(editor.saved).toContainText('Saved');
  await editor.open(other.id);
  await page.getByRole('textbox', { name: 'Address (English)' }).fill(path);
  await page.keyboard.press('Enter');
  await expect(editor.saved).toContainText('Saved');
  await page.request.post(`/editor/api/documents/${other.id}/publish`, { data: {}, headers: sameOrigin() });

  await page.goto('/editor');
  await page.getByRole('button', { name: /^Planned/ }).click();
  const late = release(page, `Late ${name}`);
  await expect(late.getByText('As things are now it could not go live')).toBeVisible();
  await late.getByRole('button', { name: `Publish now: Late ${name}` }).click();
  await late.getByRole('button', { name: 'Publish all of it now' }).click();
  await expect(late.getByText('It stays as it was')).toBeVisible();
  await expect(late).toContainText(`belongs to “${other.name}”`);
  await late.getByRole('button', { name: `Cancel Late ${name}` }).click();
  await late.getByRole('button', { name: 'Cancel the release' }).click();
  await expect(late).toHaveCount(0);
});

/** The styles of the shop go along, are looked at, and taken out again: what follows is looked at by others too. */
async function plansStyles(page: Page, sale: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Styles' }).click();
  const colour = page.getByRole('textbox', { name: 'Veil', exact: true });
  await colour.fill('#a1b2c3');
  await colour.press('Enter');
  await page.getByRole('button', { name: 'Publish …' }).last().click();
  const dialog = page.getByRole('dialog', { name: 'Publish the styles' });
  await dialog.getByText('Later', { exact: true }).click();
  await dialog.getByLabel('Together with').selectOption({ label: await optionOf(page, sale) });
  await expectAccessible(page, 'styles that are to be planned', { without: 'iframe[title="The page"]' });
  await dialog.getByRole('button', { name: 'Plan them' }).click();
  await expect(dialog.getByText('It is planned. Goes live on')).toBeVisible();
  await dialog.getByRole('button', { name: 'See what is planned' }).click();
  const opened = page.waitForEvent('popup');
  await release(page, sale).getByRole('link', { name: 'Look at Styles as it will be' }).click();
  const ahead = await opened;
  const veil = () => getComputedStyle(document.documentElement).getPropertyValue('--colour-veil');
  expect(await ahead.evaluate(veil)).toBe('#a1b2c3');
  await ahead.close();
  await release(page, sale).getByRole('button', { name: 'Take Styles out' }).click();
  await expect(release(page, sale).getByText('Styles', { exact: true })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await page.getByRole('menuitem', { name: 'To what shoppers see' }).click();
  await expect(page.getByText('As shoppers see it')).toBeVisible();
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Goes live on/ })
    .click();
}

/** A link of the release that is made in its row. */
async function linkOf(page: Page, sale: string): Promise<string> {
  const row = release(page, sale);
  await row.getByRole('button', { name: `Preview links of ${sale}` }).click();
  await row.getByRole('button', { name: 'Make the link' }).click();
  const link = await row.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
  await expect(row.getByRole('region', { name: `Links of ${sale} that work` })).toContainText(
    'All languages',
  );
  await expectAccessible(page, 'a link of a release', { without: 'iframe[title="The page"]' });
  await row.getByRole('button', { name: 'Done' }).click();
  return link;
}

async function optionOf(page: Page, name: string): Promise<string> {
  const select = page.getByRole('dialog').getByLabel('Together with');
  await expect(select).toContainText(name);
  const labels = await select.locator('option').allTextContents();
  return labels.find((label) => label.startsWith(name))!;
}
