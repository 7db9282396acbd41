import { expect, test } from 'vitest';
import { createVersionPictures } from './version-pictures.ts';

const wanted = () => new AbortController().signal;

/** Pictures that note what was made. */
function open() {
  const made: number[] = [];
  const pictures = createVersionPictures('home', async (seq) => {
    made.push(seq);
    return `<p>${seq}</p>`;
  });
  return { made, pictures };
}

test('[HIST-25] a picture is made once, also when its row comes back onto the screen', async () => {
  const { made, pictures } = open();
  expect(await pictures.of(3, '/a', wanted())).toBe('<p>3</p>');
  expect(await pictures.of(3, '/a', wanted())).toBe('<p>3</p>');
  await pictures.of(3, '/de/a', wanted());
  expect(made).toEqual([3, 3]);
});

test('[HIST-25] nothing is made for a row that has gone by, and those behind it still come', async () => {
  const { made, pictures } = open();
  const gone = new AbortController();
  const [first, second] = [pictures.of(1, '/a', gone.signal), pictures.of(2, '/a', wanted())];
  gone.abort();
  await expect(first).rejects.toThrow();
  expect(await second).toBe('<p>2</p>');
  expect(made).toEqual([2]);
});

test('[HIST-25] of a long history the latest looked at are kept', async () => {
  const { made, pictures } = open();
  for (let seq = 1; seq <= 200; seq++) await pictures.of(seq, '/a', wanted());
  await pictures.of(200, '/a', wanted());
  await pictures.of(1, '/a', wanted());
  expect(made.slice(199)).toEqual([200, 1]);
});
