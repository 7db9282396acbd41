import { expect, test } from 'vitest';
import { handleOfName, slugOfName } from './name-slug.rules.ts';

test('[CAT-34] an address is made of a name as its language spells it', () => {
  expect(slugOfName('Tasse für Süßes', 'de')).toBe('tasse-fuer-suesses');
  expect(slugOfName('Tasse für Süßes', 'de-AT')).toBe('tasse-fuer-suesses');
  expect(slugOfName('Crème brûlée & Co.', 'en')).toBe('creme-brulee-co');
  expect(slugOfName('Baker’s dozen', 'en')).toBe('bakers-dozen');
  expect(slugOfName('茶杯 2', 'zh')).toBe('茶杯-2');
  expect(slugOfName('?!', 'en')).toBe('');
});

test('[CAT-34] a handle is made of the plain letters of a name', () => {
  expect(handleOfName('Café Noir, 250 g', 'en')).toBe('cafe-noir-250-g');
  expect(handleOfName('茶杯 2', 'zh')).toBe('2');
  expect(handleOfName('茶杯', 'zh')).toBe('');
});
