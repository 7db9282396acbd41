import { defineMutation, type } from '@vitrine/data-actions';
import { z } from 'zod';
import { getViewed } from './get-viewed.action.ts';

const said: Readonly<Record<string, string>> = {
  en: 'What you looked at is forgotten.',
  de: 'Was Sie angesehen haben, ist vergessen.',
};

/** Empties the list of what was looked at last. It is in this browser alone: nothing else changes. */
export const forgetViewed = defineMutation({
  id: 'catalogue.forget-viewed',
  input: z.object({}),
  output: type<{ readonly kind: 'forgotten' }>(),
  updates: [getViewed],
  form: (_, { from, locale }) => ({
    location: from,
    notice: { tone: 'good', text: said[locale] ?? said.en! },
  }),
});
