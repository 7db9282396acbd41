import type { FormAnswer } from '@vitrine/data-actions';
import type { DeleteFormOutcome, OwnFormOutcome } from './account-outcome.ts';

/** Shows a form again that was not carried out, so that nothing typed is lost. Never name a password. */
export function againOf(
  outcome: OwnFormOutcome | DeleteFormOutcome,
  fields: readonly string[],
): Pick<FormAnswer, 'again'> {
  if (outcome.kind === 'saved' || outcome.kind === 'mailed' || outcome.kind === 'erased') return {};
  return { again: { fields, problems: outcome.kind === 'problems' ? outcome.problems : {} } };
}
