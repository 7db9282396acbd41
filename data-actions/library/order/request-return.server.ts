import {
  type CommandContext,
  type CommerceClient,
  type InsteadRefusal,
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
    lines: chosen.map(({ lineId, quantity = 0, reason, variantId }) => ({
      lineId,
      quantity,
      reason: reason as ReturnReason,
      ...(variantId && { instead: { variantId } }),
    })),
    ...(note && { note }),
  });
  switch (outcome.kind) {
    case 'requested':
      return { kind: 'announced', number: outcome.return.number };
    case 'no-order':
      return outcome;
    case 'not-instead':
      return { kind: 'problems', problems: insteadProblems(outcome.because, chosen) };
    default:
      return { kind: 'problems', problems: { [`quantity.${outcome.lineId}`]: outcome.kind } };
  }
}

/** Beside which lines it is told that what is wanted instead cannot be had, and why. */
function insteadProblems(
  because: InsteadRefusal,
  chosen: readonly { readonly lineId: string; readonly variantId?: string | undefined }[],
): Readonly<Record<string, string>> {
  const short = 'short' in because ? because.short : [];
  const meant: Readonly<Record<InsteadRefusal['kind'], readonly string[] | undefined>> = {
    'not-sold': 'variantIds' in because ? because.variantIds : undefined,
    'not-enough': short.map(({ variantId }) => variantId),
    'bad-quantity': 'variantId' in because ? [because.variantId] : undefined,
    'no-way': undefined,
  };
  const ids = meant[because.kind];
  const isFew = short.some(({ free }) => free > 0);
  return Object.fromEntries(
    chosen
      .filter(({ variantId }) => variantId && (ids?.includes(variantId) ?? true))
      .map(({ lineId }) => [`instead.${lineId}`, isFew ? 'few' : because.kind]),
  );
}

/** Lines of which something was chosen. */
function chosenIn(form: PostedForm) {
  return Object.keys(form).flatMap((name) => {
    const lineId = /^quantity\.(.+)$/.exec(name)?.[1];
    const typed = fieldIn(form, name) ?? '';
    if (lineId === undefined || !isUuid(lineId) || /^0*$/.test(typed)) return [];
    const quantity = /^\d{1,6}$/.test(typed) ? Number(typed) : undefined;
    const variantId = fieldIn(form, `instead.${lineId}`)?.slice(0, 200);
    return [{ lineId, quantity, reason: fieldIn(form, `reason.${lineId}`) ?? '', variantId }];
  });
}
