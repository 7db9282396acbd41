import { checkoutFieldNames, type FieldProblems } from './checkout-fields.ts';

/** What the shop says of the whole form, at the head of the page. */
const NOTICE = 'vt-notice';
/** Why the last payment did not go through. */
export const DECLINED = 'declined';

/**
 * The page again, at the field a shopper is to look at next or else at the notice. The fragment scrolls there and gives it the
 * focus, with scripts and without: a phone would stay at the top of a long page, for not every browser heeds `autofocus`.
 */
export function atField(from: string, name: string | undefined): string {
  const [page] = from.split('#');
  return `${page}#${name === undefined ? NOTICE : `field-${name.replace('.', '-')}`}`;
}

/** The first field with a problem, in the order of the form. */
export function firstField(problems: FieldProblems): string | undefined {
  return checkoutFieldNames.find((name) => name in problems);
}
