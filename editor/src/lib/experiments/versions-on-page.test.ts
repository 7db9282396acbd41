import type { Experiment, PageNode } from '@vitrine/content';
import { PageInYdoc, PageUndo } from '@vitrine/content/collab';
import { makeExperiment, makeNode, makePage } from '@vitrine/content/testing';
import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { ModuleDescription } from '../app/backend.ts';
import { Documents } from '../app/documents.ts';
import { Editor } from '../app/editor.ts';
import { Store } from '../app/store.ts';
import { crowdListOf } from '../audiences/crowd-list.ts';
import { showAudience, shownVersion, showVersion } from '../audiences/show-as.ts';
import { editCommands as commands } from '../commands/edit.ts';
import type { OpenDocument } from '../document/open-document.ts';
import { testRefusal } from './begin-test.ts';
import {
  endOnPage,
  experimentsOnPage,
  putVersion,
  versionRefusal,
  versionsOnPage,
} from './versions-on-page.ts';

const hero = (id: string, more: Partial<PageNode> = {}) =>
  makeNode('hero', { id, props: { title: id }, ...more });

function open(nodes: readonly PageNode[], winners?: readonly string[]) {
  const doc = new Y.Doc();
  PageInYdoc.fill(doc, makePage({ id: 'home', kind: 'page', nodes }), () => undefined);
  const page = new PageInYdoc(doc, () => undefined);
  const undo = new PageUndo(page, {});
  const opened = { id: 'home', doc, page, undo, state: new Store({ isLoaded: true }) };
  const module = (id: string, slots: ModuleDescription['slots'] = {}) => ({
    id,
    title: id,
    kind: 'block' as const,
    version: 1,
    slots,
    fields: [],
    shapes: {},
    presets: [],
  });
  const editor = new Editor({
    session: { user: { id: 'ada', name: 'Ada' }, capabilities: ['content.write'] },
    catalogue: {
      modules: [
        module('hero'),
        module('section', { content: { label: 'Content', allow: ['block'] } }),
        module('box', { only: { label: 'Only', allow: ['block'], max: 1 } }),
      ],
      channels: [],
      colours: [],
      samples: {},
      ...(winners && { winners }),
    },
    open: opened as unknown as OpenDocument,
    documents: new Documents(),
  });
  const marks = () =>
    page.toDocument().nodes.map(({ props, audiences = [] }) => `${props.title}: ${audiences.join(' ')}`);
  return { editor, page, undo, marks };
}

describe('versions of a module on a page', () => {
  test('[TESTING-3] another version is a copy below the original, both are marked, in one step of undo', () => {
    const { editor, page, undo, marks } = open([hero('one', { audiences: ['!phones'] }), hero('two')]);
    const b = putVersion(editor, { from: 'one', experiment: 'short', version: 'b' });
    expect(marks()).toEqual(['one: !phones !short.b', 'one: !phones short.b', 'two: ']);
    page.setProp(b, 'title', 'B');
    const c = putVersion(editor, { from: b, experiment: 'short', version: 'c' });
    expect(marks()).toEqual([
      'one: !phones !short.b !short.c',
      'B: !phones short.b',
      'B: !phones short.c',
      'two: ',
    ]);
    expect([...versionsOnPage(page, 'short')]).toEqual([
      ['a', ['one']],
      ['b', [b]],
      ['c', [c]],
    ]);
    expect(experimentsOnPage(page)).toEqual(['short']);
    undo.undo();
    expect(marks()).toEqual(['one: !phones !short.b', 'B: !phones short.b', 'two: ']);
  });

  test('[TESTING-4] ending it on the page keeps one version for everybody, in one step of undo', () => {
    const { editor, undo, marks } = open([
      hero('one', { audiences: ['!phones', '!short.b'] }),
      hero('two', { audiences: ['short.b'] }),
      hero('three', { audiences: ['other.b'] }),
    ]);
    expect(endOnPage(editor, 'short', 'b')).toBeUndefined();
    expect(marks()).toEqual(['two: ', 'three: other.b']);
    expect(editor.selection).toEqual(['two']);
    undo.undo();
    expect(endOnPage(editor, 'short', 'a')).toBeUndefined();
    expect(marks()).toEqual(['one: !phones', 'three: other.b']);
    undo.undo();
    editor.page.setFacts('one', { lock: true });
    expect(endOnPage(editor, 'short', 'b')).toBe('One of them is locked. Unlock it first.');
    expect(endOnPage(editor, 'short', 'c')).toBe('This version is not on the page any more.');
    expect(marks()).toHaveLength(3);
  });

  test('[TESTING-5] a version may be several modules: copies belong to the same version', () => {
    const { editor, page, marks } = open([
      hero('one', { audiences: ['!short.b'] }),
      hero('two', { audiences: ['short.b'] }),
    ]);
    editor.gesture(() => page.duplicate(['two']));
    expect(marks()).toEqual(['one: !short.b', 'two: short.b', 'two: short.b']);
    expect(endOnPage(editor, 'short', 'b')).toBeUndefined();
    expect(marks()).toEqual(['two: ', 'two: ']);
  });

  test('[TESTING-6] what cannot be tested says why', () => {
    const { editor } = open([
      hero('one', { audiences: ['!short.b'] }),
      hero('two', { audiences: ['phones'] }),
      hero('three', { lock: true }),
      makeNode('box', { id: 'box', slots: { only: [hero('four')] } }),
      hero('five', { audiences: ['!phones'] }),
    ]);
    const refusal = (id: string) => {
      editor.select([id]);
      return testRefusal(editor);
    };
    expect(refusal('one')).toBe('It is under test already. Add a version in its settings.');
    expect(refusal('two')).toMatch(/^It is for some visitors only\. Put it into a section/);
    expect(refusal('three')).toBe('It is locked. Unlock it first.');
    expect(refusal('four')).toBe('“Only” of box takes at most 1.');
    expect(refusal('five')).toBeUndefined();
    expect(versionRefusal(editor, 'gone')).toBe('It is not on the page any more.');
    editor.select(['one', 'two']);
    expect(testRefusal(editor)).toMatch(/^Select the one module first/);
  });
});

