import { expect, test } from 'vitest';
import { makeNode, makePage } from './testing/builders.ts';
import { findNode, fragmentsOf, modulesOf, parentsOf, walk, whereUsed } from './walk.ts';

const hero = makeNode('hero');
const page = makePage({
  nodes: [
    makeNode('section', {
      slots: {
        main: [hero, makeNode('fragment', { id: 'f', props: { fragment: 'teaser' } })],
        aside: [makeNode('text')],
      },
    }),
    makeNode('hero', { id: 'second' }),
  ],
});

test('[WALK-1] every instance is met once, before those inside it, with its place', () => {
  expect([...walk(page.nodes)].map(({ node, path, depth }) => [node.id, path, depth])).toEqual([
    ['section', 'nodes.0', 0],
    ['hero', 'nodes.0.slots.main.0', 1],
    ['f', 'nodes.0.slots.main.1', 1],
    ['text', 'nodes.0.slots.aside.0', 1],
    ['second', 'nodes.1', 0],
  ]);
});

test('[WALK-2] an instance is found with its place and what is around it', () => {
  expect(findNode(page, 'hero')).toMatchObject({
    node: hero,
    slot: 'main',
    index: 0,
    parent: { id: 'section' },
  });
  expect(parentsOf(page, 'hero').map(({ id }) => id)).toEqual(['section']);
  expect([findNode(page, 'nothing'), parentsOf(page, 'nothing'), parentsOf(page, 'second')]).toEqual([
    undefined,
    [],
    [],
  ]);
});

test('[WALK-3] what a document uses, and where something is used', () => {
  expect(modulesOf(page)).toEqual(['hero', 'section', 'text']);
  expect(fragmentsOf(page)).toEqual(['teaser']);
  expect(whereUsed([page], { module: 'hero' }).map(({ node }) => node)).toEqual(['hero', 'second']);
  expect(whereUsed([page], { fragment: 'teaser' })).toEqual([
    { document: 'home', node: 'f', path: 'nodes.0.slots.main.1' },
  ]);
});
