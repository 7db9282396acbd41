import {
  type CommandContext,
  type CommerceClient,
  isUuid,
  type ReturnReason,
} from '@vitrine/commerce-engine/client';
import { fieldIn, type PostedForm } from '../posted-form.ts';
import type { ReturnFormOutcome } from './return-outcome.ts';

const MOST_NOTE = 1000;

/** Announces what a form chose of an order, or says by field what it cannot take. */
export async function announceReturn(
  { orders }: Pick<CommerceClient, 'orders'>,
  command: CommandContext,
  form: PostedForm,
): Promise<ReturnFormOutcome> {
  const orderId = fieldIn(form, 'orderId') ?? '';
  const key = fieldIn(form, 'key');
  if (!isUuid(orderId)) return { kind: 'no-order' };
  const chosen = chosenIn(form);
  const note = fieldIn(form, 'note') ?? '';
  const problems = {
    ...(chosen.length === 0 && { form: 'nothing' }),
    ...Object.fromEntries(
      chosen.flatMap(({ lineId, quantity, reason }) => [
        ...(quantity === undefined ? [[`quantity.${lineId}`, 'bad']] : []),
        ...(reason ? [] : [[`reason.${lineId}`, 'missing']]),
      ]),
    ),
    ...(note.length > MOST_NOTE && { note: 'long' }),
  };
  if (Object.keys(problems).length > 0) return { kind: 'problems', problems };
  const outcome = await orders.requestReturn(command, {
    orderId,
    ...(key && { key }),
    lines: chosen.map(({ lineId, quantity = 0, reason }) => ({
      lineId,
      quantity,
      reason: reason as ReturnReason,
    })),
    ...(note && { note }),
  });
  switch (outcome.kind) {
    case 'requested':
      return { kind: 'announced', number: outcome.return.number };
    case 'no-order':
      return outcome;
    default:
      return { kind: 'problems', problems: { [`quantity.${outcome.lineId}`]: outcome.kind } };
  }
}

/** Lines of which something was chosen. */
function chosenIn(form: PostedForm) {
  return Object.keys(form).flatMap((name) => {
    const lineId = /^quantity\.(.+)$/.exec(name)?.[1];
    const typed = fieldIn(form, name) ?? '';
    if (lineId === undefined || !isUuid(lineId) || /^0*$/.test(typed)) return [];
    const quantity = /^\d{1,6}$/.test(typed) ? Number(typed) : undefined;
    return [{ lineId, quantity, reason: fieldIn(form, `reason.${lineId}`) ?? '' }];
  });
}
