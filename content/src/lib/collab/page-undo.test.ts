import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import type { PageNode } from '../page.ts';
import { makeNode, makePage } from '../testing/builders.ts';
import type { PageInYdoc } from './page-in-ydoc.ts';
import { PageUndo } from './page-undo.ts';
import { openReplica, syncReplicas } from './testing/replicas.ts';

const card = (id: string, facts: Partial<PageNode> = {}) =>
  makeNode('card', { id, props: { title: id, align: 'left' }, ...facts });
const document = makePage({ nodes: [card('a'), card('b')] });

function openTwo() {
  const [ada, bob] = [openReplica(document, 1), openReplica(document, 2)];
  let now = 0;
  const undo = new PageUndo(ada, { now: () => now });
  const wait = (milliseconds: number) => {
    now += milliseconds;
  };
  return { ada, bob, undo, wait };
}

/** Undoes until nothing is left. @returns How many steps there were. */
function undoAll(undo: PageUndo): number {
  let count = 0;
  for (; undo.canUndo; count++) undo.undo();
  return count;
}

const orderOf = (page: PageInYdoc) => page.children(undefined).join(' ');

describe('steps', () => {
  test('[UNDO-1] every gesture is one, however fast they follow', () => {
    const { ada, undo } = openTwo();
    ada.move(['a'], {});
    ada.setProp('a', 'align', 'right');
    ada.setProp('a', 'align', 'middle');
    ada.insert([card('c'), card('d')], {});
    expect(undo.canRedo).toBe(false);
    undo.undo();
    expect(orderOf(ada)).toBe('b a');
    undo.undo();
    expect(ada.props('a').align).toBe('right');
    expect(undoAll(undo)).toBe(2);
    expect(ada.toDocument()).toEqual(document);
    for (; undo.canRedo; ) undo.redo();
    expect(orderOf(ada)).toBe('b a c d');
    expect(ada.props('a').align).toBe('middle');
  });

  test('[UNDO-1] several writes inside `step`, or until an open step is ended, are one', () => {
    const { ada, undo } = openTwo();
    undo.step(() => {
      ada.move(['a'], {});
      ada.setProp('a', 'align', 'right');
    });
    const end = undo.openStep();
    for (const align of ['1', '2', '3']) ada.setProp('b', 'align', align);
    end();
    ada.setProp('b', 'align', '4');
    undo.undo();
    expect(ada.props('b').align).toBe('3');
    undo.undo();
    expect(ada.props('b').align).toBe('left');
    expect(undoAll(undo)).toBe(1);
  });

  test('[UNDO-2] typing in one text without a pause is one', () => {
    const { ada, undo, wait } = openTwo();
    const type = (path: string, letters: string) => {
      for (const letter of letters) {
        ada.setProp('a', path, `${ada.props('a')[path] ?? ''}${letter}`);
        wait(300);
      }
    };
    type('title', 'xyz');
    wait(700);
    type('title', '!');
    type('title@de', 'neu');
    ada.setProp('b', 'align', 'right');
    type('title@de', '?');
    expect(ada.props('a')).toMatchObject({ title: 'axyz!', 'title@de': 'neu?' });
    const steps = [];
    for (; undo.canUndo; ) {
      undo.undo();
      steps.push(`${ada.props('a').title} ${ada.props('a')['title@de']}`);
    }
    expect(steps).toEqual(['axyz! neu', 'axyz! neu', 'axyz! undefined', 'axyz undefined', 'a undefined']);
  });

  test('[UNDO-3] that change nothing are none, and keep what can be redone', () => {
    const { ada, undo } = openTwo();
    ada.setProp('a', 'align', 'right');
    undo.undo();
    ada.setProp('a', 'align', 'left');
    ada.move(['a'], { index: 0 });
    expect([undo.canUndo, undo.canRedo]).toEqual([false, true]);
    undo.redo();
    expect(ada.props('a').align).toBe('right');
  });

  test('[UNDO-4] give back the view that was said before them, redo the one they led to', () => {
    const { ada, undo } = openTwo();
    undo.note('nothing selected');
    ada.insert([card('c')], {});
    undo.note('c selected');
    undo.step(() => ada.setProp('c', 'align', 'right'), 'c in the panel');
    undo.note('b selected');
    expect(undo.undo()).toBe('c in the panel');
    expect(undo.undo()).toBe('nothing selected');
    expect(undo.undo()).toBeUndefined();
    expect(undo.redo()).toBe('c in the panel');
    expect(undo.redo()).toBe('b selected');
  });

  test('[UNDO-4] are told to who shows whether there are any', () => {
    const { ada, undo } = openTwo();
    const seen: boolean[] = [];
    const stop = undo.onChange(() => seen.push(undo.canUndo));
    ada.setProp('a', 'align', 'right');
    undo.undo();
    stop();
    ada.setProp('a', 'align', 'right');
    expect(seen[0]).toBe(true);
    expect(seen.at(-1)).toBe(false);
    undo.destroy();
    ada.setProp('a', 'align', 'middle');
    expect(ada.props('a').align).toBe('middle');
  });

  test('[UNDO-5] are those of the page and of origins that were named, no others', () => {
    const { ada, bob, undo } = openTwo();
    const binding = { name: 'editor' };
    const text = ada.doc.getText('t/a/title');
    ada.doc.transact(() => text.insert(0, '1'), binding);
    expect(undo.canUndo).toBe(false);
    undo.trackOrigin(binding);
    ada.doc.transact(() => text.insert(0, '2'), binding);
    ada.doc.transact(() => text.insert(0, '3'));
    bob.setProp('a', 'align', 'right');
    syncReplicas(ada, bob);
    expect(undoAll(undo)).toBe(1);
    expect(ada.props('a')).toEqual({ title: '31a', align: 'right' });
  });
});

