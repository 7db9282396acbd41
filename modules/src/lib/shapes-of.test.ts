import { expect, test } from 'vitest';
import { defineModule } from './define-module.ts';
import { describeFields } from './fields/describe-fields.ts';
import { image } from './fields/image.ts';
import { list } from './fields/list.ts';
import { number } from './fields/number.ts';
import { object } from './fields/object.ts';
import { richText } from './fields/rich-text.ts';
import { text } from './fields/text.ts';
import { moduleCatalogue } from './module-catalogue.ts';
import { shapesOf } from './shapes-of.ts';

const config = {
  title: text({ label: 'Title' }),
  body: richText({ label: 'Text' }),
  picture: image({ label: 'Picture' }),
  slides: list({
    label: 'Slides',
    of: object({
      label: 'Slide',
      fields: { caption: text({ label: 'Caption' }), size: number({ label: 'Size' }) },
    }),
  }),
  tags: list({ label: 'Tags', of: text({ label: 'Tag' }) }),
};

const shapes = {
  title: { kind: 'text' },
  body: { kind: 'rich-text' },
  picture: { kind: 'plain' },
  slides: {
    kind: 'list',
    item: { kind: 'object', fields: { caption: { kind: 'text' }, size: { kind: 'plain' } } },
  },
  tags: { kind: 'list', item: { kind: 'text' } },
};

test('[MOD-9] Words are shared letter by letter, lists by item, objects by key, everything else as one piece', () => {
  expect(shapesOf(config)).toEqual(shapes);
  expect(shapesOf(describeFields(config))).toEqual(shapes);
});

test('[MOD-9] The catalogue tells the shapes of each module', () => {
  const hero = defineModule({ id: 'hero', title: 'Hero', kind: 'section', version: 1, config });
  expect(moduleCatalogue([hero]).describe('hero')?.shapes).toEqual(shapes);
});
