import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { canonicalText } from '../canonical.ts';
import type { PageNode } from '../page.ts';
import { parsePageDocument } from '../parse-document.ts';
import { arbitraryPage } from '../testing/arbitrary-page.ts';
import { arbitraryShapes } from '../testing/arbitrary-shapes.ts';
import { makeNode, makePage } from '../testing/builders.ts';
import { PageInYdoc } from './page-in-ydoc.ts';
import type { PageChange } from './page-listeners.ts';
import { openReplica, syncReplicas } from './testing/replicas.ts';

const card = (id: string, facts: Partial<PageNode> = {}) =>
  makeNode('card', { id, props: { title: id, align: 'left' }, ...facts });
const page = makePage({
  nodes: [card('top', { slots: { main: [card('a'), card('b')] } }), card('end')],
  seo: { title: 'Home', 'title@de': 'Start' },
});

describe('any document', () => {
  test('[DOCY-1] comes out of the Y.Doc as it was filled in, here and on every replica', () => {
    fc.assert(
      fc.property(arbitraryPage(), arbitraryShapes(), (document, shapes) => {
        const doc = new Y.Doc();
        PageInYdoc.fill(doc, document, () => shapes);
        const filled = new PageInYdoc(doc, () => shapes).toDocument();
        expect(canonicalText(filled)).toBe(canonicalText(document));
        expect(parsePageDocument(filled).kind).toBe('ok');
        const other = new Y.Doc();
        Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
        expect(canonicalText(new PageInYdoc(other, () => shapes).toDocument())).toBe(canonicalText(document));
      }),
      { numRuns: 200 },
    );
  });

  test('[DOCY-1] may have modules that are called like a place', () => {
    const named = makePage({
      nodes: [card('trash', { slots: { main: [card('root', { slots: { main: [card('lost')] } })] } })],
    });
    const home = openReplica(named, 1);
    expect(home.toDocument()).toEqual(named);
    home.move(['lost'], { parent: 'trash', slot: 'main', index: 0 });
    home.remove(['root']);
    expect(home.children('trash', 'main')).toEqual(['lost']);
    expect(home.ancestors('lost')).toEqual(['trash']);
  });

  test('[DOCY-2] that two fill in apart is there once when they meet', () => {
    fc.assert(
      fc.property(arbitraryPage(), arbitraryShapes(), (document, shapes) => {
        const [left, right] = [new Y.Doc(), new Y.Doc()];
        PageInYdoc.fill(left, document, () => shapes);
        // The same in another order.
        const { nodes, ...facts } = document;
        PageInYdoc.fill(right, { nodes, ...facts }, () => shapes);
        expect(Y.encodeStateAsUpdate(right)).toEqual(Y.encodeStateAsUpdate(left));
      }),
      { numRuns: 50 },
    );
  });

  test('[DOCY-2] is not filled into a Y.Doc that holds something', () => {
    const { doc } = openReplica(page, 1);
    expect(() => PageInYdoc.fill(doc, page, () => undefined)).toThrow('"home" is not empty');
  });
});

describe('what is read', () => {
  test('[DOCY-3] is the same object until it changes', () => {
    const home = openReplica(page, 1);
    const read = () => ({
      node: home.node('a'),
      other: home.node('end'),
      children: home.children('top', 'main'),
      top: home.children(undefined),
      props: home.props('a'),
      ancestors: home.ancestors('a'),
      slots: home.slotNames('top'),
      lost: home.lost(),
      meta: home.meta(),
      seo: home.meta().seo,
      toNode: home.toNode('end'),
      document: home.toDocument(),
    });
    const before = read();
    expect(Object.values(read())).toEqual(Object.values(before));
    for (const [key, value] of Object.entries(read())) expect(value).toBe(before[key as 'node']);

    home.setProp('a', 'align', 'right');
    const after = read();
    const changed = Object.keys(after).filter((key) => after[key as 'node'] !== before[key as 'node']);
    expect(changed).toEqual(['props', 'document']);

    home.move(['b'], { parent: 'top', slot: 'main', index: 0 });
    const moved = read();
    expect(Object.keys(moved).filter((key) => moved[key as 'node'] !== after[key as 'node'])).toEqual([
      'node',
      'children',
      'document',
    ]);
  });

  test('[DOCY-3] keeps the parts of a value that did not change', () => {
    const home = openReplica(
      makePage({ nodes: [card('a', { props: { links: [{ label: 'x' }, { label: 'y' }] } })] }),
      1,
    );
    const before = home.props('a').links as readonly unknown[];
    home.setAt('a', `links/${home.itemIds('a', 'links')[1]}/label`, 'z');
    const after = home.props('a').links as readonly unknown[];
    expect(after).toEqual([{ label: 'x' }, { label: 'z' }]);
    expect(after[0]).toBe(before[0]);
  });

  test('[DOCY-3] is up to date inside a transaction as well', () => {
    const home = openReplica(page, 1);
    home.transact(() => {
      home.insert([card('new')], {});
      expect(home.children(undefined)).toEqual(['top', 'end', 'new']);
      home.setProp('new', 'align', 'right');
      home.text('new', 'title').insert(3, '!');
      expect(home.props('new')).toEqual({ title: 'new!', align: 'right' });
      home.remove(['new']);
      expect(home.has('new')).toBe(false);
    });
  });

  test('[DOCY-4] says who stands where', () => {
    const home = openReplica(page, 1);
    expect(home.node('b')).toEqual({ id: 'b', type: 'card', v: 1, parent: 'top', slot: 'main', index: 1 });
    expect(home.ancestors('b')).toEqual(['top']);
    expect(home.slotNames('top')).toEqual(['main']);
    expect([home.has('b'), home.has('gone'), home.node('gone')]).toEqual([true, false, undefined]);
    expect(home.meta()).toEqual({ id: 'home', kind: 'page', name: 'Home', seo: page.seo, paths: {} });
  });
});

