import { expect, test } from 'vitest';
import { hostedFilm } from './hosted-film.ts';

test('[MOD-28] a film at YouTube is known by any of its addresses, and played where no cookie is set', () => {
  const film = {
    host: 'YouTube',
    origin: 'https://www.youtube-nocookie.com',
    frame: 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0',
    page: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
  };
  expect(hostedFilm('https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=10s')).toEqual(film);
  expect(hostedFilm('https://youtu.be/dQw4w9WgXcQ?si=abc')).toEqual(film);
  expect(hostedFilm('https://m.youtube.com/shorts/dQw4w9WgXcQ')).toEqual(film);
  expect(hostedFilm('https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ')).toEqual(film);
});

test('[MOD-28] a film at Vimeo, listed or not, is played without following whoever looks', () => {
  expect(hostedFilm('https://vimeo.com/channels/clay/76979871')).toMatchObject({
    frame: 'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1',
    page: 'https://vimeo.com/76979871',
  });
  expect(hostedFilm('https://player.vimeo.com/video/76979871?h=8272103f6e')?.frame).toBe(
    'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1&h=8272103f6e',
  );
});

test('[MOD-28] anything else is a file, and nothing of an address gets into a frame unread', () => {
  const files = [
    '/_media/kiln.mp4',
    'https://films.example/kiln.mp4',
    'https://youtube.com.example/watch?v=dQw4w9WgXcQ',
    'https://www.youtube.com/watch?v="><script>',
    'https://www.youtube.com/@potters',
    'https://vimeo.com/about',
    'http://youtu.be/dQw4w9WgXcQ',
  ];
  expect(files.map((file) => hostedFilm(file))).toEqual(files.map(() => undefined));
});
