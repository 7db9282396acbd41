import { expect, test } from 'vitest';
import { emptiness, queryText, wholeLibrary } from './media-query.ts';

test('only what narrows the list is asked for', () => {
  expect(queryText(wholeLibrary, { limit: 60 })).toBe('sort=newest&limit=60');
  expect(
    queryText(
      {
        ...wholeLibrary,
        words: ' grey sofa ',
        kind: 'picture',
        folder: 'none',
        missingAlt: true,
        sort: 'name',
      },
      { limit: 60, after: 'abc' },
    ),
  ).toBe('q=grey+sofa&kind=picture&folder=none&alt=missing&sort=name&limit=60&after=abc');
});

test('the trash has no folders', () => {
  expect(queryText({ ...wholeLibrary, folder: 'f1', trash: true }, { limit: 60 })).toBe(
    'trash=1&sort=newest&limit=60',
  );
});

test('an empty screen knows why it is empty', () => {
  expect(emptiness(wholeLibrary)).toBe('library');
  expect(emptiness({ ...wholeLibrary, folder: 'f1' })).toBe('folder');
  expect(emptiness({ ...wholeLibrary, trash: true })).toBe('trash');
  expect(emptiness({ ...wholeLibrary, missingAlt: true })).toBe('described');
  expect(emptiness({ ...wholeLibrary, folder: 'f1', words: 'sofa' })).toBe('search');
});