describe('what is done to versions by commands', () => {
  const running = { kind: 'running', since: '2026-11-01T00:00:00.000Z' } as const;
  const short = makeExperiment({ id: 'short', state: running });
  const run = (editor: Editor, id: string) => commands.find((each) => each.id === id)!.run(editor);
  function openTested(state: Experiment['state'] = running) {
    const opened = open([hero('one', { audiences: ['!short.b'] }), hero('two', { audiences: ['short.b'] })]);
    crowdListOf(opened.editor.documents).learn({ audiences: [], experiments: [{ ...short, state }] });
    return { ...opened, notice: () => opened.editor.view.get().notice };
  }

  test('[TESTING-11] a version that is removed while its test is planned or runs is told, with what its visitors would see', async () => {
    const { editor, notice } = openTested();
    editor.select(['two']);
    run(editor, 'delete');
    await vi.dynamicImportSettled();
    expect(notice()).toBe(
      'Version B of “Short headline” is gone. Visitors of B would see nothing here: put it back with Undo, or keep A.',
    );
    run(editor, 'undo');
    await vi.dynamicImportSettled();
    expect([notice(), editor.selection, shownVersion(editor, 'short')]).toEqual([undefined, ['two'], 'b']);
    editor.select(['one', 'two']);
    run(editor, 'delete');
    await vi.dynamicImportSettled();
    expect(notice()).toBeUndefined();
    const over = openTested({ ...running, kind: 'ended', until: running.since, winner: 'a' });
    over.editor.select(['two']);
    run(over.editor, 'delete');
    await vi.dynamicImportSettled();
    expect(over.notice()).toBeUndefined();
  });

  test('[TESTING-12] what is shown and selected follows undo and redo of a version', async () => {
    const { editor } = open([hero('one')]);
    editor.select(['one']);
    const copy = putVersion(editor, { from: 'one', experiment: 'short', version: 'b' });
    showVersion(editor, short, 'b');
    editor.select([copy]);
    editor.tell('This is version B now.');
    const now = () => [editor.selection, editor.view.get().audiences.map(({ id }) => id)];
    run(editor, 'undo');
    await vi.dynamicImportSettled();
    expect([...now(), editor.view.get().notice]).toEqual([['one'], [], undefined]);
    run(editor, 'redo');
    await vi.dynamicImportSettled();
    expect(now()).toEqual([[copy], ['short.b']]);
  });

  test('[TESTING-5] it is said of a copy which version it is', () => {
    const { editor, notice } = openTested();
    editor.select(['two']);
    run(editor, 'duplicate');
    expect(notice()).toBe('Both are version B now. Visitors of B see both.');
  });
});

describe('the page as others see it', () => {
  test('[AUDIENCE-7] is shown to audiences and with versions, and its address says so', () => {
    const { editor } = open([], ['won.b']);
    const asked = () => new URL(editor.canvasAddress(), 'https://shop.test').searchParams.get('_audience');
    const short = { id: 'short', name: 'Short headline' };
    expect([asked(), shownVersion(editor, 'won'), shownVersion(editor, 'short')]).toEqual([
      'won.b',
      'b',
      'a',
    ]);
    showAudience(editor, { id: 'phones', name: 'Phones', rules: [] }, true);
    showVersion(editor, short, 'c');
    expect([asked(), editor.reader.audience]).toEqual(['phones,short.c,won.b', 'phones,short.c,won.b']);
    showVersion(editor, { id: 'won', name: 'Won' }, 'a');
    showVersion(editor, short, 'a');
    expect([asked(), shownVersion(editor, 'won')]).toEqual(['phones', 'a']);
    expect(editor.view.get().audiences.map(({ name }) => name)).toEqual(['Phones', 'Won: A']);
    showAudience(editor, { id: 'phones', name: 'Phones', rules: [] }, false);
    // Not said, it would be the winner.
    expect([asked(), editor.reader.audience]).toEqual(['everyone', 'everyone']);
    showVersion(editor, { id: 'won', name: 'Won' }, 'b');
    expect([asked(), editor.view.get().audiences]).toEqual(['won.b', []]);
  });
});
