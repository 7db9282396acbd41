import type { FieldDescription } from '@vitrine/modules';
import { expect, test } from 'vitest';
import { settingWords } from './setting-words.ts';

const field = (name: string, label: string, more: object = {}) =>
  ({ name, label, kind: 'text', details: {}, ...more }) as unknown as FieldDescription;
const link = { kind: 'object', fields: [field('label', 'Label')] };
const fields = [
  field('title', 'Title'),
  field('button', 'Button', link),
  field('links', 'Links', { kind: 'list', item: link }),
];

test('[COMMENT-1] a setting is called as in the panel, by its path', () => {
  const words = [
    'title',
    'title@de',
    'button/label',
    'links',
    'links/4fk2m0x',
    'links/4fk2m0x/label@de',
    'gone/x',
  ];
  expect(words.map((path) => settingWords(fields, path))).toEqual([
    'Title',
    'Title (German)',
    'Button › Label',
    'Links',
    'Links',
    'Links › Label (German)',
    'gone',
  ]);
});
