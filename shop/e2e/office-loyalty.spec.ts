import { expectAccessibleInBoth } from './accessible.ts';
import { owner } from './editor-page.ts';
import { openOffice } from './office-page.ts';
import { expect, test } from './visitor.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('a loyalty programme is made, refused where it is incomplete, changed and switched off', async ({
  page,
}) => {
  await openOffice(page, '/loyalty', owner);
  await expect(page.getByRole('row').filter({ hasText: 'Ostrand Crew' })).toContainText(
    '25 points pay €1.00',
  );
  await page.getByRole('link', { name: 'Make a programme' }).click();
  await page.getByLabel('Name (en)').fill('Test Club');
  await page.getByRole('button', { name: 'A bonus' }).click();
  await page.getByLabel('Percent more').fill('');
  await page.getByRole('button', { name: 'A tier' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Percent more')).toHaveAccessibleDescription(/./);
  await page.getByLabel('Percent more').fill('50');
  await page.getByLabel('Name of tier 1 (en)').fill('Regular');
  await expectAccessibleInBoth(page, 'a programme that is written');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Test Club');
  // One holds in a channel at a time: the one that was there first.
  await expect(page.getByText('Another programme holds')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Earning' })).toContainText('50 % more');
  await expectAccessibleInBoth(page, 'programme');
  await page.getByRole('button', { name: 'Switch off the programme' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Switch off the programme' }).click();
  await expect(page.getByRole('button', { name: 'Switch on' })).toBeVisible();
});
