import { expect, test } from 'vitest';
import { usedDocuments } from './used-documents.ts';

const home = { id: 'home', name: 'Home', kind: 'page' } as const;
const about = { id: 'about', name: 'About', kind: 'page' } as const;

test('the published form and the draft of a page are one line', () => {
  const hero = { node: 'n1', module: 'hero', keys: ['picture'] };
  const uses = usedDocuments([
    { document: home, state: 'published', places: [hero] },
    { document: about, state: 'draft', places: [hero] },
    { document: { ...home, name: 'Home, new' }, state: 'draft', places: [hero, { keys: ['seo.image'] }] },
    {
      document: { id: 'mug', name: 'Mug', kind: 'product' },
      state: 'published',
      places: [{ keys: ['media'] }],
    },
  ]);
  expect(uses).toEqual([
    { id: 'home', name: 'Home, new', isProduct: false, state: 'published', modules: ['hero'], nodes: ['n1'] },
    {
      id: 'about',
      name: 'About',
      isProduct: false,
      state: 'in the draft only',
      modules: ['hero'],
      nodes: ['n1'],
    },
    { id: 'mug', name: 'Mug', isProduct: true, state: 'published', modules: [], nodes: [] },
  ]);
});
