import { expect, test } from 'vitest';
import { makeNode, makePage } from '../testing/builders.ts';
import { openReplica } from './testing/replicas.ts';
import { translationsIn } from './translations-in.ts';

const shapes = () => ({
  title: { kind: 'text' as const },
  links: {
    kind: 'list' as const,
    item: { kind: 'object' as const, fields: { label: { kind: 'text' as const } } },
  },
});

test('[TRANS-1] translations are found in settings, items, objects and slots, and of the page itself, with what they stand for', () => {
  const page = openReplica(
    makePage({
      seo: { title: 'Spring', 'title@de': 'Frühling' },
      nodes: [
        makeNode('section', {
          id: 's',
          slots: {
            content: [
              makeNode('card', {
                id: 'a',
                props: {
                  title: 'Hello',
                  'title@de': 'Hallo',
                  'title@de@sm': 'Hallo, du',
                  'alone@de': 'Nur hier',
                  'gone@de': null,
                  link: { label: 'More', 'label@de': 'Mehr' },
                  links: [{ label: 'One' }, { label: 'Two', 'label@de': 'Zwei' }],
                },
              }),
            ],
          },
        }),
      ],
    }),
    1,
    shapes,
  );
  const [, second] = page.itemIds('a', 'links');
  expect(second).toBeDefined();
  expect(translationsIn(page)).toEqual({
    '/seo/title@de': { value: 'Frühling', base: 'Spring' },
    'a/alone@de': { value: 'Nur hier', base: null },
    'a/link/label@de': { value: 'Mehr', base: 'More' },
    [`a/links/${second}/label@de`]: { value: 'Zwei', base: 'Two' },
    'a/title@de': { value: 'Hallo', base: 'Hello' },
    'a/title@de@sm': { value: 'Hallo, du', base: null },
  });
});

test('[TRANS-1] an item keeps its translation when the list is put in another order', () => {
  const page = openReplica(
    makePage({
      nodes: [
        makeNode('card', {
          id: 'a',
          props: { links: [{ label: 'One' }, { label: 'Two', 'label@de': 'Zwei' }] },
        }),
      ],
    }),
    1,
    shapes,
  );
  const before = translationsIn(page);
  page.moveItem('a', 'links', page.itemIds('a', 'links')[1]!, 0);
  expect(translationsIn(page)).toEqual(before);
});
