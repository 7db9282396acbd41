import { expect, test } from 'vitest';
import { sourcesIn, withRevisions } from './library-addresses.ts';

const revisions = new Map([
  ['media/a1/mug blue', 3],
  ['/_media/f1/harbour', 2],
]);
const named = (address: string) => withRevisions(address, revisions);

test('[MEDIA-36] addresses of library files are given the number of the file that is there now', () => {
  expect(named('/_image/640/media/a1/mug%20blue')).toBe('/_image/640/media/a1/mug%20blue?v=3');
  expect(named('/_image/640/media/a1/mug%20blue?crop=0.0.500.500')).toBe(
    '/_image/640/media/a1/mug%20blue?crop=0.0.500.500&v=3',
  );
  expect(named('/_image/160/media/a1/mug%20blue?v=1 160w, /_image/320/media/a1/mug%20blue?v=1 320w')).toBe(
    '/_image/160/media/a1/mug%20blue?v=3 160w, /_image/320/media/a1/mug%20blue?v=3 320w',
  );
  expect(named('/_media/f1/harbour')).toBe('/_media/f1/harbour?v=2');
});

test('[MEDIA-36] others stay as they are', () => {
  for (const address of [
    '/_image/640/media/b2/cup',
    '/_image/640/demo/mug.svg',
    'https://other.test/_image/640/media/a1/mug%20blue',
    '/_image/640/media/%E0%A4%A',
    'data:image/png;base64,AAAA',
  ])
    expect(named(address)).toBe(address);
});

test('[MEDIA-36] it is known which files of the library are shown', () => {
  expect(sourcesIn('/_image/160/media/a1/mug%20blue 1w, /_image/320/media/b2/cup?v=1 2w')).toEqual([
    'media/a1/mug blue',
    'media/b2/cup',
  ]);
  expect(sourcesIn('/_media/f1/harbour#t=1')).toEqual(['/_media/f1/harbour']);
  expect(sourcesIn('/_image/320/demo/mug.svg')).toEqual([]);
});
