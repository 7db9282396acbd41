import { defineMutation, type } from '@vitrine/data-actions';
import { fieldIn, postedForm } from '../posted-form.ts';
import { getOrderProgress } from './get-order-progress.action.ts';
import { returnNotice } from './return-notice.action.ts';
import type { ReturnFormOutcome } from './return-outcome.ts';

/**
 * Announces pieces that will come back. The form has `orderId`, for guests `key`, by line `quantity.<id>`, `reason.<id>` and `instead.<id>` (a variant; empty = its money), a
 * `note`, and in `done` where to go then.
 */
export const requestReturn = defineMutation({
  id: 'order.request-return',
  input: postedForm,
  output: type<ReturnFormOutcome>(),
  updates: [getOrderProgress],
  form: (outcome, { input, from, locale }) => {
    const notice = returnNotice(outcome, locale);
    if (outcome.kind === 'announced') return { location: fieldIn(input, 'done') || from, notice };
    const fields = Object.keys(input).filter((name) => /^(quantity|reason|instead)\.|^note$/.test(name));
    const problems = outcome.kind === 'problems' ? outcome.problems : {};
    return { location: from, notice, again: { fields, problems } };
  },
});
