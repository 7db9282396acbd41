import { boolean, describeFields, text } from '@vitrine/modules';
import { expect, test } from 'vitest';
import { commonFields } from './common-fields.ts';
import { groupFields } from './group-fields.ts';
import { everyKind, note } from './testing/every-kind.ts';

test('modules of one type have all fields in common', () => {
  expect(commonFields([everyKind, everyKind])).toBe(everyKind.fields);
});

test('modules of several types have in common what holds the same values, however it is worded', () => {
  expect(commonFields([everyKind, note]).map(({ name }) => name)).toEqual(['title', 'sticky']);
  const other = { id: 'x', title: 'X', fields: describeFields({ title: boolean({ label: 'Title' }) }) };
  expect(commonFields([everyKind, other])).toEqual([]);
});

test('groups keep the order in which they are named; what has none comes first', () => {
  const fields = describeFields({
    a: text({ label: 'A', group: 'Look' }),
    b: text({ label: 'B' }),
    c: text({ label: 'C', group: 'Links' }),
    d: text({ label: 'D', group: 'Look' }),
  });
  expect(groupFields(fields).map(({ title, fields: [first] }) => [title, first?.name])).toEqual([
    ['', 'b'],
    ['Look', 'a'],
    ['Links', 'c'],
  ]);
});
