import { PageInYdoc } from '@vitrine/content/collab';
import { makePage } from '@vitrine/content/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { Store } from '../app/store.ts';
import type { AuditIssue, CanvasDoor } from '../canvas/canvas-door.ts';
import type { OpenDocument } from '../document/open-document.ts';
import { PageChecks } from './page-checks.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const issue: AuditIssue = { rule: 'color-contrast', impact: 'serious', help: '', count: 1, text: 'Pale' };

/** A page with a canvas whose audit takes two seconds and can only be done one at a time, as that of axe. */
function openChecks() {
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
    return [issue];
  };
  const checks = new PageChecks({
    page,
    open: { state: new Store({ isLoaded: true }) } as unknown as Pick<OpenDocument, 'state'>,
    view: new Store<object>({}),
    canvas: { audit } as unknown as CanvasDoor,
    locales: ['en'],
    baseLocale: 'en',
    describe: () => undefined,
  });
  return { page, checks, audits: () => audits };
}

test('[CHECK-11] a page that changes while it is looked at is looked at again when that has ended', async () => {
  const { page, checks, audits } = openChecks();
  const end = checks.start();
  const leave = checks.watchAccessibility();
  await vi.advanceTimersByTimeAsync(500);
  expect([checks.state.get().audit, audits()]).toEqual(['running', 1]);
  page.setMeta({ name: 'Another' });
  await vi.advanceTimersByTimeAsync(1200);
  await vi.advanceTimersByTimeAsync(4000);
  expect([checks.state.get().audit, audits()]).toEqual(['done', 2]);
  expect(checks.state.get().accessibility).toHaveLength(1);
  leave();
  page.setMeta({ name: 'Nobody looks' });
  await vi.advanceTimersByTimeAsync(5000);
  expect(audits()).toBe(2);
  end();
});
