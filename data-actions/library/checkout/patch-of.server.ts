import type {
  CheckoutPatch,
  CheckoutView,
  ChosenDelivery,
  OrderAddress,
} from '@vitrine/commerce-engine/client';
import { boxIn, fieldIn, type PostedForm } from '../posted-form.ts';
import { addressFields, apartField, otherField } from './checkout-fields.ts';

/** What a form changes of a checkout. Fields it does not have stay as they are. */
export function patchOf(fields: PostedForm, known: CheckoutView): CheckoutPatch {
  const note = fieldIn(fields, 'note');
  const giftMessage = fieldIn(fields, 'giftMessage');
  const terms = boxIn(fields, 'terms');
  const credit = boxIn(fields, 'storeCredit');
  const points = pointsIn(fields);
  return {
    ...contactOf(fields),
    ...shippingOf(fields, known),
    ...billingOf(fields),
    ...deliveryOf(fields, known),
    ...(note !== undefined && { note: note === '' ? null : note }),
    ...(giftMessage !== undefined && { giftMessage: giftMessage === '' ? null : giftMessage }),
    ...(terms !== undefined && { terms }),
    ...(credit !== undefined && { storeCredit: credit ? true : null }),
    ...(points !== undefined && points !== 'bad' && { points }),
  };
}

/** Points that are to pay: `true` = all that can be used, `null` = none, absent = the form does not say. */
export function pointsIn(fields: PostedForm): true | number | null | 'bad' | undefined {
  const isChosen = boxIn(fields, 'points');
  if (!isChosen) return isChosen === undefined ? undefined : null;
  const count = fieldIn(fields, 'points.count') ?? '';
  if (count === '') return true;
  return /^0*[1-9]\d{0,7}$/.test(count) ? Number(count) : 'bad';
}

function contactOf(fields: PostedForm): Pick<CheckoutPatch, 'contact'> {
  const [email, name, phone] = ['email', 'name', 'phone'].map((each) => fieldIn(fields, `contact.${each}`));
  const contact = { ...(email && { email }), ...(name && { name }), ...(phone !== undefined && { phone }) };
  return Object.keys(contact).length > 0 ? { contact } : {};
}

// Goods go to whoever buys them: one name less to type.
function shippingOf(fields: PostedForm, { contact }: CheckoutView): Pick<CheckoutPatch, 'address'> {
  if (fieldIn(fields, 'address.street') === undefined) return {};
  if (!isBegun(fields, 'address')) return { address: null };
  const name = fieldIn(fields, 'contact.name') || contact?.name || '';
  return { address: { ...addressOf(fields, 'address'), name } };
}

function billingOf(fields: PostedForm): Pick<CheckoutPatch, 'billing'> {
  const differs = boxIn(fields, 'billing.differs');
  if (differs === undefined) return {};
  if (!differs) return { billing: null };
  return { billing: { ...addressOf(fields, 'billing'), name: fieldIn(fields, 'billing.name') ?? '' } };
}

function deliveryOf(
  fields: PostedForm,
  known: CheckoutView,
): Pick<CheckoutPatch, 'delivery' | 'apart' | 'otherDeliveries'> {
  const { options, otherDeliveries, lineWays } = known;
  const methodId = fieldIn(fields, 'delivery.methodId');
  const apart = lineWays.flatMap(({ lineId, ways, way: now }) => {
    const asked = fieldIn(fields, apartField(lineId));
    const way = [...ways, now].find((each) => each !== undefined && each === asked);
    return way ? [[lineId, way] as const] : [];
  });
  const isAsked = lineWays.some(({ lineId }) => fieldIn(fields, apartField(lineId)) !== undefined);
  const [first] = apart;
  const isWhole = lineWays.every(
    ({ lineId, isApart }) =>
      apart.some(([id]) => id === lineId) || (isApart && fieldIn(fields, apartField(lineId)) === undefined),
  );
  // All that could go with the rest is to go another way: that is the way of the whole.
  const instead = isWhole && first ? wayOfKind(first[1], known) : undefined;
  if (instead) {
    const offered = otherDeliveries.flatMap((other) => other.options);
    return {
      delivery: chosenWay(fields, instead, { options: [...options, ...offered], known }),
      apart: {},
    };
  }
  const others = otherDeliveries.flatMap(({ kind, options: own }) => {
    const chosen = fieldIn(fields, otherField(kind));
    return chosen ? [chosenWay(fields, chosen, { options: own, known })] : [];
  });
  return {
    ...(methodId && { delivery: chosenWay(fields, methodId, { options, known }) }),
    // A form with a way for the whole that asks for no line has everything go together.
    ...((isAsked || methodId) && { apart: Object.fromEntries(apart) }),
    ...(others.length > 0 && { otherDeliveries: others }),
  };
}

function wayOfKind(
  kind: CheckoutView['options'][number]['kind'],
  { options, otherDeliveries }: CheckoutView,
): string | undefined {
  const other = otherDeliveries.find((each) => each.kind === kind);
  return (
    other?.delivery?.methodId ??
    [...options, ...(other?.options ?? [])].find((each) => each.kind === kind)?.methodId
  );
}

/** A way, and for goods that are picked up where and when. */
function chosenWay(
  fields: PostedForm,
  methodId: string,
  {
    options,
    known: { delivery, otherDeliveries },
  }: { readonly options: CheckoutView['options']; readonly known: CheckoutView },
): ChosenDelivery {
  if (options.find((each) => each.methodId === methodId)?.kind !== 'pickup') return { methodId };
  const storeId = fieldIn(fields, 'delivery.storeId');
  const slot = fieldIn(fields, 'delivery.slot');
  const before = [delivery, ...otherDeliveries.map((other) => other.delivery)];
  // A time belongs to the store it was offered for.
  const isSameStore = before.some((each) => each?.methodId === methodId && each.storeId === storeId);
  return { methodId, ...(storeId && { storeId }), ...(storeId && slot && isSameStore && { slot }) };
}

/** Whether anything but the country, which is always chosen, was filled in. */
export function isBegun(fields: PostedForm, part: 'address' | 'billing'): boolean {
  return addressFields.some((name) => name !== 'country' && Boolean(fieldIn(fields, `${part}.${name}`)));
}

function addressOf(fields: PostedForm, part: 'address' | 'billing'): Omit<OrderAddress, 'name'> {
  const filled = addressFields.flatMap((name) => {
    const value = fieldIn(fields, `${part}.${name}`);
    return value ? [[name, value]] : [];
  });
  // What must be there and is not is the engine's to say.
  return Object.fromEntries(filled);
}
