import type { BrowserContext } from 'playwright';
import { type BenchCase, benchNodes, nameOfCase } from './bench-page.ts';

/** An editor that is measured: where its page is, and where a person finds what the bench uses. */
export interface Contender {
  readonly id: 'ours' | 'puck' | 'least';
  /** Makes the page of a case. @returns its address. */
  open(context: BrowserContext, address: string, wanted: BenchCase): Promise<string>;
  /** The window the modules are shown in. */
  readonly frame: string;
  /** What that window has once the page can be worked on. Default: the modules are enough. */
  readonly handle?: string;
  /** Stands there once the page is open, in the editor's own window. Default: the modules are enough. */
  readonly opened?: string;
  /** The field of the title of what is selected. */
  readonly title: string;
}

export const ours: Contender = {
  id: 'ours',
  async open(context, address, wanted) {
    await context.addCookies([{ name: 'vt_staff', value: 'ada', url: address }]);
    const name = `bench-${process.hrtime.bigint()}`;
    const answer = await context.request.post(`${address}/editor/api/documents`, {
      data: { kind: 'page', name, nodes: benchNodes(wanted), paths: { 'online/en': `/${name}` } },
      headers: { origin: address },
      timeout: 120_000,
    });
    if (!answer.ok()) throw new Error(`The page was not made (${answer.status()}): ${await answer.text()}`);
    return `${address}/editor/${((await answer.json()) as { id: string }).id}`;
  },
  frame: 'iframe[title="The page"]',
  handle: 'vitrineCanvas',
  opened: 'main[aria-label="Page"]:not(:has([role="status"]))',
  title: '[data-field="title"] input',
};

export const puck: Contender = {
  id: 'puck',
  open: async (_, address, wanted) => `${address}/puck?case=${nameOfCase(wanted)}`,
  frame: 'iframe#preview-frame',
  title: 'input[name="title"]',
};

/** No editor: what the browser itself takes. */
export const least: Contender = {
  id: 'least',
  open: async (_, address, wanted) => `${address}/least?case=${nameOfCase(wanted)}`,
  frame: 'iframe',
  title: 'input[name="title"]',
};
