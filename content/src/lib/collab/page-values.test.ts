import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Json, Props } from '../page.ts';
import { arbitraryProps } from '../testing/arbitrary-page.ts';
import { arbitraryShapes } from '../testing/arbitrary-shapes.ts';
import { makeNode, makePage } from '../testing/builders.ts';
import type { PageInYdoc } from './page-in-ydoc.ts';
import { openReplica, syncReplicas } from './testing/replicas.ts';

const withProps = (props: Props) => makePage({ nodes: [makeNode('card', { id: 'a', props })] });
const open = (props: Props, clientID = 1) => openReplica(withProps(props), clientID);
const openTwo = (props: Props) => [open(props, 1), open(props, 2)] as const;
const itemAt = (page: PageInYdoc, path: string, index: number) => page.itemIds('a', path)[index]!;

describe('a value', () => {
  test('[VALUE-1] of any shape is what it was set to, and setting it again writes nothing', () => {
    fc.assert(
      fc.property(arbitraryProps(), arbitraryProps(), arbitraryShapes(), (before, after, shapes) => {
        const page = openReplica(withProps(before), 1, () => shapes);
        page.transact(() => {
          for (const key of Object.keys(before))
            if (!Object.hasOwn(after, key)) page.setProp('a', key, undefined);
          for (const [key, value] of Object.entries(after)) page.setProp('a', key, value);
        });
        expect(page.props('a')).toEqual(after);
        const state = Y.encodeStateVector(page.doc);
        for (const [key, value] of Object.entries(after)) page.setProp('a', key, value);
        expect(Y.encodeStateVector(page.doc)).toEqual(state);
      }),
      { numRuns: 300 },
    );
  });

  test('[VALUE-2] that two set at the same time is one of the two, the same for both', () => {
    const [ada, bob] = openTwo({ align: 'left' });
    ada.setProp('a', 'align', 'right');
    bob.setProp('a', 'align', 'middle');
    bob.setProp('a', 'align@sm', 'wide');
    syncReplicas(ada, bob);
    expect(ada.props('a')).toEqual(bob.props('a'));
    expect(ada.props('a')).toMatchObject({ align: 'middle', 'align@sm': 'wide' });
  });

  test('[VALUE-2] that looks like a sign of the house is carried all the same', () => {
    const odd: Props = {
      align: { $: 'text' },
      'align@sm': [{ $: 1 }],
      'align@md': JSON.parse('{"__proto__":1}') as Json,
    };
    const page = open(odd);
    expect(page.props('a')).toEqual(odd);
    page.setProp('a', 'align', { $: 'item', key: 'a0' });
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(page.doc));
    expect(page.props('a').align).toEqual({ $: 'item', key: 'a0' });
    expect(Object.hasOwn(page.props('a')['align@md'] as object, '__proto__')).toBe(true);
  });
});

describe('words', () => {
  test('[VALUE-3] that two write into one text are all there', () => {
    const [ada, bob] = openTwo({ title: 'one three' });
    ada.setProp('a', 'title', 'one two three');
    bob.text('a', 'title').insert(9, ' four');
    syncReplicas(ada, bob);
    expect(ada.props('a').title).toBe('one two three four');
    expect(bob.props('a').title).toBe('one two three four');
  });

  test('[VALUE-3] of a text that both make at the same time are all there', () => {
    const [ada, bob] = openTwo({ title: 'Hi' });
    ada.text('a', 'title@de').insert(0, 'Hallo ');
    bob.text('a', 'title@de').insert(0, 'Moin ');
    ada.setAt('a', 'body@de', '<p>Eins</p>');
    syncReplicas(ada, bob);
    expect(ada.props('a')['title@de']).toHaveLength(11);
    expect(bob.props('a')).toEqual(ada.props('a'));
  });

  test('[VALUE-4] somebody writes while another takes the value away stay; nobody’s words do not', () => {
    const [ada, bob] = openTwo({ title: 'Hi', 'title@de': 'Hallo', 'title@fr': 'Salut' });
    ada.setProp('a', 'title@de', undefined);
    ada.setProp('a', 'title@fr', undefined);
    bob.text('a', 'title@de').insert(5, ' Welt');
    syncReplicas(ada, bob);
    expect(ada.props('a')).toEqual({ title: 'Hi', 'title@de': ' Welt' });
    expect(bob.props('a')).toEqual(ada.props('a'));
    ada.setProp('a', 'title@de', undefined);
    expect(ada.props('a')).toEqual({ title: 'Hi' });
    ada.text('a', 'title@fr');
    expect(ada.props('a')['title@fr']).toBe('');
  });

  test('[VALUE-4] likewise of a rich text', () => {
    const [ada, bob] = openTwo({ body: '<p>one</p><p>two</p>' });
    ada.setProp('a', 'body', undefined);
    expect(ada.props('a')).toEqual({});
    bob.setProp('a', 'body', '<p>one</p><p>two three</p>');
    syncReplicas(ada, bob);
    expect(ada.props('a').body).toBe('<p><br></p><p> three</p>'.replace(' t', '\u00a0t'));
    expect(bob.props('a')).toEqual(ada.props('a'));
    ada.setProp('a', 'body', undefined);
    ada.richText('a', 'body');
    expect(ada.props('a').body).toBe('');
  });

  test('[VALUE-5] of HTML stay as they are written until somebody edits them', () => {
    const html = '<p>a <b>b</b></p>\n<hr>';
    const page = open({ body: html, title: '<p>' });
    expect(page.props('a')).toEqual({ body: html, title: '<p>' });
    page.richText('a', 'body');
    expect(page.props('a').body).toBe(html);
    page.setProp('a', 'body', '<p>a <b>b</b> c</p>');
    expect(page.props('a').body).toBe('<p>a <b>b</b> c</p>');
    const text = (page.richText('a', 'body').get(0) as Y.XmlElement).get(0) as Y.XmlText;
    text.insert(0, 'x');
    expect(page.props('a').body).toBe('<p>xa <strong>b</strong> c</p>');
  });

  test('[VALUE-6] that were stored as one piece become a text that is shared', () => {
    const page = openReplica(withProps({ title: 'plain', links: [{ label: 'x' }] }), 1, () => undefined);
    expect(page.itemIds('a', 'links')).toEqual([]);
    page.text('a', 'title').insert(5, '!');
    expect(page.props('a').title).toBe('plain!');
  });
});

