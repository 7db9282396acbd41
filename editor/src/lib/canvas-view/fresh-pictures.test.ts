import { expect, test, vi } from 'vitest';
import type { Revisions } from '../canvas/library-addresses.ts';
import { FreshPictures } from './fresh-pictures.ts';

function open(answer: Record<string, number>) {
  const asked: (readonly string[])[] = [];
  const shown: Revisions[] = [];
  const pictures = new FreshPictures(async (srcs) => {
    asked.push(srcs);
    return answer;
  });
  const canvas = {
    pictures: () => ['media/a/mug', 'media/b/cup'],
    nameRevisions: (revisions: Revisions) => void shown.push(revisions),
  };
  return { pictures, canvas, asked, shown };
}

test('[MEDIA-36] a canvas is told which files its pictures have, once, and again when one is replaced', async () => {
  const { pictures, canvas, asked, shown } = open({ 'media/a/mug': 2 });
  pictures.connect(canvas);
  await vi.waitFor(() => expect(shown).toHaveLength(1));
  expect(asked).toEqual([['media/a/mug', 'media/b/cup']]);
  expect([...shown[0]!]).toEqual([['media/a/mug', 2]]);
  pictures.learn([{ src: 'media/a/mug', revision: 2 }]);
  expect(shown).toHaveLength(1);
  pictures.learn([{ src: 'media/a/mug', revision: 3 }]);
  expect(shown.at(-1)?.get('media/a/mug')).toBe(3);
});

test('[MEDIA-36] who looks at the page again is shown what others replaced meanwhile', async () => {
  const answer = { 'media/a/mug': 1 };
  const { pictures, canvas, shown } = open(answer);
  const end = pictures.connect(canvas);
  await vi.waitFor(() => expect(shown).toHaveLength(1));
  answer['media/a/mug'] = 2;
  await pictures.look();
  expect(shown.at(-1)?.get('media/a/mug')).toBe(2);
  end();
  await pictures.look();
  expect(shown).toHaveLength(2);
});

test('[MEDIA-36] without the server pictures stay as they are', async () => {
  const pictures = new FreshPictures(async () => {
    throw new Error('The shop cannot be reached.');
  });
  const nameRevisions = vi.fn();
  pictures.connect({ pictures: () => ['media/a/mug'], nameRevisions });
  await pictures.look();
  expect(nameRevisions).not.toHaveBeenCalled();
});
