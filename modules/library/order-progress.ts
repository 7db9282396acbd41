import { text } from '@vitrine/modules';
import { z } from 'zod';

/** Fields of every module that shows what became of an order. */
export const orderProgressFields = {
  returnSteps: text({
    label: 'How returns reach you',
    help: 'Shown beside a return that may come. Empty = that its number belongs into the parcel.',
    multiline: true,
    maxLength: 600,
  }),
};

/** What of the order is looked at: all of it, or the form that announces a return. */
export const orderPartQuery = z.enum(['return']).optional();