describe('a list', () => {
  const links = [{ label: 'one' }, { label: 'two' }, { label: 'three' }];

  test('[VALUE-7] is changed item by item', () => {
    const page = open({ links, tags: ['x'] });
    const made = page.insertItem('a', 'links', 1, { label: 'new', href: '/' });
    page.moveItem('a', 'links', made, 3);
    page.removeItem('a', 'links', itemAt(page, 'links', 0));
    page.setAt('a', `links/${itemAt(page, 'links', 0)}/label@de`, 'zwei');
    page.setAt('a', `tags/${itemAt(page, 'tags', 0)}`, 'y');
    expect(page.props('a')).toEqual({
      links: [{ label: 'two', 'label@de': 'zwei' }, { label: 'three' }, { label: 'new', href: '/' }],
      tags: ['y'],
    });
    expect(page.itemIds('a', 'links')[2]).toBe(made);
    page.setAt('a', `tags/${itemAt(page, 'tags', 0)}`, undefined);
    expect(page.props('a').tags).toEqual([]);
  });

  test('[VALUE-7] that is not there yet is made by its first item, an object by its first value', () => {
    const page = open({});
    page.insertItem('a', 'links', 0, { label: 'one' });
    page.setAt('a', 'cta/label', 'Buy');
    expect(page.props('a')).toEqual({ links: [{ label: 'one' }], cta: { label: 'Buy' } });
    page.setAt('a', 'cta/label', undefined);
    page.setAt('a', 'links@de/none', undefined);
    expect(page.props('a')).toEqual({ links: [{ label: 'one' }], cta: {} });
  });

  test('[VALUE-8] that is set as a whole keeps the ids of items that stay', () => {
    const page = open({ links });
    const [one, two, three] = page.itemIds('a', 'links');
    page.setProp('a', 'links', [{ label: 'three' }, { label: 'one' }, { label: 'two' }]);
    expect(page.itemIds('a', 'links')).toEqual([three, one, two]);
    page.setProp('a', 'links', [{ label: 'zero' }, { label: 'three' }, { label: 'one' }, { label: 'two!' }]);
    expect(page.itemIds('a', 'links').slice(1)).toEqual([three, one, two]);
    page.setProp('a', 'links', [{ label: 'zero' }, { label: 'two!' }]);
    expect(page.itemIds('a', 'links')[1]).toBe(two);
    expect(page.props('a').links).toEqual([{ label: 'zero' }, { label: 'two!' }]);
  });

  test('[VALUE-9] that two change at the same time has the changes of both', () => {
    const [ada, bob] = openTwo({ links });
    ada.moveItem('a', 'links', itemAt(ada, 'links', 0), 2);
    ada.insertItem('a', 'links', 0, { label: 'ada' });
    bob.text('a', `links/${itemAt(bob, 'links', 0)}/label`).insert(3, '!');
    bob.insertItem('a', 'links', 3, { label: 'bob' });
    bob.removeItem('a', 'links', itemAt(bob, 'links', 1));
    syncReplicas(ada, bob);
    const labels = (ada.props('a').links as { label: string }[]).map(({ label }) => label);
    expect(new Set(labels)).toEqual(new Set(['ada', 'bob', 'one!', 'three']));
    expect(labels[0]).toBe('ada');
    expect(bob.props('a')).toEqual(ada.props('a'));
  });

  test('[VALUE-9] that one takes away keeps what another puts in at the same time', () => {
    const [ada, bob] = openTwo({ links });
    ada.setProp('a', 'links', undefined);
    bob.insertItem('a', 'links', 3, { label: 'four' });
    syncReplicas(ada, bob);
    expect(ada.props('a').links).toEqual([{ label: 'four' }]);
    expect(bob.props('a')).toEqual(ada.props('a'));
  });
});
