import { z } from 'zod';

const text = z.string().max(4000);

/**
 * A checkout's form as it is posted, by field name. Lenient on purpose: what cannot be used is told beside its field, and nobody
 * is sent to a page of errors. `<part>.<field>` are the engine's own names.
 */
export const checkoutForm = z.record(
  z.string().max(100),
  z.union([text, z.array(text).max(20)]).transform((value) => [value].flat()),
);

export type CheckoutFields = z.infer<typeof checkoutForm>;

export const addressFields = [
  'company',
  'street',
  'extra',
  'postalCode',
  'city',
  'region',
  'country',
] as const;

/** Every field a shopper fills in, in the order of the form: the first one with a problem is looked at first. */
export const checkoutFieldNames: readonly string[] = [
  'contact.email',
  'contact.name',
  'contact.phone',
  ...addressFields.map((name) => `address.${name}`),
  'billing.differs',
  'billing.name',
  ...addressFields.map((name) => `billing.${name}`),
  'delivery.methodId',
  'delivery.storeId',
  'delivery.slot',
  'coupon',
  'giftCard.code',
  'giftCard.pin',
  'payment',
  'note',
  'terms',
];

/** Why a field could not be taken. A refused coupon has the engine's reasons. */
export type FieldProblem = 'missing' | 'bad' | 'long' | 'gone' | (string & {});

export type FieldProblems = Readonly<Record<string, FieldProblem>>;

/** Fields that are shown again as they were typed. A code that was taken is not typed a second time; a PIN goes nowhere. */
export function fieldsAgain(problems: FieldProblems): readonly string[] {
  const isWrong = (part: string) => Object.keys(problems).some((name) => name.startsWith(part));
  return checkoutFieldNames.filter((name) => {
    if (name === 'giftCard.pin') return false;
    const part = ['coupon', 'giftCard'].find((each) => name.startsWith(each));
    return part === undefined || isWrong(part);
  });
}

/** What stands in a field; of several with one name the last. `undefined` when the form has no such field. */
export function fieldIn(fields: CheckoutFields, name: string): string | undefined {
  return Object.hasOwn(fields, name) ? fields[name]?.at(-1)?.trim() : undefined;
}

/** A box with a hidden "no" before it, so that a form that does not show the box differs from one where it is empty. */
export function boxIn(fields: CheckoutFields, name: string): boolean | undefined {
  const value = fieldIn(fields, name);
  return value === undefined ? undefined : value === 'yes';
}
