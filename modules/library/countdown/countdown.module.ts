import { getTime } from '@vitrine/data-actions/library';
import { date, defineModule, link, select, text, timeZone } from '@vitrine/modules';

/** How long something still lasts. */
export const countdown = defineModule({
  id: 'countdown',
  title: 'Countdown',
  alsoCalled: ['timer', 'sale ends', 'clock'],
  kind: 'block',
  version: 1,
  island: 'idle',
  config: {
    title: text({ label: 'What ends', maxLength: 90 }),
    until: date({ label: 'Until', time: true, required: true }),
    timeZone: timeZone({ label: 'Time zone', help: 'In which the day is written out.' }),
    after: select({
      label: 'When it is over',
      options: { hide: 'Hide it', words: 'Other words' },
    }),
    over: text({
      label: 'Words when it is over',
      maxLength: 160,
      when: { field: 'after', is: ['words'] },
    }),
    link: link({ label: 'Button leads to' }),
    linkLabel: text({ label: 'Text of the button', maxLength: 40 }),
    align: select({ label: 'Place', group: 'Look', options: { start: 'Left', centre: 'Middle' } }),
    tone: select({
      label: 'Ground',
      group: 'Look',
      options: { plain: 'Plain', sunken: 'Tinted', accent: 'Accent' },
    }),
  },
  data: ({ need }) => ({ time: need(getTime, {}) }),
  messages: {
    en: {
      until: 'Until {day}',
      'days.one': 'day',
      'days.other': 'days',
      'hours.one': 'hour',
      'hours.other': 'hours',
      'minutes.one': 'minute',
      'minutes.other': 'minutes',
      'seconds.one': 'second',
      'seconds.other': 'seconds',
    },
    de: {
      until: 'Bis {day}',
      'days.one': 'Tag',
      'days.other': 'Tage',
      'hours.one': 'Stunde',
      'hours.other': 'Stunden',
      'minutes.one': 'Minute',
      'minutes.other': 'Minuten',
      'seconds.one': 'Sekunde',
      'seconds.other': 'Sekunden',
    },
  },
});
