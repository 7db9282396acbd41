import { expect, test } from 'vitest';
import { imageSchema } from './image.ts';

const image = { src: 'media/1/harbour', alt: '', width: 1600, height: 1200 };

test('Crops of a picture are kept when they lie inside it, and refused else', () => {
  const crops = [{ ratio: 1.6, x: 0.1, y: 0.2, w: 0.9, h: 0.8 }];
  expect(imageSchema.parse({ ...image, crops })).toEqual({ ...image, crops });
  const wrong = [
    { ratio: 0, x: 0, y: 0, w: 1, h: 1 },
    { ratio: 1, x: 0.5, y: 0, w: 0.6, h: 1 },
    { ratio: 1, x: 0, y: 0, w: 0, h: 1 },
    { ratio: 1, x: -1, y: 0, w: 1, h: 1 },
  ];
  for (const crop of wrong) expect(imageSchema.safeParse({ ...image, crops: [crop] }).success).toBe(false);
});
