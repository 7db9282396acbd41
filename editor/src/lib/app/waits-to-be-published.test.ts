import { newPageDoc, PageInYdoc } from '@vitrine/content/collab';
import { makeNode, makePage } from '@vitrine/content/testing';
import { expect, test } from 'vitest';
import type { DocumentFacts } from './backend.ts';
import { waitsToBePublished } from './waits-to-be-published.ts';

test('[DOC-15] a page waits with what is on it: its own changes, its layout’s and its fragments’', () => {
  const doc = newPageDoc();
  const shapes = () => undefined;
  const nodes = [
    makeNode('section', {
      id: 's',
      slots: { content: [makeNode('fragment', { id: 'f', props: { fragment: 'sale' } })] },
    }),
  ];
  PageInYdoc.fill(doc, makePage({ id: 'home', nodes }), shapes);
  const page = new PageInYdoc(doc, shapes);
  const waits = (...changed: readonly string[]) =>
    waitsToBePublished(
      { find: (id) => ({ id, isChanged: changed.includes(id) }) as DocumentFacts },
      page,
      'home',
    );
  expect(waits()).toBe(false);
  expect(waits('other')).toBe(false);
  expect(['home', 'main', 'sale'].map((id) => waits(id))).toEqual([true, true, true]);
});

test('[DOC-15] fragments inside fragments count, and those of the layout, also where they stand in a ring', () => {
  const doc = newPageDoc();
  const shapes = () => undefined;
  const nodes = [makeNode('fragment', { id: 'f', props: { fragment: 'sale' } })];
  PageInYdoc.fill(doc, makePage({ id: 'home', nodes }), shapes);
  const page = new PageInYdoc(doc, shapes);
  const shows: Readonly<Record<string, readonly string[]>> = {
    sale: ['banner'],
    banner: ['sale', 'price'],
    main: ['menu'],
    other: ['elsewhere'],
  };
  const waits = (...changed: readonly string[]) =>
    waitsToBePublished(
      { find: (id) => ({ id, isChanged: changed.includes(id), shows: shows[id] }) as DocumentFacts },
      page,
      'home',
    );
  expect([waits(), waits('elsewhere', 'other')]).toEqual([false, false]);
  expect(['banner', 'price', 'menu'].map((id) => waits(id))).toEqual([true, true, true]);
});
