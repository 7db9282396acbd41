import { describeFields, image, link, list, object, richText, text } from '@vitrine/modules';
import { expect, test } from 'vitest';
import { itemTitle } from './item-title.ts';
import { keysFor } from './use-item-keys.ts';

const [rows, pictures, words] = describeFields({
  rows: list({
    label: 'Rows',
    of: object({
      label: 'Row',
      fields: {
        body: richText({ label: 'Body' }),
        title: text({ label: 'Title' }),
        link: link({ label: 'Link' }),
      },
    }),
  }),
  pictures: list({ label: 'Pictures', of: image({ label: 'Picture' }) }),
  words: list({ label: 'Words', of: text({ label: 'Word' }) }),
});
const english = { locale: 'en', baseLocale: 'en', breakpoint: 'base' as const };

test('an item is called by its first text, in the locale looked at', () => {
  const value = { title: 'Light', 'title@de': 'Licht', body: '<p>Long</p>' };
  expect(itemTitle(rows!.item!, value, english)).toBe('Light');
  expect(itemTitle(rows!.item!, value, { ...english, locale: 'de' })).toBe('Licht');
});

test('without a text it is called by what else can be read', () => {
  expect(itemTitle(rows!.item!, { body: '<p>Some <em>words</em></p>' }, english)).toBe('Some words');
  expect(itemTitle(rows!.item!, { link: { kind: 'page', path: '/about' } }, english)).toBe('/about');
  expect(itemTitle(pictures!.item!, { src: 'a.svg', alt: 'Harbour', width: 1, height: 1 }, english)).toBe(
    'Harbour',
  );
  expect(itemTitle(words!.item!, 'Word', english)).toBe('Word');
  expect(itemTitle(rows!.item!, {}, english)).toBeUndefined();
});

test('items of a default keep their keys when they are stored; others go by their ids', () => {
  const before = { items: ['#0', '#1'], keys: ['#0', '#1'] };
  expect(keysFor(['4ab', '7cd'], before)).toEqual(['#0', '#1']);
  expect(keysFor(['4ab', '7cd', '9ef'], before)).toEqual(['4ab', '7cd', '9ef']);
  expect(keysFor(['7cd', '4ab'], { items: ['4ab', '7cd'], keys: ['#0', '#1'] })).toEqual(['#1', '#0']);
});
