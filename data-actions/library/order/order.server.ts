import type { CommerceClient } from '@vitrine/commerce-engine/client';
import { type Handler, handleMutation, handlePrivateAction } from '@vitrine/data-actions/server';
import { getOrder } from './get-order.action.ts';
import { getOrderLookedUp, type LookedUp, lookUpOrder } from './look-up-order.action.ts';
import type { OrderAnswer } from './order-answer.ts';

export function orderAnswers({ orders }: CommerceClient): Handler[] {
  return [
    handlePrivateAction(getOrder, (inputs) =>
      Promise.all(
        inputs.map(async ({ id, key }): Promise<OrderAnswer> => {
          const order = id && key ? await orders.open(id, key) : undefined;
          return order ? { kind: 'order', order } : { kind: 'unknown' };
        }),
      ),
    ),
    handleMutation(lookUpOrder, async () => ({ kind: 'asked' as const })),
    handlePrivateAction(getOrderLookedUp, async (inputs, { form }) => {
      const found = form?.mutation === lookUpOrder.id ? await lookedUp(form.values) : {};
      return inputs.map(() => found);
    }),
  ];

  async function lookedUp({ number = '', email = '' }: Readonly<Record<string, string>>): Promise<LookedUp> {
    const asked = { number: number.trim().slice(0, 300), email: email.trim().slice(0, 300) };
    const order = asked.number && asked.email ? await orders.lookUp(asked) : undefined;
    return { ...asked, ...(order && { order }) };
  }
}
