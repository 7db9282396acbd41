import { fieldIn, type PostedForm } from '../posted-form.ts';
import { checkoutFieldNames, type FieldProblems } from './checkout-fields.ts';

/** Longer than any field of the form may be. */
const LONGEST = 1000;

/** What was typed into those parts of the form that cannot be used yet, so that it is there whenever the page is loaded again. */
export function unfinishedOf(fields: PostedForm, problems: FieldProblems): Record<string, string> {
  const wrong = new Set(Object.keys(problems).map(partOf));
  // The name on the parcel is the name of the contact.
  if ('contact.name' in problems) wrong.add('address');
  return Object.fromEntries(
    checkoutFieldNames
      .filter((name) => kept.includes(partOf(name)) && wrong.has(partOf(name)))
      .flatMap((name) => {
        const value = fieldIn(fields, name);
        return value === undefined ? [] : [[name, value.slice(0, LONGEST)]];
      }),
  );
}

const kept = ['contact', 'vatId', 'address', 'billing'];

function partOf(name: string): string {
  return name.split('.')[0]!;
}
