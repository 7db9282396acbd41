import { type CommerceClient, isUuid } from '@vitrine/commerce-engine/client';
import { type Handler, handleMutation, handlePrivateAction } from '@vitrine/data-actions/server';
import { commandOf, shopperOf } from '../account/shopper-of.server.ts';
import { callOffReturn } from './call-off-return.action.ts';
import { getOrder } from './get-order.action.ts';
import { getOrderProgress } from './get-order-progress.action.ts';
import { getReturnForm } from './get-return-form.action.ts';
import { getOrderLookedUp, type LookedUp, lookUpOrder } from './look-up-order.action.ts';
import type { OrderAnswer } from './order-answer.ts';
import { payAddition } from './pay-addition.action.ts';
import { payOffered } from './pay-addition.server.ts';
import { requestReturn } from './request-return.action.ts';
import { announceReturn } from './request-return.server.ts';

export function orderAnswers(commerce: CommerceClient): Handler[] {
  const { orders } = commerce;
  return [
    handlePrivateAction(getOrder, (inputs) =>
      Promise.all(
        inputs.map(async ({ id, key }): Promise<OrderAnswer> => {
          const order = id && key ? await orders.open(id, key) : undefined;
          return order ? { kind: 'order', order } : { kind: 'unknown' };
        }),
      ),
    ),
    handlePrivateAction(getOrderProgress, async (inputs, context) => {
      const actor = await shopperOf(commerce, context);
      return Promise.all(
        inputs.map(async ({ id: orderId, key }) => {
          const opening = key ? { orderId, key } : actor && { orderId, actor };
          return (opening && (await orders.progress(opening))) ?? null;
        }),
      );
    }),
    handlePrivateAction(getReturnForm, async (inputs, context) => {
      const { form } = context;
      const actor = await shopperOf(commerce, context);
      return Promise.all(
        inputs.map(async ({ id: orderId, key }) => {
          const opening = key ? { orderId, key } : actor && { orderId, actor };
          return {
            ...(form?.mutation === requestReturn.id && { sent: form }),
            key: crypto.randomUUID(),
            instead: opening ? await orders.insteadChoices(opening) : [],
          };
        }),
      );
    }),
    handleMutation(requestReturn, async (form, context) =>
      announceReturn(commerce, await commandOf(commerce, context), form),
    ),
    handleMutation(payAddition, async (form, context) =>
      payOffered(commerce, await commandOf(commerce, context), { form, origin: context.origin }),
    ),
    handleMutation(callOffReturn, async ({ orderId, returnId, key }, context) => {
      if (!isUuid(orderId) || !isUuid(returnId)) return { kind: 'no-return' as const };
      return orders.callOffReturn(await commandOf(commerce, context), {
        orderId,
        returnId,
        ...(key && { key: key.slice(0, 100) }),
      });
    }),
    handleMutation(lookUpOrder, async () => ({ kind: 'asked' as const })),
    handlePrivateAction(getOrderLookedUp, async (inputs, { form }) => {
      const found = form?.mutation === lookUpOrder.id ? await lookedUp(form.values) : {};
      return inputs.map(() => found);
    }),
  ];

  async function lookedUp({ number = '', email = '' }: Readonly<Record<string, string>>): Promise<LookedUp> {
    const asked = { number: number.trim().slice(0, 300), email: email.trim().slice(0, 300) };
    const found = asked.number && asked.email ? await orders.lookUp(asked) : undefined;
    return { ...asked, ...found };
  }
}
