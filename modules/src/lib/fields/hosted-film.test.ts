import { expect, test } from 'vitest';
import { hostedFilm, isNoFilmAtHost } from './hosted-film.ts';
import { video } from './video.ts';

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
  expect(hostedFilm('https://www.youtube.com/watch/?v=dQw4w9WgXcQ')).toEqual(film);
  expect(hostedFilm('https://www.youtube.com/v/dQw4w9WgXcQ')).toEqual(film);
  expect(hostedFilm('https://music.youtube.com/watch?v=dQw4w9WgXcQ&list=RD')).toEqual(film);
  expect(hostedFilm('https://youtu.be/dQw4w9WgXcQ/')).toEqual(film);
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

test('[MOD-28] a film at Vimeo is known where its maker, a group or a showcase has it', () => {
  const film = hostedFilm('https://vimeo.com/76979871');
  const all = ['manage/videos/76979871', 'showcase/7008490/video/76979871', 'groups/clay/videos/76979871'];
  expect(all.map((path) => hostedFilm(`https://vimeo.com/${path}`))).toEqual(all.map(() => film));
  expect(hostedFilm('https://vimeo.com/manage/videos/76979871/8272103f6e')?.page).toBe(
    'https://vimeo.com/76979871/8272103f6e',
  );
});

test('[MOD-28] what is at YouTube or Vimeo and no film is refused with a sentence, a file there is a file', () => {
  const refused = [
    'https://www.youtube.com/@potters',
    'https://www.youtube.com/playlist?list=PL1',
    'https://youtu.be/',
    'https://vimeo.com/about',
    'https://vimeo.com/showcase/7008490',
  ];
  const files = [
    'https://player.vimeo.com/external/76979871.hd.mp4?s=1',
    'https://player.vimeo.com/progressive_redirect/playback/76979871/rendition/720p/file.mp4?loc=external',
    'https://films.example/watch',
    '/_media/kiln.mp4',
  ];
  expect([refused.map(isNoFilmAtHost), files.map(isNoFilmAtHost)]).toEqual([
    refused.map(() => true),
    files.map(() => false),
  ]);
  const { schema } = video({ label: 'Film' });
  const messages = refused.map((src) =>
    schema.safeParse({ src, title: 'Clay' }).error?.issues.map(({ message }) => message),
  );
  const sentence =
    'a film at YouTube or Vimeo by its own address, such as https://youtu.be/… or https://vimeo.com/…, not another page there';
  expect(messages).toEqual(refused.map(() => [sentence]));
  expect(files.map((src) => schema.safeParse({ src, title: 'Clay' }).success)).toEqual(files.map(() => true));
  expect(schema.safeParse({ src: 'https://youtu.be/dQw4w9WgXcQ', title: 'Clay' }).success).toBe(true);
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
