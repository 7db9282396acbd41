import { expect, test } from 'vitest';
import {
  type ChoicesDraft,
  isNeedless,
  keyOf,
  missingCombinations,
  sentChoices,
  valuesToCome,
  withOption,
  withoutOption,
  withSwatch,
} from './choices-draft.ts';

const option = (key: string, ...values: string[]) => ({
  key,
  label: { en: key },
  values: values.map((value) => ({ key: value, label: { en: value } })),
});
const variant = (chosen: Record<string, string>) => ({
  id: 'a',
  chosen,
  sku: 'A',
  barcode: '',
  weight: null,
});
const cup: ChoicesDraft = {
  options: [option('colour', 'moss', 'ochre')],
  variants: [variant({ colour: 'moss' })],
};

test('a value has a colour, another one, or none', () => {
  const [moss] = cup.options[0]!.values;
  const coloured = withSwatch(moss!, '#4a5d23');
  expect(coloured).toEqual({ ...moss, swatch: '#4a5d23' });
  expect(withSwatch(coloured, '')).toEqual(moss);
});

test('combinations that no variant has are found', () => {
  expect(missingCombinations(cup)).toEqual([{ colour: 'ochre' }]);
  expect(missingCombinations({ options: [], variants: [variant({})] })).toEqual([]);
  const sized = withOption(cup, option('size', 's', 'l'));
  expect(missingCombinations(sized)).toEqual([
    { colour: 'moss', size: 'l' },
    { colour: 'ochre', size: 's' },
    { colour: 'ochre', size: 'l' },
  ]);
});

test('an option that is added and taken out again leaves the variants as they were', () => {
  const sized = withOption(cup, option('size', 's'));
  expect(sized.variants).toEqual([variant({ colour: 'moss', size: 's' })]);
  expect(isNeedless(sized, 'size')).toBe(true);
  expect(withoutOption(sized, 'size')).toEqual(cup);
  const both = { ...cup, variants: [...cup.variants, variant({ colour: 'ochre' })] };
  expect(isNeedless(both, 'colour')).toBe(false);
});

test('pictures are sent along only when they show a value that is gone', () => {
  const media = [{ src: 'a.jpg', shows: { colour: 'ochre' } }, { src: 'b.jpg' }];
  expect(sentChoices(cup, media)).toEqual({
    options: cup.options,
    variants: [
      { id: 'a', options: { colour: 'moss' }, sku: 'A', barcode: null, weight: null, quantities: null },
    ],
  });
  const poor = { ...cup, options: [option('colour', 'moss')] };
  expect(sentChoices(poor, media).media).toEqual([{ src: 'a.jpg' }, { src: 'b.jpg' }]);
});

test('[CAT-32] in what quantities a variant is ordered is sent whole', () => {
  const inPacks = { ...cup, variants: [{ ...variant({ colour: 'moss' }), quantities: { multiple: 6 } }] };
  expect(sentChoices(inPacks, []).variants).toMatchObject([{ quantities: { multiple: 6 } }]);
});

test('keys are made of words, each once', () => {
  expect(keyOf('Dark Ochre', [])).toBe('dark-ochre');
  expect(keyOf('Größe!', ['große', 'gro-e'])).toMatch(/^gro/);
  expect(keyOf('Moss', ['moss', 'moss-2'])).toBe('moss-3');
  expect(keyOf('…', [])).toBe('value');
});

test('a value that is added brings the variants that are sold of the others', () => {
  const draft = {
    options: [option('colour', 'moss', 'ochre'), option('size', 's', 'm', 'l')],
    variants: [variant({ colour: 'moss', size: 's' }), variant({ colour: 'moss', size: 'm' })],
  };
  expect(valuesToCome(draft).map(({ value, combinations }) => [value.key, combinations])).toEqual([
    [
      'ochre',
      [
        { colour: 'ochre', size: 's' },
        { colour: 'ochre', size: 'm' },
      ],
    ],
    ['l', [{ colour: 'moss', size: 'l' }]],
  ]);
  expect(valuesToCome(cup)).toEqual([
    { value: cup.options[0]!.values[1], combinations: [{ colour: 'ochre' }] },
  ]);
});
