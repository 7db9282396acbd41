import type { Preset } from '@vitrine/modules';

const words = {
  title: 'The winter table is set until New Year’s Eve',
  'title@de': 'Die Wintertafel bleibt bis Silvester gedeckt',
  until: '2029-12-31T18:00:00+01:00',
  link: { kind: 'page', path: '/winter-table' },
  linkLabel: 'Take a seat',
  'linkLabel@de': 'Platz nehmen',
};
const fourDaysBefore = { time: { now: Date.parse('2029-12-27T15:20:39+01:00') } };

export const presets: readonly Preset[] = [
  { name: 'With a button', props: words, data: fourDaysBefore },
  {
    name: 'In the middle, on accent',
    props: { ...words, align: 'centre', tone: 'accent' },
    data: fourDaysBefore,
  },
  {
    name: 'Over, with other words',
    isState: true,
    props: {
      title: 'The sale',
      until: '2024-01-07T20:00:00+01:00',
      after: 'words',
      over: 'It is over. The next one begins in July.',
      'over@de': 'Vorbei. Der nächste beginnt im Juli.',
    },
    data: fourDaysBefore,
  },
  {
    name: 'Over and gone',
    isState: true,
    props: { title: 'The sale', until: '2024-01-07T20:00:00+01:00' },
    data: fourDaysBefore,
  },
];
