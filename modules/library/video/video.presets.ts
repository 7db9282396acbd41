import type { Preset } from '@vitrine/modules';

const poster = {
  src: 'demo/scene-workshop.svg',
  alt: '',
  width: 2000,
  height: 1125,
  focalPoint: { x: 0.5, y: 0.55 },
};
const throwing = { title: 'A mug is thrown on the wheel', poster };
const german = { title: 'Ein Becher entsteht auf der Scheibe', poster };

// Files are no presets: an author would publish a film that is not there.
export const presets: readonly Preset[] = [
  {
    name: 'From YouTube',
    props: {
      film: { ...throwing, src: 'https://www.youtube.com/watch?v=aqz-KE-bpKQ' },
      'film@de': { ...german, src: 'https://www.youtube.com/watch?v=aqz-KE-bpKQ' },
      corners: 'soft',
    },
  },
  {
    name: 'A file',
    isState: true,
    props: {
      film: { ...throwing, src: '/_media/kiln.mp4', captions: '/_media/kiln.vtt' },
      'film@de': { ...german, src: '/_media/kiln.mp4', captions: '/_media/kiln-de.vtt' },
      caption: 'Four minutes at the wheel, one at the window.',
      'caption@de': 'Vier Minuten an der Scheibe, eine am Fenster.',
    },
  },
  {
    name: 'Plays by itself, edge to edge',
    isState: true,
    props: { film: { ...throwing, src: '/_media/kiln.mp4' }, playsItself: true, width: 'full' },
  },
  {
    name: 'From Vimeo, without a picture',
    isState: true,
    props: {
      film: { title: 'A morning in the workshop', src: 'https://vimeo.com/76979871' },
      width: 'text',
      ratio: 'landscape',
    },
  },
  {
    name: 'A file of another host',
    isState: true,
    props: {
      film: { title: 'The harbour at night', src: 'https://films.example/harbour.mp4' },
      playsItself: true,
      ratio: 'tall',
    },
  },
];
