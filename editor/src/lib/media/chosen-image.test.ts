import { expect, test } from 'vitest';
import type { MediaAsset } from '../media-api/media-wire.ts';
import { chosenImage } from './chosen-image.ts';
import { sampleAsset } from './testing/sample-asset.ts';

const choose = (facts: Partial<MediaAsset>) => chosenImage(sampleAsset(facts), ['en', 'de']);

test('a picture with its words is handed over as a field keeps it', () => {
  expect(choose({ alt: { en: 'A sofa', de: 'Ein Sofa' }, focalPoint: { x: 0.2, y: 0.3 } })).toEqual({
    kind: 'image',
    image: {
      src: 'media/a1/sofa',
      alt: 'A sofa',
      'alt@de': 'Ein Sofa',
      width: 1600,
      height: 1000,
      focalPoint: { x: 0.2, y: 0.3 },
    },
  });
});

test('decoration has empty words, and frames go along', () => {
  const crops = [{ ratio: 1, x: 0, y: 0, w: 0.625, h: 1 }];
  expect(choose({ alt: { en: 'A sofa' }, decorative: true, crops })).toMatchObject({
    image: { alt: '', crops },
  });
});

test('without words in the first language it is not used, and it is said what to do', () => {
  expect(choose({ alt: { de: 'Ein Sofa' } })).toMatchObject({
    kind: 'refused',
    reason: expect.stringMatching(/^Say what it shows in English first/),
  });
});

test('neither films nor what is in the trash can be chosen', () => {
  expect(choose({ kind: 'film', width: undefined })).toMatchObject({ kind: 'refused' });
  expect(choose({ alt: { en: 'A sofa' }, trashedAt: '2027-01-01T00:00:00Z' })).toMatchObject({
    reason: 'It is in the trash. Restore it first.',
  });
});
