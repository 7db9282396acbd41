import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MeasuredList } from '../canvas/canvas-door.ts';
import type { Fit } from '../document/slot-rules.ts';
import { dropTarget } from './drop-target.ts';

const fits = (): Fit => ({ kind: 'fits' });
const rect = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });
const column: MeasuredList = {
  parent: undefined,
  slot: undefined,
  rect: rect(0, 0, 1000, 900),
  items: [
    { id: 'a', rect: rect(0, 0, 1000, 300) },
    { id: 'b', rect: rect(0, 300, 1000, 300) },
    { id: 'c', rect: rect(0, 600, 1000, 300) },
  ],
};
const inner: MeasuredList = {
  parent: 'b',
  slot: 'content',
  rect: rect(100, 350, 800, 200),
  items: [
    { id: 'x', rect: rect(100, 350, 390, 200) },
    { id: 'y', rect: rect(510, 350, 390, 200) },
  ],
};
const empty: MeasuredList = { parent: 'c', slot: 'content', rect: rect(100, 640, 800, 72), items: [] };
const lists = [column, inner, empty];
const at = (x: number, y: number, options: Partial<Parameters<typeof dropTarget>[2]> = {}) =>
  dropTarget(lists, { x, y }, { fits, ...options });

describe('where something is dropped', () => {
  test('[DROP-1] between the modules of a column, by their middles', () => {
    expect(at(20, 100)).toMatchObject({ parent: undefined, index: 0 });
    expect(at(20, 200)).toMatchObject({ parent: undefined, index: 1, line: { y: 298.5, width: 1000 } });
    expect(at(20, 890)).toMatchObject({ parent: undefined, index: 3 });
  });

  test('[DROP-2] into the innermost list that takes it', () => {
    expect(at(200, 450)).toMatchObject({ parent: 'b', slot: 'content', index: 0 });
    expect(at(400, 660)).toMatchObject({ parent: 'c', slot: 'content', index: 0 });
  });

  test('[DROP-3] beside each other where modules stand beside each other: the line stands upright', () => {
    expect(at(450, 450)).toMatchObject({ parent: 'b', index: 1, line: { x: 498.5, width: 3, height: 200 } });
    expect(at(880, 450)).toMatchObject({ parent: 'b', index: 2 });
  });

  test('[DROP-4] near the edge of a container it goes beside the container', () => {
    expect(at(200, 355)).toMatchObject({ parent: undefined, index: 1 });
  });

  test('[DROP-5] a list that refuses says why, and the one around it takes it', () => {
    const refusing = (parent: string | undefined): Fit =>
      parent === 'b' ? { kind: 'refused', reason: 'Only cards.' } : { kind: 'fits' };
    expect(at(200, 450, { fits: refusing })).toMatchObject({ parent: undefined, hint: 'Only cards.' });
    const nowhere = at(200, 450, { fits: () => ({ kind: 'refused', reason: 'Locked.' }) });
    expect(nowhere).toMatchObject({ kind: 'refused', reason: 'Locked.', list: inner.rect });
  });

  test('[DROP-6] what is dragged does not count as a neighbour', () => {
    expect(at(20, 580, { dragged: ['a'] })).toMatchObject({ index: 1 });
  });

  test('[DROP-7] every point has an answer within the list it names', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 1050 }),
        fc.integer({ min: -50, max: 950 }),
        fc.subarray(['a', 'b', 'x']),
        (x, y, dragged) => {
          const target = at(x, y, { dragged });
          if (target.kind !== 'target') throw new Error('It was refused.');
          const list = lists.find(({ parent }) => parent === target.parent)!;
          const others = list.items.filter(({ id }) => !dragged.includes(id));
          expect(target.index).toBeGreaterThanOrEqual(0);
          expect(target.index).toBeLessThanOrEqual(others.length);
          expect(target.line.x).toBeGreaterThanOrEqual(list.rect.x - 2);
          expect(target.line.y).toBeGreaterThanOrEqual(list.rect.y - 2);
        },
      ),
    );
  });
});