describe('listeners', () => {
  test('[DOCY-5] are called once after each transaction, and only those it concerns', () => {
    const home = openReplica(page, 1);
    const calls: string[] = [];
    const changes: PageChange[] = [];
    home.onNode('a', () => calls.push('a'));
    home.onNode('b', () => calls.push('b'));
    home.onChildren('top', 'main', () => calls.push('main'));
    home.onChildren(undefined, undefined, () => calls.push('top'));
    home.onStructure(() => calls.push('structure'));
    home.onMeta(() => calls.push('meta'));
    const stop = home.onChange((change) => changes.push(change));
    const during = (work: () => void) => {
      calls.length = 0;
      work();
      return calls.toSorted((left, right) => left.localeCompare(right));
    };

    expect(during(() => home.setProp('a', 'align', 'right'))).toEqual(['a']);
    expect(during(() => home.setProp('a', 'align', 'right'))).toEqual([]);
    expect(during(() => home.text('a', 'title').insert(0, '!'))).toEqual(['a']);
    expect(during(() => home.setFacts('b', { name: 'B' }))).toEqual(['b']);
    expect(during(() => home.setMeta({ name: 'Start' }))).toEqual(['meta']);
    expect(during(() => home.move(['b'], { parent: 'top', slot: 'main', index: 0 }))).toEqual([
      'a',
      'b',
      'main',
      'structure',
    ]);
    const twice = () =>
      home.transact(() => {
        home.setProp('a', 'align', 'left');
        home.setProp('a', 'align', 'middle');
        home.remove(['end']);
      });
    expect(during(twice)).toEqual(['a', 'structure', 'top']);
    expect(changes.at(-1)).toEqual({
      nodes: new Set(['a', 'end']),
      structure: true,
      meta: false,
      local: true,
    });
    stop();
    const count = changes.length;
    home.setProp('a', 'align', 'x');
    expect(changes).toHaveLength(count);
  });

  test('[DOCY-5] hear of texts that others made', () => {
    const [ada, bob] = [openReplica(page, 1), openReplica(page, 2)];
    const heard: PageChange[] = [];
    bob.onChange((change) => heard.push(change));
    ada.text('a', 'title@de').insert(0, 'Hallo');
    syncReplicas(ada, bob);
    ada.richText('b', 'body');
    ada.setAt('b', 'body', '<p>Words</p>');
    syncReplicas(ada, bob);
    ada.text('a', 'title@de').insert(5, '!');
    syncReplicas(ada, bob);
    expect(heard.map(({ nodes, local }) => [[...nodes], local])).toEqual([
      [['a'], false],
      [['b'], false],
      [['a'], false],
    ]);
    expect(bob.props('a')['title@de']).toBe('Hallo!');
    expect(bob.props('b').body).toBe('<p>Words</p>');
  });
});

