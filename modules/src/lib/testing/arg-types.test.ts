import { expect, test } from 'vitest';
import { colour } from '../fields/colour.ts';
import { image } from '../fields/image.ts';
import { number } from '../fields/number.ts';
import { select } from '../fields/select.ts';
import { text } from '../fields/text.ts';
import { argTypesOf } from './arg-types.ts';

test('[MOD-1] Storybook gets a fitting control for every setting', () => {
  const controls = argTypesOf({
    config: {
      title: text({ label: 'Title' }),
      look: select({ label: 'Look', group: 'Style', options: { a: 'A', b: 'B' } }),
      ground: colour({ label: 'Ground', tokens: ['colour.paper', 'colour.ink'] }),
      columns: number({ label: 'Columns', min: 1, max: 4, when: { field: 'look', is: ['b'] } }),
      picture: image({ label: 'Picture' }),
    },
  });
  expect(controls).toMatchObject({
    title: { name: 'Title', control: 'text' },
    look: {
      control: { type: 'inline-radio', labels: { a: 'A' } },
      options: ['a', 'b'],
      table: { category: 'Style' },
    },
    ground: { control: 'select', options: ['colour.paper', 'colour.ink'] },
    columns: { control: { type: 'number', min: 1, max: 4 }, if: { arg: 'look', eq: 'b' } },
    picture: { control: 'object' },
  });
});

test('[MOD-1] Values for a language or breakpoint have controls beside the setting they vary', () => {
  const module = {
    config: { title: text({ label: 'Title' }), columns: number({ label: 'Columns', responsive: true }) },
  };
  const controls = argTypesOf(module, { 'columns@md': 3, 'title@de': 'Ä', nonsense: 1 });
  expect(Object.keys(controls)).toEqual(['title', 'title@de', 'columns', 'columns@md']);
  expect(controls['title@de']).toMatchObject({ name: 'Title (de)', control: 'text' });
});
