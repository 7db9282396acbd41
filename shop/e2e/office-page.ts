import { demoStore } from '../seed/index.ts';
import { expectAccessible } from './accessible.ts';
import { signIn } from './editor-page.ts';
import { expect, type Page } from './visitor.ts';

export const associate = demoStore.staff.find(({ roles }) => roles.includes('associate'))!;

/** Opens a page of the back office, signed in. */
export async function openOffice(page: Page, path: string, who: Parameters<typeof signIn>[1]): Promise<void> {
  await signIn(page, who);
  await page.goto(`/office${path}`);
}

/** Nothing serious is found in the light, nor in the dark. */
export async function expectAccessibleInBoth(page: Page, state: string): Promise<void> {
  // What is about to be replaced is faded.
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  for (const scheme of ['light', 'dark'] as const) {
    await page.evaluate((chosen) => {
      document.documentElement.setAttribute('data-mantine-color-scheme', chosen);
    }, scheme);
    await expectAccessible(page, `${state}, ${scheme}`);
  }
}