describe('what others did', () => {
  test('[UNDO-6] in the same place stays', () => {
    const { ada, bob, undo } = openTwo();
    ada.transact(() => ada.text('a', 'title').insert(1, 'da'));
    syncReplicas(ada, bob);
    bob.text('a', 'title').insert(3, ' and bob');
    bob.setProp('a', 'align', 'right');
    bob.move(['b'], { index: 0 });
    syncReplicas(ada, bob);
    undo.undo();
    expect(ada.props('a')).toEqual({ title: 'a and bob', align: 'right' });
    expect(orderOf(ada)).toBe('b a');
  });

  test('[UNDO-6] with the same value at the same time leaves one of the two, never none', () => {
    const { ada, bob, undo } = openTwo();
    // Ada's number is the lower one, so Bob's value wins; and the other way round.
    ada.setProp('a', 'align', 'by ada');
    bob.setProp('a', 'align', 'by bob');
    ada.move(['a'], {});
    bob.move(['a'], { index: 1 });
    const undoOfBob = new PageUndo(bob);
    bob.setProp('b', 'align', 'by bob');
    ada.setProp('b', 'align', 'by ada');
    bob.move(['b'], { parent: 'a', slot: 'main' });
    ada.move(['b'], { parent: 'a', slot: 'aside' });
    syncReplicas(ada, bob);
    undoAll(undo);
    undoAll(undoOfBob);
    syncReplicas(ada, bob);
    expect(ada.toDocument()).toEqual(bob.toDocument());
    expect([ada.props('a').align, ada.props('b').align]).toEqual(['by bob', 'left']);
    expect([ada.has('a'), ada.has('b'), ada.lost()]).toEqual([true, true, []]);
  });

  test('[UNDO-7] to a module comes back with it when its removal is undone', () => {
    const { ada, bob, undo } = openTwo();
    ada.remove(['a']);
    bob.setProp('a', 'align', 'right');
    bob.insert([card('inside')], { parent: 'b', slot: 'main' });
    syncReplicas(ada, bob);
    undo.undo();
    syncReplicas(ada, bob);
    expect(bob.props('a').align).toBe('right');
    expect(bob.has('inside')).toBe(true);
  });

  test('[UNDO-8] in a module whose insertion is undone is lost & found, and comes back with redo', () => {
    const { ada, bob, undo } = openTwo();
    ada.insert([card('c'), card('d')], {});
    syncReplicas(ada, bob);
    bob.text('c', 'title').insert(1, ' of bob');
    bob.insert([card('inside')], { parent: 'd', slot: 'main' });
    syncReplicas(ada, bob);
    undo.undo();
    syncReplicas(ada, bob);
    expect(bob.lost()).toEqual(['c', 'inside']);
    expect(ada.lost()).toEqual(['c', 'inside']);
    expect(ada.props('c').title).toBe('c of bob');
    expect(ada.node('d')).toBeUndefined();
    undo.redo();
    syncReplicas(ada, bob);
    expect(bob.lost()).toEqual([]);
    expect(bob.toNode('d').slots?.main?.[0]?.id).toBe('inside');
    expect(bob.props('c').title).toBe('c of bob');
  });

  test('[UNDO-8] is not lost either when they did it before they knew', () => {
    const { ada, bob, undo } = openTwo();
    ada.insert([card('c')], {});
    syncReplicas(ada, bob);
    undo.undo();
    expect(ada.lost()).toEqual([]);
    bob.setProp('c', 'align', 'right');
    syncReplicas(ada, bob);
    expect(ada.lost()).toEqual(['c']);
    undo.redo();
    expect(ada.props('c')).toEqual({ title: 'c', align: 'right' });
  });

  test('[UNDO-9] in a list item or text whose making is undone stays', () => {
    const { ada, bob, undo } = openTwo();
    const item = ada.insertItem('a', 'links', 0, { label: 'ada' });
    ada.setProp('a', 'title@de', 'A');
    ada.richText('a', 'body');
    syncReplicas(ada, bob);
    bob.text('a', `links/${item}/label`).insert(3, ' and bob');
    bob.text('a', 'title@de').insert(1, ' von Bob');
    ((bob.richText('a', 'body').get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'Bob');
    syncReplicas(ada, bob);
    undoAll(undo);
    syncReplicas(ada, bob);
    expect(bob.props('a')).toEqual({
      title: 'a',
      align: 'left',
      links: [{ label: ' and bob' }],
      'title@de': ' von Bob',
      body: '<p>Bob</p>',
    });
    for (; undo.canRedo; ) undo.redo();
    expect(ada.props('a')).toMatchObject({ links: [{ label: 'ada and bob' }], 'title@de': 'A von Bob' });
  });

  test('[UNDO-9] in an item somebody removes goes with it, also when the removal is done again', () => {
    const { ada, bob, undo } = openTwo();
    bob.insertItem('a', 'links', 0, { label: 'bob' });
    syncReplicas(ada, bob);
    ada.removeItem('a', 'links', ada.itemIds('a', 'links')[0]!);
    undo.undo();
    expect(ada.props('a').links).toEqual([{ label: 'bob' }]);
    undo.redo();
    expect(ada.props('a').links).toEqual([]);
  });
});
