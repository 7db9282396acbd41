import {
  type CommandContext,
  type CommerceClient,
  isUuid,
  type PayAdditionOutcome,
} from '@vitrine/commerce-engine/client';
import { isLocalPath } from '@vitrine/data-actions/server';
import { paymentOf } from '../checkout/patch-of.server.ts';
import { fieldIn, type PostedForm } from '../posted-form.ts';

/** Pays what a form chose, once for a choice. */
export async function payOffered(
  { orders }: Pick<CommerceClient, 'orders'>,
  command: CommandContext,
  { form, origin }: { readonly form: PostedForm; readonly origin: string | undefined },
): Promise<PayAdditionOutcome | { readonly kind: 'no-way' }> {
  const [orderId, additionId] = [fieldIn(form, 'orderId') ?? '', fieldIn(form, 'additionId') ?? ''];
  const [key, back] = [fieldIn(form, 'key'), fieldIn(form, 'page.order') ?? ''];
  if (!isUuid(orderId) || !isUuid(additionId)) return { kind: 'no-addition' };
  const payment = paymentOf(form);
  if (!payment) return { kind: 'no-way' };
  return orders.payAddition(command, {
    ...{ orderId, additionId, ...payment },
    ...(key && { key: key.slice(0, 100) }),
    ...(origin !== undefined && isLocalPath(back) && { returnUrl: origin + back }),
  });
}
