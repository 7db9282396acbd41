import { expect, test } from 'vitest';
import { createTranslator, messageTable, translate } from './translate.ts';

const module = {
  messages: {
    en: {
      hello: 'Hello {name}',
      'items.one': '{count} item',
      'items.other': '{count} items',
      only: 'Only English',
    },
    de: { hello: 'Hallo {name}', 'items.one': '{count} Artikel', 'items.other': '{count} Artikel' },
    pl: {
      'items.one': '{count} rzecz',
      'items.few': '{count} rzeczy',
      'items.many': '{count} rzeczy!',
      'items.other': '?',
    },
  },
};

test('[MOD-15] Values stand where the text names them; unknown names stay visible', () => {
  expect(translate(module, 'de')('hello', { name: 'Ada' })).toBe('Hallo Ada');
  expect(translate(module, 'de')('hello')).toBe('Hallo {name}');
});

test('[MOD-15] Plural forms follow the rules of the locale, numbers its way of writing', () => {
  expect(translate(module, 'en')('items', { count: 1 })).toBe('1 item');
  expect(translate(module, 'de')('items', { count: 1234 })).toBe('1.234 Artikel');
  const polish = translate(module, 'pl');
  expect([1, 3, 5].map((count) => polish('items', { count }))).toEqual(['1 rzecz', '3 rzeczy', '5 rzeczy!']);
});

test('[MOD-14] A missing text comes from the language, the fallbacks, English, and at last is its own key', () => {
  expect(translate(module, 'de-AT')('hello', { name: 'Ada' })).toBe('Hallo Ada');
  expect(translate(module, 'da', ['de'])('hello', { name: 'Ada' })).toBe('Hallo Ada');
  expect(translate(module, 'de')('only')).toBe('Only English');
  expect(translate(module, 'de')('nothing')).toBe('nothing');
});

test('[MOD-14] Words many modules say are known to all, and a module may say them its own way', () => {
  expect(translate({}, 'de')('word.close')).toBe('Schließen');
  expect(translate({ messages: { en: { 'word.close': 'Shut' } } }, 'en')('word.close')).toBe('Shut');
});

test('[MOD-14] A table is plain JSON and enough for an island', () => {
  const table = JSON.parse(JSON.stringify(messageTable(module, 'de')));
  expect(createTranslator(table, 'de')('items', { count: 2 })).toBe('2 Artikel');
});
