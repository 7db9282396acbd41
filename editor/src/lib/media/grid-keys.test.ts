import { expect, test } from 'vitest';
import { tileAfterKey } from './grid-keys.ts';

// Three columns: 0 1 2 / 3 4 5 / 6 7
const from = (at: number, key: string) => tileAfterKey(key, { at, count: 8, columns: 3 });

test('arrows move by one and by a row, and stop at the ends', () => {
  expect([from(4, 'ArrowLeft'), from(4, 'ArrowRight'), from(4, 'ArrowUp'), from(4, 'ArrowDown')]).toEqual([
    3, 5, 1, 7,
  ]);
  expect([from(0, 'ArrowLeft'), from(7, 'ArrowRight'), from(1, 'ArrowUp'), from(7, 'ArrowDown')]).toEqual([
    0, 7, 1, 7,
  ]);
});

test('down reaches a last row that is not full', () => {
  expect(from(5, 'ArrowDown')).toBe(7);
});

test('Home, End and pages go far', () => {
  expect([from(4, 'Home'), from(4, 'End'), from(0, 'PageDown'), from(7, 'PageUp')]).toEqual([0, 7, 7, 0]);
});

test('other keys lead nowhere, and nothing leads anywhere without tiles', () => {
  expect(from(4, 'x')).toBeUndefined();
  expect(tileAfterKey('ArrowDown', { at: -1, count: 0, columns: 1 })).toBeUndefined();
});
