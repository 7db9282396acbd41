import { expect, test } from 'vitest';
import { heronLamp, nameless, picture, tideMug } from '../ostrand.ts';
import { mediaOnShow } from './media-on-show.ts';

const ids = (media: readonly { readonly id: string }[]) => media.map(({ id }) => id);

test('pictures of all variants come behind those of the colour', () => {
  const general = { ...picture('tide-mug', 'moss', 3), shows: {} };
  const product = { ...tideMug, media: [general, ...tideMug.media] };
  expect(ids(mediaOnShow(product, { colour: 'rowan' }))).toEqual([
    'tide-mug-rowan-1',
    'tide-mug-rowan-2',
    'tide-mug-rowan-3',
    'tide-mug-moss-3',
  ]);
});

test('without a colour, or with an unknown one, it is the first', () => {
  expect(ids(mediaOnShow(tideMug, {}))[0]).toBe('tide-mug-deep-sea-1');
  expect(ids(mediaOnShow(tideMug, { colour: 'plaid', variant: 'x' }))[0]).toBe('tide-mug-deep-sea-1');
});

test('a product of one look shows all its pictures, one without pictures none', () => {
  expect(mediaOnShow(heronLamp, { colour: 'ochre' })).toHaveLength(3);
  expect(mediaOnShow(nameless, {})).toEqual([]);
});
