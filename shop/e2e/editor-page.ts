import type { PageNode } from '@vitrine/content';
import { demoStore } from '../seed/index.ts';
import { expect, type Page, sameOrigin } from './visitor.ts';

export const marketer = demoStore.staff.find(({ roles }) => roles.includes('marketer'))!;
export const author = demoStore.staff.find(({ roles }) => roles.includes('author'))!;
export const merchandiser = demoStore.staff.find(({ roles }) => roles.includes('merchandiser'))!;
export const owner = demoStore.staff.find(({ roles }) => roles.includes('owner'))!;

/** Signs somebody in without a form. */
export async function signIn(page: Page, { email, password } = marketer): Promise<void> {
  const answer = await page.request.post('/sign-in', {
    form: { email, password },
    headers: sameOrigin(),
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(302);
}

let count = 0;

/** Makes a page of its own for a test, so that tests do not meet on one. @returns its id and English path. */
export async function makePage(
  page: Page,
  nodes: readonly PageNode[],
  facts: { readonly kind?: 'page' | 'fragment'; readonly name?: string; readonly parent?: string } = {},
): Promise<{ readonly id: string; readonly path: string; readonly name: string }> {
  const unique = `${process.pid}-${Date.now()}-${count++}`;
  const { kind = 'page', name = `Test ${unique}`, parent } = facts;
  const path = `/test-${unique}`;
  const paths = { 'online/en': path, 'online/de': `${path}-de` };
  const answer = await page.request.post('/editor/api/documents', {
    data: { kind, name, nodes, parent, ...(kind === 'page' && { paths }) },
    headers: sameOrigin(),
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return { id: ((await answer.json()) as { id: string }).id, path, name };
}

/** A module instance of the demo shop. */
export function node(
  id: string,
  type: string,
  props: PageNode['props'],
  slots?: PageNode['slots'],
): PageNode {
  return { id, type, v: 1, props, ...(slots && { slots }) };
}

export const words = (id: string, body: string) => node(id, 'rich-text', { body: `<p>${body}</p>` });

/** Publishes what is open, with the pointer. */
export async function publish(page: Page): Promise<void> {
  await expect(page.getByTestId('save-line')).toContainText('Saved');
  await page.getByRole('button', { name: 'Publish …' }).click();
  await page.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByText('It is live')).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
}

/** The editor with one document open, as a person finds their way in it. */
export class EditorPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(id: string): Promise<void> {
    await this.page.goto(`/editor/${id}`);
    await this.ready();
  }

  async ready(): Promise<void> {
    await expect(this.page.locator('iframe[title="The page"]')).toBeVisible({ timeout: 30_000 });
    await this.page.waitForFunction(() => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[title="The page"]');
      return frame?.contentWindow && 'vitrineCanvas' in frame.contentWindow;
    });
    await expect(this.page.getByText('Opening the page …')).toHaveCount(0);
  }

  get canvas() {
    return this.page.frameLocator('iframe[title="The page"]');
  }

  get saved() {
    return this.page.getByTestId('save-line');
  }

  get outline() {
    return this.page.getByRole('tree', { name: 'Modules of the page' });
  }

  /** Names in the outline, in order. */
  async lines(): Promise<string[]> {
    await this.showPanel('Outline');
    return await this.outline
      .getByRole('treeitem')
      .evaluateAll((items) => items.map((item) => item.getAttribute('aria-label') ?? ''));
  }

  async showPanel(name: 'Outline' | 'Add modules' | 'Pages' | 'History'): Promise<void> {
    const button = this.page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name });
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
  }

  /** Everything of the page in the canvas, without what the layout puts around it. */
  async texts(): Promise<string> {
    return await this.canvas.locator('main').innerText();
  }

  /** Presses keys that are a command, with the keyboard in the editor's own window. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }
}
