import { createHash } from 'node:crypto';
import {
  type CheckoutView,
  type ChosenDelivery,
  type CommerceClient,
  isUuid,
  regionsOf,
} from '@vitrine/commerce-engine/client';
import type { OutputOf, PrivateContext, TypedForm } from '@vitrine/data-actions';
import {
  type Handler,
  handleMutation,
  handlePrivateAction,
  isLocalPath,
  type MutationContext,
} from '@vitrine/data-actions/server';
import { cartIdOf, commandOf, marketOf, shopperOf } from '../account/shopper-of.server.ts';
import { boxIn, fieldIn, type PostedForm } from '../posted-form.ts';
import type { FieldProblems } from './checkout-fields.ts';
import type { CheckoutFormOutcome, PayFormOutcome, Reopened } from './checkout-outcome.ts';
import { firstField } from './checkout-place.ts';
import { comeBack } from './come-back.action.ts';
import { missingFields } from './field-problems.server.ts';
import { fillIn } from './fill-in.server.ts';
import { type CheckoutAnswer, getCheckout, type PickupTime } from './get-checkout.action.ts';
import { isDeliveryUnseen, nextField } from './next-field.server.ts';
import { paymentOf } from './patch-of.server.ts';
import { backPage, payCheckout } from './pay-checkout.action.ts';
import { prefilled } from './prefill.server.ts';
import { regions } from './regions.server.ts';
import { reopenCheckout } from './reopen-checkout.action.ts';
import { updateCheckout } from './update-checkout.action.ts';

/** When goods can be picked up at a store; `undefined` when a method has no times there. */
export type PickupTimes = (ask: {
  readonly methodId: string;
  readonly storeId: string;
}) => Promise<readonly PickupTime[] | undefined>;

export function checkoutAnswers(commerce: CommerceClient, pickupTimes: PickupTimes): Handler[] {
  const { checkout, customers } = commerce;
  return [
    handlePrivateAction(getCheckout, async (inputs, context) => {
      const { form } = context;
      const [cartId, shopper] = await Promise.all([
        cartIdOf(commerce, context),
        shopperOf(commerce, context),
      ]);
      const begun =
        cartId && (await checkout.get(marketOf(context), cartId, shopper ? { actor: shopper } : {}));
      if (!begun) return inputs.map(() => null);
      const customer = shopper && (await customers.get(shopper));
      const found = customer
        ? await prefilled(commerce, context, { checkout: begun, shopper, customer })
        : begun;
      const { methodId, storeId } = pickupIn(found) ?? {};
      const times = methodId && storeId ? await pickupTimes({ methodId, storeId }) : undefined;
      const isOwn = form?.mutation === updateCheckout.id || form?.mutation === payCheckout.id;
      const { values: typed, problems }: Pick<TypedForm, 'values' | 'problems'> = isOwn ? form : nothingTyped;
      const hasTried = isOwn && (form.mutation === payCheckout.id || typed.tried === 'yes');
      const first = firstField(problems);
      const answer: CheckoutAnswer = {
        checkout: found,
        times: times ?? [],
        typed: { ...found.unfinished, ...typed },
        problems,
        ...(first !== undefined && { first }),
        ...(first !== undefined && hasTried && { hasTried }),
        ...(customer && {
          me: { name: customer.name, email: shopper.email },
          addresses: customer.addresses,
        }),
        regions,
        key: crypto.randomUUID(),
      };
      return inputs.map(() => answer);
    }),
    handleMutation(updateCheckout, async (fields, context): Promise<CheckoutFormOutcome> => {
      const filled = await fillIn(commerce, context, fields);
      if (filled.kind !== 'filled') return { kind: filled.kind };
      const { checkout } = filled;
      const next = nextField(filled, fields);
      const lacking = boxIn(fields, 'tried') ? lackingFields(checkout, fields) : {};
      return { kind: 'filled', checkout, problems: { ...lacking, ...filled.problems }, next };
    }),
    handleMutation(payCheckout, (fields, context) => pay(commerce, fields, context)),
    handleMutation(reopenCheckout, async (_, context): Promise<Reopened> => {
      const cartId = await cartIdOf(commerce, context);
      if (cartId === undefined) return { kind: 'no-cart' };
      const command = await commandOf(commerce, { ...context, idempotencyKey: crypto.randomUUID() });
      const { kind } = await checkout.reopen(command, marketOf(context), { cartId });
      return { kind };
    }),
    handlePrivateAction(comeBack, (inputs, context) =>
      Promise.all(inputs.map(({ checkout: id }) => howItStands(id, context))),
    ),
  ];

  async function howItStands(
    checkoutId: string,
    context: PrivateContext,
  ): Promise<OutputOf<typeof comeBack>> {
    const cartId = await cartIdOf(commerce, context);
    const outcome =
      isUuid(checkoutId) && cartId !== undefined
        ? await checkout.comeBack(marketOf(context), { cartId, checkoutId })
        : undefined;
    switch (outcome?.kind) {
      case 'placed':
        return { kind: 'placed', id: outcome.order.id, key: outcome.order.key };
      case 'pending':
        return { kind: 'pending' };
      case 'action':
        return { kind: 'action', url: outcome.url };
      case 'declined':
        return { kind: 'declined', reason: outcome.reason };
      default:
        return { kind: 'unknown' };
    }
  }
}

