import { boolean, defineModule, list, object, richText, text } from '@vitrine/modules';
import { questionsForMachines } from './questions-for-machines.ts';

/** Questions that open to show their answers. */
export const accordion = defineModule({
  id: 'accordion',
  title: 'Questions and answers',
  alsoCalled: ['faq', 'collapse'],
  kind: 'block',
  version: 1,
  config: {
    title: text({ label: 'Title', maxLength: 90 }),
    items: list({
      label: 'Questions',
      max: 40,
      of: object({
        label: 'Question',
        fields: {
          question: text({ label: 'Question', required: true, maxLength: 160 }),
          answer: richText({ label: 'Answer', required: true }),
        },
      }),
    }),
    single: boolean({ label: 'One open at a time', group: 'Look' }),
    firstOpen: boolean({ label: 'The first is open', group: 'Look' }),
    faq: boolean({
      label: 'Search engines may show them',
      help: 'As questions and answers of this page. For real questions only, on one page each.',
      group: 'For machines',
    }),
  },
  structured: ({ config }) => (config.faq ? questionsForMachines(config.items) : undefined),
});
