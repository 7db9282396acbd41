import { PageInYdoc } from '@vitrine/content/collab';
import { makePage } from '@vitrine/content/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { Store } from '../app/store.ts';
import type { AuditIssue, CanvasDoor } from '../canvas/canvas-door.ts';
import type { OpenDocument } from '../document/open-document.ts';
import { allFindings, PageChecks } from './page-checks.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const issue: AuditIssue = { rule: 'color-contrast', impact: 'serious', help: '', count: 1, text: 'Pale' };

/** What looks over the contents is fetched with the first look. */
async function begun(): Promise<void> {
  await vi.advanceTimersByTimeAsync(500);
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(0);
}

/** A page with a canvas whose audit takes two seconds and can only be done one at a time, as that of axe. */
function openChecks(state: object = { isLoaded: true }, { gone = 0 }: { readonly gone?: number } = {}) {
  const doc = new Y.Doc();
  PageInYdoc.fill(doc, makePage(), () => undefined);
  const page = new PageInYdoc(doc, () => undefined);
  let isBusy = false;
  let audits = 0;
  const audit = async () => {
    if (isBusy) throw new Error('Axe is already running.');
    isBusy = true;
    audits++;
    await new Promise((resolve) => setTimeout(resolve, 2000));
    isBusy = false;
    // Its page has left the window meanwhile.
    return audits <= gone ? undefined : [issue];
  };
  const checks = new PageChecks({
    page,
    open: { state: new Store(state) } as unknown as Pick<OpenDocument, 'state'>,
    view: new Store<object>({}),
    canvas: { audit } as unknown as CanvasDoor,
    checkedLocales: ['en'],
    fragments: { find: () => undefined },
    describe: () => undefined,
  });
  return { page, checks, audits: () => audits };
}

test('[EDIT-FAST-2] whoever shows what was found is told once that the page has changed, not with every key', () => {
  const { page, checks } = openChecks();
  const end = checks.start();
  checks.learn([]);
  page.setMeta({ name: 'A' });
  const { state } = checks;
  expect(state.get().isPlanned).toBe(false);
  const told = vi.fn();
  state.subscribe(told);
  page.setMeta({ name: 'Ab' });
  expect(told).not.toHaveBeenCalled();
  end();
});

test('[CHECK-11] a page that changes while it is looked at is looked at again when that has ended', async () => {
  const { page, checks, audits } = openChecks();
  const end = checks.start();
  const leave = checks.watchAccessibility();
  await begun();
  expect([checks.state.get().audit, audits()]).toEqual(['running', 1]);
  page.setMeta({ name: 'Another' });
  await vi.advanceTimersByTimeAsync(1200);
  await vi.advanceTimersByTimeAsync(4000);
  // What puts it into words is fetched with the first audit.
  await vi.dynamicImportSettled();
  expect([checks.state.get().audit, audits()]).toEqual(['done', 2]);
  expect(checks.state.get().accessibility).toHaveLength(1);
  leave();
  page.setMeta({ name: 'Nobody looks' });
  await vi.advanceTimersByTimeAsync(5000);
  expect(audits()).toBe(2);
  end();
});

test('[CHECK-11] a page that left its window while it was looked at is no failure: what came there is looked at', async () => {
  const { checks, audits } = openChecks(undefined, { gone: 1 });
  const end = checks.start();
  const leave = checks.watchAccessibility();
  const failed = vi.spyOn(console, 'error');
  await begun();
  await vi.advanceTimersByTimeAsync(8000);
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(4000);
  expect([checks.state.get().audit, audits()]).toEqual(['done', 2]);
  expect(failed).not.toHaveBeenCalled();
  leave();
  end();
});

test('[CHECK-13] what is found is what publishing will say, in the panel and in the dialog alike', async () => {
  const problem = { severity: 'warning', document: 'home', path: 'x' };
  const problems = [
    { ...problem, code: 'bad-url', message: 'No title.' },
    { ...problem, code: 'broken-link', severity: 'error', node: 'a', message: 'Leads nowhere.' },
    { ...problem, code: 'unclear-picture', document: 'main', node: 'b', message: 'In the layout.' },
  ];
  const asked = vi.fn(async () => Response.json({ documents: [], addresses: [], problems }));
  vi.stubGlobal('fetch', asked);
  const { page, checks } = openChecks({ isLoaded: true, isConnected: true, unsaved: 0 });
  const end = checks.start();
  const said = () => allFindings(checks.state.get()).map(({ message }) => message);
  await vi.advanceTimersByTimeAsync(1500);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(said()).toEqual(['Leads nowhere.', 'No title.', 'In the layout.']);
  page.setMeta({ name: 'Another' });
  // What can be seen here is looked at here until the server has been asked again.
  expect(said()).toEqual(['No title.', 'In the layout.']);
  await vi.advanceTimersByTimeAsync(1500);
  expect(asked).toHaveBeenCalledTimes(1);
  const leave = checks.watchAccessibility();
  await vi.advanceTimersByTimeAsync(4000);
  expect(asked).toHaveBeenCalledTimes(2);
  expect(said()).toEqual(['Leads nowhere.', 'No title.', 'In the layout.', '.']);
  // The dialog has asked itself.
  checks.learn([{ ...problem, severity: 'warning', message: 'Only this.' }]);
  expect(said()).toEqual(['Only this.', '.']);
  leave();
  end();
});
