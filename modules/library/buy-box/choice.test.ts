import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beaconLamp, fisherJumper, heronLamp, tideMug } from '../ostrand.ts';
import { queryFor, readChoice } from './choice.ts';

const size = { key: 'size', label: 'Size', values: ['s', 'm'].map((key) => ({ key, label: key })) };
const length = { key: 'length', label: 'Length', values: ['30', '32'].map((key) => ({ key, label: key })) };
const colour = {
  key: 'color',
  label: 'Colour',
  values: [
    { key: 'red', label: 'Red', swatch: '#f00' },
    { key: 'blue', label: 'Blue', swatch: '#00f' },
  ],
};
/** Three options, and not every combination is made. */
const trousers = {
  options: [size, colour, length],
  media: [],
  variants: ['s/red/30', 's/red/32', 'm/red/32', 's/blue/30', 'm/blue/30', 'm/blue/32'].map((id) => {
    const [s = '', c = '', l = ''] = id.split('/');
    const options: Record<string, string> = { size: s, color: c, length: l };
    return { id, sku: id, options };
  }),
};

test('colour is chosen by links, size by radio buttons', () => {
  const choice = readChoice(tideMug, { colour: 'ochre' });
  expect(choice.links.map(({ key }) => key)).toEqual(['colour']);
  expect(choice.radio?.key).toBe('size');
  expect(choice.variants.map(({ id }) => id)).toEqual(['tide-mug/ochre/small', 'tide-mug/ochre/large']);
  expect(choice.variant).toBeUndefined();
});

test('where nothing is left to choose, the variant is settled', () => {
  expect(readChoice(heronLamp, {}).variant?.id).toBe('heron-floor-lamp/oak');
  expect(readChoice(beaconLamp, { colour: 'tar' }).variant?.id).toBe('beacon-lamp/tar');
});

test('values nobody sells count as not said', () => {
  expect(readChoice(fisherJumper, { colour: 'plaid', variant: 'x' }).selected).toEqual({ colour: 'ink' });
});

test('a chosen size stays when the colour changes', () => {
  const choice = readChoice(fisherJumper, { colour: 'ink', variant: 'fisher-jumper/ink/m' });
  const [option] = choice.links;
  expect(queryFor(fisherJumper, choice, option!, 'moss', choice.variant)).toEqual({
    colour: 'moss',
    variant: 'fisher-jumper/moss/m',
  });
});

test('every variant can be reached by links and one radio button, whatever the address was', () => {
  const any = fc.option(fc.constantFrom('red', 'blue', 'm/red/32', 's/blue/30', 'nonsense'), {
    nil: undefined,
  });
  const target = fc.constantFrom(...trousers.variants);
  fc.assert(
    fc.property(any, any, target, (colourNow, variantNow, wanted) => {
      let query: { colour?: string; variant?: string } = { colour: colourNow, variant: variantNow };
      for (const { key } of readChoice(trousers, query).links) {
        const choice = readChoice(trousers, query);
        const option = choice.links.find((each) => each.key === key)!;
        query = { ...query, ...queryFor(trousers, choice, option, wanted.options[key]!, undefined) };
      }
      expect(readChoice(trousers, query).variants).toContain(wanted);
    }),
  );
});

test('what is offered is always made', () => {
  const any = fc.option(fc.constantFrom('red', 'blue', 'm/red/32', 's/blue/30', ''), { nil: undefined });
  fc.assert(
    fc.property(any, any, (colourNow, variant) => {
      const choice = readChoice(trousers, { colour: colourNow, variant });
      expect(choice.variants.length).toBeGreaterThan(0);
      for (const each of choice.variants) expect(each.options).toMatchObject(choice.selected);
    }),
  );
});
