import { NativeSelect, Text } from '@mantine/core';
import {
  type Money,
  money,
  type OrderView,
  type RefundOutcome,
  type RefundQuoteOutcome,
  type ReturnView,
} from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api, sentenceOf } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { MoneyField } from '../look/money-field.tsx';
import { deliveryShares } from '../orders/refund-choices.ts';
import { useSession } from '../shell/session.ts';
import { amount } from '../words/amount.ts';
import { type RefundQuote, RefundSums } from './refund-sums.tsx';
import { toldStep } from './return-steps.tsx';
import { useRefundQuote } from './use-refund-quote.ts';

/** What came pays for what is wanted instead, or its money goes back, less a fee: what it comes to is told before. */
export function RefundReturn({
  found,
  order,
  isCustomers,
  isOpen,
  onClose,
}: {
  found: ReturnView;
  order: OrderView;
  /** Of a customer, who can be given credit. */
  isCustomers: boolean;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { currency } = found.credit;
  const [fee, setFee] = useState<Money | undefined>(money(0, currency));
  const [delivery, setDelivery] = useState('none');
  const [to, setTo] = useState('');
  const isHeld = found.instead?.state === 'held';
  const isAwaited = found.instead?.state === 'to-pay';
  const [isExchange, setIsExchange] = useState(isHeld);
  const { channels } = useSession();
  const policy = channels.find(({ id }) => id === order.channel)?.name ?? order.channel;
  const input = {
    fee: fee?.amount ?? 0,
    delivery,
    ...(to && { to }),
    ...((isHeld || isAwaited) && !isExchange && { instead: false }),
  };
  const isAsked = isOpen && found.state === 'received' && fee !== undefined && fee.amount >= 0;
  const { told, isOld, error } = useRefundQuote(found.id, isAsked ? input : undefined);
  const quote = told?.kind === 'quoted' ? told : undefined;
  const refusal = told && refusalOf(told);
  const command = useCommand<typeof input, RefundOutcome>({
    send: (body, options) => api.post(`/returns/${found.id}/refunds`, body, options),
    tells(answer) {
      if (answer.kind === 'fee-too-high' || answer.kind === 'barred') return refusalOf(answer)!;
      if (answer.kind === 'sold-out')
        return { refused: 'What is wanted instead is not there any more. Refund the money instead.' };
      if (answer.kind === 'to-pay')
        return {
          done: `Its shopper is asked for ${amount(answer.toPay)}; then the exchange is done by itself.`,
        };
      if (answer.kind === 'done' && answer.return.instead?.state === 'added')
        return { done: 'Exchanged: the other goods are part of the order.' };
      const sum = answer.kind === 'done' && answer.return.refund;
      return toldStep(answer, sum ? `Refunded: ${amount(sum)}.` : 'Refunded.');
    },
    onDone: onClose,
  });
  return (
    <CommandDialog
      title={isHeld ? 'Exchange or refund' : 'Refund the return'}
      {...{ isOpen, onClose, command, input }}
      send={quote ? buttonWords(quote) : 'Refund the return'}
      isIncomplete={!quote || isOld}
    >
      {(problemAt) => {
        const wrongAt = (path: 'fee' | 'to') =>
          problemAt(path) ?? (refusal?.at === path ? refusal.refused : undefined);
        return (
          <>
            {isHeld && (
              <NativeSelect
                label="Wanted instead"
                value={isExchange ? 'exchange' : 'money'}
                onChange={(event) => setIsExchange(event.currentTarget.value === 'exchange')}
                data={[
                  { value: 'exchange', label: 'the other goods come to the order' },
                  { value: 'money', label: 'they are let go, and the money goes back' },
                ]}
              />
            )}
            {isAwaited && (
              <Text size="sm">
                The rest of the exchange is awaited. Refunding now lets the other goods go.
              </Text>
            )}
            <MoneyField
              label="Fee that is kept back"
              currency={currency}
              value={fee}
              onChange={setFee}
              error={wrongAt('fee')}
            />
            {order.delivery.amount > 0 && (
              <NativeSelect
                label="Of the delivery’s charge"
                value={delivery}
                onChange={(event) => setDelivery(event.currentTarget.value)}
                data={deliveryShares.map(({ value, label }) => ({
                  value,
                  label: quote && value !== 'none' ? `${label}: ${amount(quote.choices[value])}` : label,
                }))}
                error={problemAt('delivery')}
              />
            )}
            <NativeSelect
              label={isExchange ? 'What is above goes back' : 'Money goes back'}
              value={to}
              onChange={(event) => setTo(event.currentTarget.value)}
              data={[
                { value: '', label: `as the return policy of ${policy} says` },
                { value: 'original', label: 'the way it was paid' },
                ...(isCustomers ? [{ value: 'store-credit', label: 'as store credit' }] : []),
              ]}
              error={wrongAt('to')}
            />
            {quote && <RefundSums of={quote} order={order} isOld={isOld} />}
            {refusal && refusal.at === undefined && <Text role="alert">{refusal.refused}</Text>}
            {error && <Text role="alert">{sentenceOf(error)}</Text>}
          </>
        );
      }}
    </CommandDialog>
  );
}

function buttonWords({ amount: sum, back, instead }: RefundQuote): string {
  if (instead && instead.toPay.amount > 0) return `Ask for ${amount(instead.toPay)}`;
  const goes = money(
    back.reduce((total, each) => total + each.amount.amount, 0),
    sum.currency,
  );
  if (instead) return goes.amount > 0 ? `Exchange, refund ${amount(goes)}` : 'Exchange';
  return goes.amount > 0 || sum.amount === 0 ? `Refund ${amount(goes)}` : `Take ${amount(sum)} off`;
}

/** Why it cannot be done as it stands. */
function refusalOf(
  told: RefundQuoteOutcome | Extract<RefundOutcome, { kind: 'fee-too-high' | 'barred' }>,
): { readonly refused: string; readonly at?: 'fee' | 'to' } | undefined {
  switch (told.kind) {
    case 'quoted':
      return undefined;
    case 'fee-too-high':
      return { refused: `A fee takes at most ${amount(told.most)}, what the goods are worth.`, at: 'fee' };
    case 'barred':
      return {
        refused: `${amount(told.amount)} cannot go there: the return policy does not allow it. Choose another way.`,
        at: 'to',
      };
    case 'no-return':
      return { refused: 'There is no such return any more.' };
    default:
      return { refused: 'This return is further by now. Somebody was faster.' };
  }
}
