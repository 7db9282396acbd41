import { newPageDoc, PageInYdoc } from '@vitrine/content/collab';
import { makeNode, makePage } from '@vitrine/content/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Editor } from '../app/editor.ts';
import { Fragments } from '../app/fragments.ts';
import { Store } from '../app/store.ts';
import { TranslationWatch } from './translated.ts';

const fields = [
  { name: 'title', kind: 'text', label: 'Title', localised: true, responsive: false, details: {} },
];
const shapes = () => ({ title: { kind: 'text' as const } });
let answers: { readonly tell: (kept: unknown) => void }[];

beforeEach(() => {
  vi.useFakeTimers();
  answers = [];
  vi.stubGlobal(
    'fetch',
    () =>
      new Promise((resolve) => {
        answers.push({ tell: (kept) => resolve(Response.json(kept)) });
      }),
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function open() {
  const doc = newPageDoc();
  const props = { title: 'Hello', 'title@de': 'Hallo' };
  PageInYdoc.fill(doc, makePage({ nodes: [makeNode('card', { id: 'a', props })] }), shapes);
  const page = new PageInYdoc(doc, shapes);
  const describe = () => ({ id: 'card', title: 'Card', fields });
  const outdated = new Store({ paths: new Map() });
  const fragments = new Fragments();
  const open = { id: 'spring' };
  const editor = { page, describe, baseLocale: 'en', outdated, fragments, open } as unknown as Editor;
  return { page, watch: new TranslationWatch(editor) };
}

test('[TRANSLATE-6] who stops looking at one language leaves the others to those who look at another', () => {
  const { page, watch } = open();
  const count = () => watch.state.get().now?.count.missing;
  const endBeside = watch.watch('de');
  const endDialog = watch.watch('fr');
  expect([watch.state.get().now?.locale, count()]).toEqual(['fr', 1]);
  endDialog();
  expect([watch.state.get().now?.locale, count()]).toEqual(['de', 0]);
  page.setProp('a', 'title@de', undefined);
  vi.advanceTimersByTime(300);
  expect(count()).toBe(1);
  endBeside();
  page.setProp('a', 'title@de', 'Hallo');
  vi.advanceTimersByTime(5_000);
  expect([count(), answers.length]).toEqual([1, 1]);
});

test('[TRANSLATE-2] what is confirmed stays so, whatever was asked before', async () => {
  const { page, watch } = open();
  const old = { 'a/title@de': { value: 'Hallo', base: 'Hello' } };
  watch.watch('de');
  answers[0]!.tell(old);
  await vi.advanceTimersByTimeAsync(0);
  page.setProp('a', 'title', 'Welcome');
  await vi.advanceTimersByTimeAsync(1_300);
  const [row] = watch.state.get().now!.groups[0]!.rows;
  expect([row!.state, answers.length]).toEqual(['outdated', 2]);
  const confirmed = watch.confirm(row!);
  answers[2]!.tell({ 'a/title@de': { value: 'Hallo', base: 'Welcome' } });
  await confirmed;
  answers[1]!.tell(old);
  await vi.advanceTimersByTimeAsync(0);
  expect(watch.state.get().now!.count.outdated).toBe(0);
});
