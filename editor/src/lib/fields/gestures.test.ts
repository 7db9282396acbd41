import { PageUndo } from '@vitrine/content/collab';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fieldNamed, openPage } from '../panels/properties/testing/open-page.ts';
import { writeField } from './field-reading.ts';
import { createGestures } from './gestures.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function openUndoable() {
  const scope = openPage({ a: { title: 'One', gap: 8 }, b: { title: 'Two', gap: 8 } });
  const undo = new PageUndo(scope.page);
  const gestures = createGestures({
    transact: (work) => scope.page.transact(work),
    step: (work) => undo.step(work),
    openStep: () => undo.openStep(),
  });
  const write = (name: string, value: string | number, manner: 'typed' | 'chosen') =>
    writeField(
      { ...scope, gestures },
      { field: fieldNamed(name), parent: '', breakpoint: 'base' },
      value,
      manner,
    );
  const values = (name: string) => scope.ids.map((id) => scope.page.props(id)[name]);
  return { undo, gestures, write, values };
}

test('a choice for several instances is one step of undo', () => {
  const { undo, write, values } = openUndoable();
  write('gap', 16, 'chosen');
  write('gap', 24, 'chosen');
  undo.undo();
  expect(values('gap')).toEqual([16, 16]);
  undo.undo();
  expect(values('gap')).toEqual([8, 8]);
});

test('typing into several texts is one step until it pauses', () => {
  const { undo, write, values } = openUndoable();
  write('title', 'B', 'typed');
  write('title', 'Bo', 'typed');
  vi.advanceTimersByTime(700);
  write('title', 'Bot', 'typed');
  write('title', 'Both', 'typed');
  undo.undo();
  expect(values('title')).toEqual(['Bo', 'Bo']);
  undo.undo();
  expect(values('title')).toEqual(['One', 'Two']);
});

test('a choice, and leaving the field, end typing', () => {
  const { undo, gestures, write, values } = openUndoable();
  write('title', 'B', 'typed');
  write('gap', 16, 'chosen');
  write('title', 'Bo', 'typed');
  gestures.settle();
  write('title', 'Bot', 'typed');
  undo.undo();
  expect(values('title')).toEqual(['Bo', 'Bo']);
  undo.undo();
  expect([values('title'), values('gap')]).toEqual([
    ['B', 'B'],
    [16, 16],
  ]);
});
