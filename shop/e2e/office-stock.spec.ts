import { expectAccessibleInBoth } from './accessible.ts';
import { marketer } from './editor-page.ts';
import { associate, openOffice } from './office-page.ts';
import { expect, test } from './visitor.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('stock is found, received, written off, counted and transferred; its ledger tells of it', async ({
  page,
}) => {
  await openOffice(page, '/stock', associate);
  const table = page.getByRole('table', { name: 'Stock' });
  await page.getByRole('searchbox', { name: 'Search stock' }).fill('market tote');
  await expect(table.getByRole('row').nth(1)).toContainText('Market tote');
  await expectAccessibleInBoth(page, 'stock');
  await table.getByRole('row').nth(1).getByRole('link').click();
  const levels = page.getByRole('table', { name: 'What is where' });
  const onHand = async (place: string) => {
    const cell = levels.getByRole('row').filter({ hasText: place }).getByRole('cell').nth(1);
    return Number(await cell.textContent());
  };
  await expect(levels).toBeVisible();
  const before = { there: await onHand('Ropewalk'), harbour: await onHand('Harbour') };
  const said = (text: RegExp) => expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();
  const dialog = page.getByRole('dialog');

  await page.getByRole('button', { name: 'Receive' }).click();
  await expect(dialog.getByRole('button', { name: 'Receive' })).toBeDisabled();
  await dialog.getByLabel('Pieces that came').fill('7');
  await dialog.getByLabel('Delivery note').fill('LS 4711');
  await dialog.getByRole('button', { name: 'Receive 7 pieces' }).click();
  await said(new RegExp(`^Ropewalk warehouse now has ${before.there + 7} on hand`));
  const ledger = page.getByRole('table', { name: 'Ledger' });
  await expect(ledger.getByRole('row').nth(1)).toContainText(/LS 4711.*Ida Brandt.*\+7/);

  await page.getByRole('button', { name: 'Write off' }).click();
  await dialog.getByLabel('Pieces that are gone').fill('99999');
  await dialog.getByRole('button', { name: /^Write 99,999/ }).click();
  await expect(dialog.getByLabel('Pieces that are gone')).toHaveAccessibleDescription(/can be taken/);
  await dialog.getByLabel('Pieces that are gone').fill('2');
  await dialog.getByRole('button', { name: 'Write 2 pieces off' }).click();
  await said(new RegExp(`now has ${before.there + 5} on hand`));

  await page.getByRole('button', { name: 'Transfer' }).click();
  await dialog.getByLabel('To', { exact: true }).selectOption('Ostrand Harbour');
  await dialog.getByLabel(/^Pieces/).fill('1');
  await dialog.getByRole('button', { name: 'Transfer 1 piece' }).click();
  await said(new RegExp(`now has ${before.there + 4} on hand`));
  await expect(levels.getByRole('row').filter({ hasText: 'Harbour' })).toContainText(
    String(before.harbour + 1),
  );

  await page.getByRole('button', { name: 'Count' }).click();
  await dialog.getByLabel('Where was counted').selectOption('Ostrand Harbour');
  await dialog.getByLabel('Pieces that are there').fill(String(before.harbour));
  await dialog.getByRole('button', { name: /^Book/ }).click();
  await said(new RegExp(`^Ostrand Harbour now has ${before.harbour} on hand`));
  await expect(ledger.getByRole('row').nth(1)).toContainText('Counted');
  await expectAccessibleInBoth(page, 'stock of an article');

  await page.getByRole('button', { name: 'Rules of selling' }).click();
  await dialog.getByLabel('May be sold when there is none left').check();
  await dialog.getByLabel('Runs low at, Ostrand Harbour').fill('999');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await said(/rules of selling/);
  await page.goto('/office/stock/running-low');
  await expect(page.getByRole('table', { name: 'Running low' })).toContainText('Market tote');
  await expectAccessibleInBoth(page, 'running low');
});

test('a place is counted with the keyboard alone; differences are seen, then booked', async ({ page }) => {
  await openOffice(page, '/stock/counts', associate);
  await page.getByRole('button', { name: 'Begin to count' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Place').selectOption('Ostrand North');
  await dialog.getByLabel('What it is for').fill('Shelf 3');
  await dialog.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Count \d+, Ostrand North$/);
  const goods = page.getByRole('table', { name: 'Goods' });
  const code = page.getByLabel('Article number or barcode');
  await code.fill('no such number');
  await page.keyboard.press('Enter');
  await expect(code).toHaveAccessibleDescription(/Nothing has the number/);
  const enter = async (pieces: number) => {
    await code.fill('OS-4103-OAT');
    await page.keyboard.press('Enter');
    await expect(page.getByText('how many are there?')).toBeVisible();
    await page.keyboard.type(String(pieces));
    await page.keyboard.press('Enter');
    await expect(code).toHaveValue('');
    await expect(code).toBeFocused();
  };
  const line = goods.getByRole('row').filter({ hasText: 'OS-4103-OAT' });
  await page.getByLabel('Which goods').selectOption('Counted');
  await page.getByText('Each scan is one').click();
  await code.focus();
  await page.keyboard.type('OS-4103-OAT\nOS-4103\nOS-4103-OAT\n');
  await expect(line.getByRole('cell').nth(1)).toHaveText(/^2/);
  await expect(page.getByRole('list', { name: 'Not counted' })).toHaveText(/“OS-4103” is not counted/);
  await expectAccessibleInBoth(page, 'scans of a count');
  await page.getByRole('button', { name: 'Seen: OS-4103' }).click();
  await page.getByText('Type the pieces').first().click();
  await enter(0);
  await expect(line.getByRole('cell').nth(1)).toHaveText('0');
  const expected = Number((await line.getByRole('cell').nth(2).textContent())!.replaceAll(',', ''));
  await enter(expected + 2);
  await expect(line).toContainText('+2');
  await expect(line).toContainText('€118.00');
  await expectAccessibleInBoth(page, 'a count');
  await page.getByRole('button', { name: 'Book the differences' }).click();
  await dialog.getByLabel('Reason').fill('');
  await dialog.getByRole('button', { name: 'Book them' }).click();
  await expect(dialog.getByLabel('Reason')).toHaveAccessibleDescription(/few words/);
  await dialog.getByLabel('Reason').fill('Found behind the shelf');
  await dialog.getByRole('button', { name: 'Book them' }).click();
  await expect(page.getByText('Booked', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('Found behind the shelf')).toBeVisible();
  await page.goto('/office/stock?q=OS-4103-OAT');
  await page.getByRole('table', { name: 'Stock' }).getByRole('link').first().click();
  await expect(page.getByRole('table', { name: 'Ledger' }).getByRole('row').nth(1)).toContainText(
    /Ostrand North.*Count.*\+2/,
  );
});

test('who may not look after stock has none', async ({ page }) => {
  await openOffice(page, '/stock', marketer);
  await expect(page.getByText('Your role does not include this')).toBeVisible();
});
