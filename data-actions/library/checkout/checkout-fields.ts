export const addressFields = [
  'company',
  'street',
  'extra',
  'postalCode',
  'city',
  'region',
  'country',
] as const;

/** The field that says how one line goes, where it is not to go with the rest. */
export const apartField = (lineId: string) => `apart.${lineId}`;

/** The field that says the way for those lines that go apart by one kind of delivery. */
export const otherField = (kind: string) => `other.${kind}`;

/** Every field a shopper fills in, in the order of the form: the first one with a problem is looked at first. */
export const checkoutFieldNames: readonly string[] = [
  'contact.email',
  'contact.name',
  'contact.phone',
  'vatId',
  ...addressFields.map((name) => `address.${name}`),
  'billing.differs',
  'billing.name',
  ...addressFields.map((name) => `billing.${name}`),
  'delivery.methodId',
  ...['ship', 'pickup', 'electronic'].map(otherField),
  'delivery.storeId',
  'delivery.slot',
  'coupon',
  'giftCard.code',
  'giftCard.pin',
  'points.count',
  'payment',
  'note',
  'giftMessage',
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
    const part = ['coupon', 'giftCard', 'points'].find((each) => name.startsWith(each));
    return part === undefined || isWrong(part);
  });
}