/** What is missing of the checkout and of the form before it can be paid. */
function lackingFields(checkout: CheckoutView, fields: PostedForm): FieldProblems {
  const isUnpaid = checkout.rest.amount > 0 && !paymentOf(fields);
  return {
    ...missingFields(checkout, fields),
    ...lackingRegion(checkout, fields),
    ...(isUnpaid && { payment: 'missing' }),
  };
}

/** A form that asks for a region wants one, where addresses name one: taxes hang on it. */
function lackingRegion({ address }: CheckoutView, fields: PostedForm): FieldProblems {
  const isAsked = fieldIn(fields, 'address.region') !== undefined;
  const isLacking = address && regionsOf(address.country).length > 0 && address.region === undefined;
  return isAsked && isLacking ? { 'address.region': 'missing' } : {};
}

const nothingTyped = { values: {}, problems: {} };

/** The way that is chosen for goods that are picked up. */
function pickupIn({ delivery, otherDeliveries }: CheckoutView): ChosenDelivery | undefined {
  const apart = otherDeliveries.find(({ kind }) => kind === 'pickup')?.delivery;
  return apart ?? delivery;
}

async function pay(
  commerce: CommerceClient,
  fields: PostedForm,
  context: MutationContext,
): Promise<PayFormOutcome> {
  const { origin } = context;
  const [cartId, { actor }] = await Promise.all([cartIdOf(commerce, context), commandOf(commerce, context)]);
  const checkoutId = fieldIn(fields, 'checkoutId') ?? '';
  const seen = fieldIn(fields, 'seen') ?? '';
  if (cartId === undefined || !isUuid(checkoutId) || !seen) return { kind: 'no-cart' };
  const filled = await fillIn(commerce, context, fields);
  // Anything else was begun or finished by another click on the same button: paying again says what came of it.
  if (filled.kind === 'filled') {
    const { before, checkout } = filled;
    const problems = { ...lackingFields(checkout, fields), ...filled.problems };
    // What comes after the delivery is asked for once that was seen.
    const isEarly = Object.keys(problems).every((name) => name === 'payment' || name === 'terms');
    if (isDeliveryUnseen(filled) && isEarly) return { kind: 'look', checkout, next: 'delivery.methodId' };
    if (Object.keys(problems).length > 0) return { kind: 'problems', problems };
    if (before.seen === seen && checkout.seen !== seen) return { kind: 'look', checkout };
  }
  const back = backPage(fields, checkoutId);
  const body = {
    cartId,
    checkoutId,
    seen,
    ...(paymentOf(fields) ?? { provider: 'none', method: 'none' }),
    ...(origin !== undefined && isLocalPath(back) && { returnUrl: origin + back }),
  };
  const outcome = await commerce.checkout.pay(
    { actor, idempotencyKey: payingOnce(context, body) },
    marketOf(context),
    body,
  );
  if (outcome.kind === 'pending') return { kind: 'pending', checkoutId };
  if (outcome.kind !== 'incomplete') return outcome;
  return { kind: 'problems', problems: missingFields(outcome.checkout, fields) };
}

/**
 * The key of the form, so that however often it is sent it is paid once. A browser that went back may send the same form with
 * another card: that is another request.
 */
function payingOnce({ idempotencyKey }: MutationContext, body: unknown): string {
  const words = createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22);
  return `${idempotencyKey.slice(0, 150)} ${words}`;
}
