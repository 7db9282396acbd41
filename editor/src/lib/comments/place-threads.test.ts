import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ThreadFacts } from './comment-facts.ts';
import { placeThreads } from './place-threads.ts';

const thread = (seq: number, node: string | undefined): ThreadFacts => ({
  id: `thread-${seq}`,
  seq,
  document: 'home',
  anchor: node === undefined ? {} : { node },
  messages: [],
});
const anyNode = fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { nil: undefined });
const anyThreads = fc.array(anyNode).map((nodes) => nodes.map((node, index) => thread(index, node)));
const anyOrder = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e']);

test('[COMMENT-13] each thread stands once, at its place: the page, modules as they follow each other, what is gone', () => {
  fc.assert(
    fc.property(anyThreads, anyOrder, (threads, order) => {
      const places = placeThreads(threads, order);
      const all = places.flatMap((place) => place.threads);
      expect(all.toSorted((one, other) => one.seq - other.seq)).toEqual(threads);
      const nodes = places.flatMap(({ node }) => (node === undefined ? [] : [node]));
      expect(nodes).toEqual(order.filter((node) => nodes.includes(node)));
      for (const { kind, node, threads: here } of places) {
        expect(here.map(({ seq }) => seq)).toEqual(here.map(({ seq }) => seq).toSorted((a, b) => a - b));
        for (const { anchor } of here) {
          if (kind === 'page') expect(anchor.node).toBeUndefined();
          else if (kind === 'module') expect(anchor.node).toBe(node);
          else expect(order).not.toContain(anchor.node);
        }
      }
    }),
  );
});

test('[COMMENT-13] threads of a module that goes stand under what is gone, and are back at their place with it', () => {
  const threads = [thread(1, 'a'), thread(2, undefined), thread(3, 'b')];
  const kinds = (order: string[]) => placeThreads(threads, order).map(({ kind, node }) => node ?? kind);
  expect(kinds(['b', 'a'])).toEqual(['page', 'b', 'a']);
  expect(kinds(['a'])).toEqual(['page', 'a', 'gone']);
  expect(kinds(['a', 'b'])).toEqual(['page', 'a', 'b']);
});
