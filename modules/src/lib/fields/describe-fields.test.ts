import { expect, test } from 'vitest';
import { describeFields } from './describe-fields.ts';
import { list } from './list.ts';
import { number } from './number.ts';
import { object } from './object.ts';
import { select } from './select.ts';
import { text } from './text.ts';

test('[MOD-3] The panel learns kinds, labels, limits, options, conditions and what lists hold, as JSON', () => {
  const described = describeFields({
    title: text({ label: 'Title', help: 'Short', maxLength: 9 }),
    look: select({ label: 'Look', group: 'Style', options: { a: 'A', b: 'B' }, default: 'b' }),
    columns: number({
      label: 'Columns',
      responsive: true,
      min: 1,
      max: 4,
      when: { field: 'look', is: ['b'] },
    }),
    rows: list({
      label: 'Rows',
      max: 2,
      of: object({ label: 'Row', fields: { name: text({ label: 'Name' }) } }),
    }),
  });
  expect(described).toMatchObject([
    {
      name: 'title',
      kind: 'text',
      label: 'Title',
      help: 'Short',
      localised: true,
      default: '',
      details: { maxLength: 9 },
    },
    {
      name: 'look',
      group: 'Style',
      default: 'b',
      details: { options: [{ value: 'a', label: 'A' }, { value: 'b' }] },
    },
    { name: 'columns', responsive: true, default: 1, when: { field: 'look', is: ['b'] } },
    { name: 'rows', item: { kind: 'object', fields: [{ name: 'name', kind: 'text' }] } },
  ]);
  expect(JSON.parse(JSON.stringify(described))).toEqual(described);
});
