import { PageInYdoc, PageUndo } from '@vitrine/content/collab';
import { makePage } from '@vitrine/content/testing';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { OpenDocument } from '../document/open-document.ts';
import { Documents } from './documents.ts';
import { Editor, lastingView } from './editor.ts';
import { previewedAs, showChannel, showNormal, showSample } from './preview-as.ts';
import { Store } from './store.ts';

const channels = [
  { id: 'online', name: 'Online', locales: ['en', 'de'], currencies: ['EUR', 'GBP'] },
  { id: 'outlet', name: 'Outlet', locales: ['de', 'fr'], currencies: ['CHF', 'EUR'] },
];

function openTemplate() {
  const doc = new Y.Doc();
  PageInYdoc.fill(doc, makePage({ id: 'product', kind: 'template', composes: 'product' }), () => undefined);
  const page = new PageInYdoc(doc, () => undefined);
  const open = {
    id: 'product',
    doc,
    page,
    undo: new PageUndo(page, {}),
    state: new Store({ isLoaded: true }),
  };
  const editor = new Editor({
    session: { user: { id: 'ada', name: 'Ada' }, capabilities: ['content.write'] },
    catalogue: { modules: [], channels, colours: [], samples: { product: '/p/tide-mug' } },
    open: open as unknown as OpenDocument,
    documents: new Documents(),
  });
  const shown = () => new URL(editor.canvasAddress(), 'https://shop.test');
  return { editor, shown };
}

describe('preview as', () => {
  test('[AS-1] a template is shown with what was chosen for it, and with the usual again', () => {
    const { editor, shown } = openTemplate();
    expect(shown().pathname).toBe('/p/tide-mug');
    showSample(editor, { kind: 'product', key: 'p2', slug: 'wool-hat', title: 'Wool hat' });
    editor.view.set({ locale: 'de' });
    expect(shown().pathname).toBe('/de/p/wool-hat');
    expect(previewedAs(editor)).toEqual(['Wool hat']);
    showSample(editor, { kind: 'category', key: 'home', slug: 'home', title: 'Home' });
    expect(shown().pathname).toBe('/de/p/tide-mug');
    expect(previewedAs(editor)).toEqual([]);
  });

  test('[AS-3] another channel keeps language and currency where it has them', () => {
    const { editor, shown } = openTemplate();
    editor.view.set({ locale: 'en', currency: 'EUR' });
    showChannel(editor, 'outlet');
    expect(editor.view.get()).toMatchObject({ channel: 'outlet', locale: 'de', currency: 'EUR' });
    expect(shown().pathname).toBe('/p/tide-mug');
    expect(shown().searchParams.get('_channel')).toBe('outlet');
    showChannel(editor, 'moon');
    expect(previewedAs(editor)).toEqual(['Outlet']);
  });

  test('[AS-4] a moment is in the address of the canvas until it is set back, on the next page too', () => {
    const { editor, shown } = openTemplate();
    expect(shown().searchParams.has('_at')).toBe(false);
    editor.view.set({ at: '2027-03-05T09:00:00+01:00' });
    expect(shown().searchParams.get('_at')).toBe('2027-03-05T09:00:00+01:00');
    expect(lastingView(editor.view.get())).toMatchObject({ at: '2027-03-05T09:00:00+01:00' });
    expect(previewedAs(editor)).toEqual([expect.stringMatching(/Mar 5, 2027/)]);
    showNormal(editor);
    expect([shown().searchParams.has('_at'), previewedAs(editor)]).toEqual([false, []]);
  });

  test('[AUDIENCE-7] audiences and versions are said on the button, stay on the next page, and go with all else', () => {
    const { editor, shown } = openTemplate();
    editor.view.set({
      audiences: [
        { id: 'spring', name: 'Spring letter' },
        { id: 'short.b', name: 'Short headline: B' },
      ],
    });
    expect(previewedAs(editor)).toEqual(['Spring letter', 'Short headline: B']);
    expect(shown().searchParams.get('_audience')).toBe('short.b,spring');
    expect(lastingView(editor.view.get()).audiences).toHaveLength(2);
    showNormal(editor);
    expect([shown().searchParams.has('_audience'), previewedAs(editor)]).toEqual([false, []]);
  });
});
