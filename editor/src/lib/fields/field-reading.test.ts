import type { Json } from '@vitrine/content';
import { expect, test } from 'vitest';
import { fieldNamed, openPage } from '../panels/properties/testing/open-page.ts';
import { readField, resetField, writeField } from './field-reading.ts';
import { isFieldShown } from './shown-field.tsx';

const target = (name: string, parent = '') => ({
  field: fieldNamed(name),
  parent,
  breakpoint: 'base' as const,
});

test('an edit goes to all selected instances, in one transaction', () => {
  const scope = openPage({ a: { title: 'One' }, b: { title: 'Two' } });
  expect(readField(scope, target('title'))).toMatchObject({
    isMixed: true,
    value: undefined,
    problem: undefined,
  });
  let transactions = 0;
  scope.page.onChange(() => transactions++);
  writeField(scope, target('title'), 'Both');
  expect(transactions).toBe(1);
  expect(['a', 'b'].map((id) => scope.page.props(id).title)).toEqual(['Both', 'Both']);
  expect(readField(scope, target('title'))).toMatchObject({ isMixed: false, value: 'Both' });
});

test('typing in another locale makes a value of its own; a reset takes it away and nothing else', () => {
  const scope = openPage({ a: { title: 'Light' } }, { locale: 'de' });
  expect(readField(scope, target('title')).origin).toMatchObject({ kind: 'inherited', locale: 'en' });
  writeField(scope, target('title'), 'Licht');
  expect(scope.page.props('a')).toEqual({ title: 'Light', 'title@de': 'Licht' });
  resetField(scope, target('title'));
  expect(scope.page.props('a')).toEqual({ title: 'Light' });
  resetField(scope, target('title'));
  expect(scope.page.props('a')).toEqual({ title: 'Light' });
});

test('a width has its own value, and the others keep theirs', () => {
  const scope = openPage({ a: { columns: 2 } });
  const wide = { ...target('columns'), breakpoint: 'md' as const };
  writeField(scope, wide, 4);
  expect(scope.page.props('a')).toEqual({ columns: 2, 'columns@md': 4 });
  expect(readField(scope, wide).owns).toEqual(['base', 'md']);
});

test('translations inside of list items are kept beside the original', () => {
  const scope = openPage({ a: { links: [{ label: 'About' }] } }, { locale: 'de' });
  const [item] = scope.page.itemIds('a', 'links');
  const [label] = fieldNamed('links').item!.fields!;
  writeField(scope, { field: label!, parent: `links/${item}`, breakpoint: 'base' }, 'Über uns');
  expect(scope.page.props('a').links).toEqual([{ label: 'About', 'label@de': 'Über uns' }]);
});

test('problems from outside are found by the path of the document and by that of a check', () => {
  const scope = openPage({ a: { links: [{ label: 'A' }, { label: 'B' }] } });
  const [, second] = scope.page.itemIds('a', 'links');
  const [label] = fieldNamed('links').item!.fields!;
  const inside = { field: label!, parent: `links/${second}`, breakpoint: 'base' as const };
  scope.marks.set({ problems: { 'links.1.label': 'Too short.' } });
  expect(readField(scope, inside).problem).toBe('Too short.');
  scope.marks.set({
    problems: { [`links/${second}/label`]: 'Too long.' },
    outdated: new Set(['links.1.label']),
  });
  expect(readField(scope, inside)).toMatchObject({ problem: 'Too long.', isOutdated: true });
});

test('a field with a condition is shown when it holds in all instances', () => {
  const shownFor = (props: Record<string, Json>) => {
    const scope = openPage({ a: { layout: 'split' }, b: props });
    return isFieldShown(scope, { field: fieldNamed('side'), siblings: scope.fields });
  };
  expect(shownFor({ layout: 'split' })).toBe(true);
  expect(shownFor({})).toBe(true);
  expect(shownFor({ layout: 'panel' })).toBe(false);
});