describe('structure', () => {
  test('[DOCY-6] keeps the ids of what is inserted when they are free', () => {
    const home = openReplica(page, 1);
    const ids = home.insert([card('new', { slots: { main: [card('a')] } }), card('-bad-')], {
      parent: 'top',
      slot: 'main',
      index: 1,
    });
    expect(home.children('top', 'main')).toEqual(['a', ...ids, 'b']);
    expect(ids[0]).toBe('new');
    expect(ids[1]).toMatch(/^n\w{10}$/);
    const [inside] = home.children('new', 'main');
    expect(inside).not.toBe('a');
    expect(home.props(inside!)).toEqual({ title: 'a', align: 'left' });
  });

  test('[DOCY-6] refuses what could not be read again, with a sentence', () => {
    const home = openReplica(page, 1);
    expect(() => home.insert([card('x', { props: { 'no key': 1 } })], {})).toThrow(
      '"no key" is no key of a setting',
    );
    expect(() => home.insert([card('x', { slots: { '!': [] } })], {})).toThrow('"!" is no name of a slot');
    expect(() => home.insert([makeNode('?')], {})).toThrow('"?" is no id of a module');
    expect(() => home.insert([card('x')], { parent: 'gone', slot: 'main' })).toThrow(
      'There is no module "gone"',
    );
    expect(() => home.insert([card('x')], { parent: 'top' })).toThrow('Say into which slot');
    expect(() => home.setProp('a', 'a/b', 1)).toThrow('"a/b" is no key of a setting');
    expect(() => home.setAt('a', '', 1)).toThrow('"" is no path of a value');
    expect(() => home.setProp('gone', 'title', 1)).toThrow('There is no module "gone"');
    expect(() => home.toNode('gone')).toThrow('There is no module "gone"');
  });

  test('[DOCY-7] moves several side by side, and not into themselves', () => {
    const home = openReplica(page, 1);
    expect(home.move(['end', 'b'], { parent: 'top', slot: 'main', index: 0 })).toEqual({ kind: 'moved' });
    expect(home.children('top', 'main')).toEqual(['end', 'b', 'a']);
    expect(home.move(['top'], { parent: 'a', slot: 'main' })).toEqual({
      kind: 'refused',
      message: 'Module "top" cannot be moved into itself or something inside it.',
    });
    expect(home.move(['gone'], {}).kind).toBe('refused');
    expect(home.move(['a'], { parent: 'top' }).kind).toBe('refused');
    const state = Y.encodeStateVector(home.doc);
    expect(home.move(['b'], { parent: 'top', slot: 'main', index: 1 })).toEqual({ kind: 'moved' });
    expect(Y.encodeStateVector(home.doc)).toEqual(state);
  });

  test('[DOCY-7] puts copies behind their originals, with new ids and texts of their own', () => {
    const home = openReplica(page, 1);
    const [copy] = home.duplicate(['top', 'a']);
    expect(home.children(undefined)).toEqual(['top', copy, 'end']);
    const inside = home.children(copy, 'main');
    expect(inside).toHaveLength(2);
    home.text(inside[0]!, 'title').insert(0, 'copy of ');
    expect([home.props(inside[0]!).title, home.props('a').title]).toEqual(['copy of a', 'a']);
  });

  test('[DOCY-8] that two change at the same time has every module once', () => {
    const [ada, bob] = [openReplica(page, 1), openReplica(page, 2)];
    ada.move(['a'], { index: 0 });
    bob.move(['a'], {});
    bob.insert([card('x'), card('y')], { parent: 'top', slot: 'main', index: 1 });
    ada.insert([card('v'), card('w')], { parent: 'top', slot: 'main', index: 0 });
    syncReplicas(ada, bob);
    expect(ada.toDocument()).toEqual(bob.toDocument());
    expect(ada.children(undefined).filter((id) => id === 'a')).toHaveLength(1);
    const main = ada.children('top', 'main');
    expect(main.indexOf('w') - main.indexOf('v')).toBe(1);
    expect(main.indexOf('y') - main.indexOf('x')).toBe(1);
  });

  test('[DOCY-9] opens a ring alike everywhere: the newest move goes back', () => {
    const nodes = [card('a'), card('b')];
    const [ada, bob] = [openReplica(makePage({ nodes }), 1), openReplica(makePage({ nodes }), 2)];
    ada.move(['a'], { parent: 'b', slot: 'main' });
    bob.setFacts('a', { name: 'A' });
    bob.move(['b'], { index: 0 });
    bob.move(['b'], { parent: 'a', slot: 'main' });
    syncReplicas(ada, bob);
    expect(ada.children(undefined)).toEqual(['b']);
    expect(ada.children('b', 'main')).toEqual(['a']);
    expect(bob.toDocument()).toEqual(ada.toDocument());
  });

  test('[DOCY-10] has in the lost & found what somebody put into a module that another removed', () => {
    const [ada, bob] = [openReplica(page, 1), openReplica(page, 2)];
    ada.remove(['top']);
    bob.insert([card('new')], { parent: 'a', slot: 'main' });
    bob.move(['end'], { parent: 'top', slot: 'main' });
    syncReplicas(ada, bob);
    expect(ada.lost()).toEqual(['end', 'new']);
    expect(bob.lost()).toEqual(['end', 'new']);
    expect([ada.has('new'), ada.node('new')?.parent, ada.has('a')]).toEqual([false, undefined, false]);
    expect(ada.toDocument().nodes).toEqual([]);
    expect(ada.move(['new'], {})).toEqual({ kind: 'moved' });
    expect(ada.has('new')).toBe(true);
  });

  test('[DOCY-10] has in the lost & found what would stand too deep to be read', () => {
    const chain = Array.from({ length: 21 }, (_, index) => card(`n${index}`)).reduceRight((inner, outer) => ({
      ...outer,
      slots: { main: [inner] },
    }));
    const home = openReplica(makePage({ nodes: [chain, card('more')] }), 1);
    expect(home.lost()).toEqual([]);
    expect(parsePageDocument(home.toDocument()).kind).toBe('ok');
    home.move(['more'], { parent: 'n20', slot: 'main' });
    expect(home.lost()).toEqual(['more']);
  });

  test('[DOCY-11] says what the page is besides: name, layout, search engines, addresses', () => {
    const home = openReplica(page, 1);
    home.setMeta({ name: 'Start', layout: 'bare', seo: { 'title@de': undefined, robots: 'noindex' } });
    home.setMeta({ path: { channel: 'online', locale: 'de', path: '/Start/' } });
    expect(home.meta()).toEqual({
      id: 'home',
      kind: 'page',
      name: 'Start',
      layout: 'bare',
      seo: { title: 'Home', robots: 'noindex' },
      paths: { 'online/de': '/start' },
    });
    home.setMeta({ layout: undefined, path: { channel: 'online', locale: 'de', path: undefined } });
    expect(home.meta()).toMatchObject({ name: 'Start', paths: {} });
    expect(home.toDocument()).not.toHaveProperty('layout');
    expect(() => home.setMeta({ seo: { 'a b': 1 } })).toThrow('"a b" is no key of a setting');
  });

  test('[DOCY-11] takes facts of a module and takes them back', () => {
    const home = openReplica(page, 1);
    home.setFacts('a', { name: 'A', lock: true, hidden: true });
    home.setFacts('a', { hidden: undefined });
    expect(home.node('a')).toMatchObject({ name: 'A', lock: true });
    expect(home.toNode('a')).not.toHaveProperty('hidden');
  });

  test('[DOCY-12] two who open different settings at the same time both do, and closing one closes just that', () => {
    const opened = makePage({ nodes: [card('a', { open: ['align'] })] });
    const [home, other] = [openReplica(opened, 1), openReplica(opened, 2)];
    home.setFacts('a', { open: ['align', 'title'] });
    other.setFacts('a', { open: ['body'] });
    syncReplicas(home, other);
    expect(home.toNode('a').open).toEqual(['body', 'title']);
    expect(other.toDocument()).toEqual(home.toDocument());
    const { open } = home.node('a')!;
    home.setFacts('a', { name: 'A' });
    expect(home.node('a')!.open).toBe(open);
    home.setFacts('a', { open: undefined });
    expect(home.toNode('a')).not.toHaveProperty('open');
    expect(() => home.setFacts('a', { open: ['title@de'] })).toThrow('"title@de" is no name of a setting');
    home.restore(opened);
    expect(home.toDocument()).toEqual(opened);
  });

  test('[DOCY-12] what fills an open part, and what is set in a fragment, is there like anything else', () => {
    const used = makePage({
      nodes: [
        makeNode('fragment', {
          id: 'use',
          props: { fragment: 'sale', 'in.1hero.title@de': 'Hallo' },
          slots: { '1part': [card('mine')] },
        }),
      ],
    });
    const home = openReplica(used, 1);
    expect(home.toDocument()).toEqual(used);
    expect(home.children('use', '1part')).toEqual(['mine']);
    home.setProp('use', 'in.1hero.title', 'Hello');
    expect(parsePageDocument(home.toDocument())).toMatchObject({ kind: 'ok' });
  });
});
