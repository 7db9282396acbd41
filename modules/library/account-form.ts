import type { OutputOf } from '@vitrine/data-actions';
import type { getAccountForm } from '@vitrine/data-actions/library';

type Form = OutputOf<typeof getAccountForm> | undefined;

/** A form of the account as it was sent before this page. */
export interface SentForm {
  readonly isSent: boolean;
  /** What was typed. */
  readonly values: Readonly<Record<string, string>>;
  /** By field what is wrong with it. */
  readonly problems: Readonly<Record<string, string>>;
}

const nothing: SentForm = { isSent: false, values: {}, problems: {} };

/** What is known of one form, or of one of several with the same mutation. */
export function sentForm(
  form: Form,
  mutation: { readonly id: string },
  isIt: (values: Readonly<Record<string, string>>) => boolean = () => true,
): SentForm {
  return form?.mutation === mutation.id && isIt(form.values)
    ? { isSent: true, values: form.values, problems: form.problems }
    : nothing;
}

/** It was taken and nothing was wrong with it. */
export function isTaken({ isSent, problems }: SentForm): boolean {
  return isSent && Object.keys(problems).length === 0;
}
