import { PageInYdoc, PageUndo } from '@vitrine/content/collab';
import { makeNode, makePage } from '@vitrine/content/testing';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { ModuleInFragment } from './module-in-fragment.ts';

const inside = makeNode('hero', {
  id: 'hero',
  open: ['title', 'links', 'button', 'body'],
  props: {
    title: 'Sale',
    'title@de': 'Ausverkauf',
    size: 'large',
    links: [{ label: 'one' }, { label: 'two' }],
    button: { words: 'Go', large: true },
  },
});

function open() {
  const doc = new Y.Doc();
  const use = makeNode('fragment', { id: 'use', props: { fragment: 'campaign', 'in.hero.size': 'small' } });
  PageInYdoc.fill(doc, makePage({ nodes: [use, makeNode('hero')] }), () => undefined);
  const page = new PageInYdoc(doc, () => undefined);
  const undo = new PageUndo(page, {});
  const module = new ModuleInFragment({ doc, use: 'use', inside });
  return { page, undo, module, id: module.id };
}

test('[FRAG-14] a setting of a module in a fragment is the fragment’s until the page sets it, and again when that is taken back', () => {
  const { page, undo, module, id } = open();
  expect(module.props()).toEqual(inside.props);
  expect(module.props()).toBe(module.props());
  let heard = 0;
  module.onNode(id, () => heard++);
  module.setProp(id, 'title@de', 'Schluss');
  expect([module.isSet('title@de'), module.isSet('title'), heard]).toEqual([true, false, 1]);
  expect(module.props()).toEqual({ ...inside.props, 'title@de': 'Schluss' });
  expect(page.props('use')).toMatchObject({ 'in.hero.title@de': 'Schluss' });
  expect(page.props('hero')).toEqual({});
  undo.undo();
  expect(module.isSet('title@de')).toBe(false);
  module.setProp(id, 'title', 'Own');
  module.setProp(id, 'title', undefined);
  expect(module.props()).toEqual(inside.props);
});

test('[FRAG-14] what is inside a list or an object makes the page’s own of the whole', () => {
  const { page, module, id } = open();
  module.setAt(id, 'links/#1/label', 'zwei');
  module.setAt(id, 'button/words', undefined);
  expect(page.props('use')).toMatchObject({
    'in.hero.links': [{ label: 'one' }, { label: 'zwei' }],
    'in.hero.button': { large: true },
  });
  expect(module.insertItem(id, 'links', 1, { label: 'new' })).toBe('#1');
  module.moveItem(id, 'links', '#2', 0);
  module.removeItem(id, 'links', '#1');
  expect(module.props().links).toEqual([{ label: 'zwei' }, { label: 'new' }]);
  expect(module.itemIds()).toEqual([]);
});

test('[FRAG-14] formatted text is written where the page keeps it', () => {
  const { page, module, id } = open();
  module.setProp(id, 'body', '<p>Words</p>');
  const root = module.richText(id, 'body');
  expect(root).toBe(page.richText('use', 'in.hero.body'));
  expect(module.props().body).toBe('<p>Words</p>');
});
