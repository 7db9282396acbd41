import { boolean, defineModule, hostedFilm, select, text, video as videoField } from '@vitrine/modules';

/** A film: a file, or what a host plays after it was asked to. */
export const video = defineModule({
  id: 'video',
  title: 'Film',
  alsoCalled: ['movie', 'youtube', 'vimeo', 'clip'],
  kind: 'block',
  version: 1,
  // A host's player is fetched by the click of whoever wants it; a file plays without any script.
  island: 'interaction',
  config: {
    film: videoField({
      label: 'Film',
      help: 'A file, or the address of a film at YouTube or Vimeo.',
      required: true,
      localised: true,
    }),
    caption: text({ label: 'Words below it', multiline: true, maxLength: 240 }),
    playsItself: boolean({
      label: 'Plays by itself',
      help: 'Without sound, again and again. Only a file of this shop, and not for visitors who want nothing to move.',
    }),
    ratio: select({
      label: 'Shape',
      group: 'Look',
      options: { wide: 'Wide, 16:9', landscape: 'Across, 4:3', square: 'Square', tall: 'Upright, 9:16' },
    }),
    width: select({
      label: 'Width',
      group: 'Look',
      options: { page: 'As its place', text: 'As a text', full: 'Edge to edge' },
    }),
    corners: select({ label: 'Corners', group: 'Look', options: { sharp: 'Sharp', soft: 'Soft' } }),
  },
  messages: {
    en: {
      play: 'Play: {title}',
      asks: 'Plays from {host}, which learns of your visit then.',
      there: 'Watch it at {host}',
      captions: 'Captions',
    },
    de: {
      play: 'Abspielen: {title}',
      asks: 'Kommt von {host}; dort erfährt man dann von Ihrem Besuch.',
      there: 'Bei {host} ansehen',
      captions: 'Untertitel',
    },
  },
  strangers: ({ config: { film } }) => {
    if (!film) return {};
    const hosted = hostedFilm(film.src);
    if (hosted) return { frames: [hosted.origin] };
    return film.src.startsWith('https:') ? { films: [new URL(film.src).origin] } : {};
  },
});
