import { NativeSelect, Text, TextInput } from '@mantine/core';
import { type AllowanceOutcome, type Money, money, type OrderView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { MoneyField } from '../look/money-field.tsx';
import { amount } from '../words/amount.ts';
import { refundTenders } from './refund-choices.ts';

/** Money goes back, or is not owed any more, for goods that stay with the shopper. */
export function GiveAllowance({
  order,
  isCustomers,
  isOpen,
  onClose,
  onDone,
}: {
  order: OrderView;
  /** Of a customer, who can be given credit. */
  isCustomers: boolean;
  isOpen: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const [sum, setSum] = useState<Money>();
  const [of, setOf] = useState('');
  const [reason, setReason] = useState('');
  const [to, setTo] = useState('');
  const [part, id = ''] = of.split(' ');
  const input = {
    amount: sum?.amount ?? 0,
    ...(of !== '' && { of: part === 'line' ? { lineId: id } : { deliveryId: id } }),
    reason: reason.trim(),
    ...(to && { to }),
  };
  const command = useCommand<typeof input, AllowanceOutcome>({
    send: (body, options) => api.post(`/orders/${order.id}/allowances`, body, options),
    tells(answer) {
      switch (answer.kind) {
        case 'given':
          return {
            done:
              answer.back.amount > 0
                ? `${amount(answer.back)} go back to the shopper, who is written to.`
                : `${amount(answer.amount)} less are owed: ${amount(answer.owed)}. The shopper is written to.`,
          };
        case 'too-much':
          return {
            refused:
              answer.most.amount > 0
                ? `Only ${amount(answer.most)} are left of that.`
                : 'Nothing is left of that: it was given back already.',
            at: 'amount',
          };
        case 'barred':
          return {
            refused: `${amount(answer.amount)} cannot go there: they were paid with something else, or there is no customer.`,
            at: 'to',
          };
        default:
          return { refused: 'That is not a part of this order any more. Load the page again.' };
      }
    },
    onDone,
  });
  return (
    <CommandDialog
      title="Give money back"
      {...{ isOpen, onClose, command, input }}
      send={sum ? `Give ${amount(sum)} back` : 'Give back'}
      isIncomplete={!sum || sum.amount <= 0}
    >
      {(problemAt) => (
        <>
          <Text size="sm" c="dimmed">
            For goods that stay with the shopper: a scratch, a late parcel, goodwill. Goods that come back are
            registered as a return.
          </Text>
          <MoneyField
            label="How much"
            currency={order.currency}
            isRequired
            value={sum}
            onChange={setSum}
            error={problemAt('amount')}
          />
          <NativeSelect
            label="Of"
            value={of}
            onChange={(event) => setOf(event.currentTarget.value)}
            error={problemAt('of')}
            data={[
              { value: '', label: 'the order as a whole' },
              ...order.lines
                .filter(({ quantity, cancelled, returned }) => cancelled + returned < quantity)
                .map(({ id: lineId, name, options, total }) => ({
                  value: `line ${lineId}`,
                  label: `${[name, options].filter(Boolean).join(', ')} (${amount(total)})`,
                })),
              ...order.deliveries
                .filter(({ price, discount }) => price.amount > discount.amount)
                .map(({ id: deliveryId, name, price, discount }) => ({
                  value: `delivery ${deliveryId}`,
                  label: `Delivery: ${name} (${amount(money(price.amount - discount.amount, order.currency))})`,
                })),
            ]}
          />
          <TextInput
            label="Why"
            description="The shopper reads it."
            withAsterisk
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={problemAt('reason')}
            maxLength={200}
          />
          {isCustomers && order.paid.amount > 0 && (
            <NativeSelect
              label="Money goes back"
              value={to}
              onChange={(event) => setTo(event.currentTarget.value)}
              error={problemAt('to')}
              data={refundTenders.filter(({ value }) => value !== 'original')}
            />
          )}
        </>
      )}
    </CommandDialog>
  );
}
