import type { CheckoutPatch, CheckoutView, Requirement } from '@vitrine/commerce-engine/client';
import { fieldIn, type PostedForm } from '../posted-form.ts';
import { type FieldProblems, otherField } from './checkout-fields.ts';

/** What the engine refuses of a patch, by the names of the form; `undefined` when the error is about something else. */
export function refusedFields(error: unknown, fields: PostedForm): FieldProblems | undefined {
  const { code, fields: refused } = error as {
    code?: unknown;
    fields?: readonly { path: string; problem: string }[];
  };
  if (code !== 'bad_input' || !Array.isArray(refused) || refused.length === 0) return undefined;
  return Object.fromEntries(
    refused.map(({ path, problem }) => {
      const name = nameOf(path);
      const isLong = problem.startsWith('expected at most');
      return [name, fieldIn(fields, name) ? (isLong ? 'long' : 'bad') : 'missing'];
    }),
  );
}

/** The patch without what was refused: an address as a whole, for half of one is none. */
export function withoutRefused(patch: CheckoutPatch, problems: FieldProblems): CheckoutPatch {
  const wrong = Object.keys(problems);
  // The name on the parcel is the name of the contact.
  const isWrong = (part: string) =>
    wrong.some((name) => name === part || name.startsWith(`${part}.`)) ||
    (part === 'address' && wrong.includes('contact.name'));
  const { contact = {}, ...rest } = patch;
  const kept = Object.entries(contact).filter(([name]) => !wrong.includes(`contact.${name}`));
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([part]) => !isWrong(part))),
    ...(kept.length > 0 && { contact: Object.fromEntries(kept) }),
  };
}

/** What is missing before paying, beside the fields where it can be given. */
export function missingFields(checkout: CheckoutView, fields: PostedForm): FieldProblems {
  return Object.assign({}, ...checkout.missing.map((each) => missingFor(each, checkout, fields)));
}

function missingFor(
  requirement: Requirement,
  { contact, options, missing, delivery, otherDeliveries }: CheckoutView,
  fields: PostedForm,
): FieldProblems {
  switch (requirement) {
    case 'contact':
      return {
        ...(!contact?.email && { 'contact.email': 'missing' }),
        ...(!contact?.name && { 'contact.name': 'missing' }),
      };
    case 'address': {
      const names = ['contact.name', 'address.street', 'address.postalCode', 'address.city'];
      const empty = names.filter((name) => !fieldIn(fields, name));
      return Object.fromEntries(empty.map((name) => [name, 'missing']));
    }
    case 'delivery':
      // With an address a way is chosen for whoever has chosen none.
      return options.length > 0 && !missing.includes('address') ? { 'delivery.methodId': 'missing' } : {};
    case 'delivery-unavailable': {
      const isOffered = options.some(({ methodId }) => methodId === delivery?.methodId);
      const gone = otherDeliveries.filter((other) => other.options.length === 0);
      return {
        ...(delivery && !isOffered && { 'delivery.methodId': 'gone' }),
        ...Object.fromEntries(gone.map(({ kind }) => [otherField(kind), 'gone'])),
      };
    }
    case 'store':
      return { 'delivery.storeId': 'missing' };
    case 'slot':
      return { 'delivery.slot': 'missing' };
    case 'terms':
      return { terms: 'missing' };
    case 'payment':
      return { payment: 'missing' };
    // What cannot be had is told with the lines.
    case 'cart':
      return {};
  }
}

// Goods go to whoever buys them, so a missing name on the parcel is a missing name.
function nameOf(path: string): string {
  const name = path.replace(/^patch\./, '');
  return name === 'address.name' ? 'contact.name' : name;
}
