import type { CheckoutPatch, CheckoutView, OrderAddress } from '@vitrine/commerce-engine/client';
import { boxIn, fieldIn, type PostedForm } from '../posted-form.ts';
import { addressFields } from './checkout-fields.ts';
import { deliveryOf } from './delivery-of.server.ts';

/** What a form changes of a checkout. Fields it does not have stay as they are. */
export function patchOf(fields: PostedForm, known: CheckoutView): CheckoutPatch {
  const note = fieldIn(fields, 'note');
  const giftMessage = fieldIn(fields, 'giftMessage');
  const terms = boxIn(fields, 'terms');
  const credit = boxIn(fields, 'storeCredit');
  const points = pointsIn(fields);
  const payment = paymentOf(fields);
  return {
    ...contactOf(fields),
    ...vatIdOf(fields, known),
    ...shippingOf(fields, known),
    ...billingOf(fields),
    ...deliveryOf(fields, known),
    ...(note !== undefined && { note: note === '' ? null : note }),
    ...(giftMessage !== undefined && { giftMessage: giftMessage === '' ? null : giftMessage }),
    ...(terms !== undefined && { terms }),
    ...(credit !== undefined && { storeCredit: credit ? true : null }),
    ...(points !== undefined && points !== 'bad' && { points }),
    ...(payment && { payment: { provider: payment.provider, method: payment.method } }),
  };
}

/** Provider, method and perhaps a token, as one radio button says them. */
export function paymentOf(
  fields: PostedForm,
): { provider: string; method: string; token?: string } | undefined {
  const [provider, method, token] = (fieldIn(fields, 'payment') ?? '').split('|');
  return provider && method ? { provider, method, ...(token && { token }) } : undefined;
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

/** Only what is another one: a register is not asked again for what it has told. */
function vatIdOf(fields: PostedForm, known: CheckoutView): Pick<CheckoutPatch, 'vatId'> {
  const typed = fieldIn(fields, 'vatId');
  if (typed === undefined || typed === (known.vatId ?? '')) return {};
  return { vatId: typed || null };
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

/** Whether anything but the country, which is always chosen, was filled in. */
export function isBegun(fields: PostedForm, part: 'address' | 'billing'): boolean {
  return addressFields.some((name) => name !== 'country' && Boolean(fieldIn(fields, `${part}.${name}`)));
}

function addressOf(fields: PostedForm, part: 'address' | 'billing'): Omit<OrderAddress, 'name'> {
  const filled = addressFields.flatMap((name) => {
    const value = fieldIn(fields, `${part}.${name}`);
    return value && !isElsewhere(name, value) ? [[name, value]] : [];
  });
  /** A region that was chosen for another country, `US-CA`. */
  function isElsewhere(name: string, value: string): boolean {
    const [, country] = /^([A-Z]{2})-/.exec(name === 'region' ? value : '') ?? [];
    return country !== undefined && country !== fieldIn(fields, `${part}.country`);
  }
  // What must be there and is not is the engine's to say.
  return Object.fromEntries(filled);
}
