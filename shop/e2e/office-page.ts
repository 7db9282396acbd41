import { demoStore } from '../seed/index.ts';
import { signIn } from './editor-page.ts';
import type { Page } from './visitor.ts';

export const associate = demoStore.staff.find(({ roles }) => roles.includes('associate'))!;

/** Opens a page of the back office, signed in. */
export async function openOffice(page: Page, path: string, who: Parameters<typeof signIn>[1]): Promise<void> {
  await signIn(page, who);
  await page.goto(`/office${path}`);
}
