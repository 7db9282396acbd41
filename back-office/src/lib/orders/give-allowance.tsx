import { Button, NativeSelect, Text, TextInput } from '@mantine/core';
import {
  type AllowanceOutcome,
  type Money,
  money,
  type OrderLeftView,
  type OrderView,
} from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { Facts } from '../look/facts.tsx';
import { MoneyField } from '../look/money-field.tsx';
import { amount } from '../words/amount.ts';
import { backOf } from './cancelled-sum.ts';
import { refundTenders } from './refund-choices.ts';

/** What is given for gift cards comes off them, line by line: where nothing else is left of an order, the first of them. */
function beginsWith({ whole, lines }: OrderLeftView): string {
  const card = whole.amount === 0 && lines.find(({ onCards, left }) => onCards && left.amount > 0);
  return card ? `line ${card.lineId}` : '';
}

/** Money goes back, or is not owed any more, for goods that stay with the shopper. */
export function GiveAllowance({
  order,
  left,
  isCustomers,
  isOpen,
  onClose,
  onDone,
}: {
  order: OrderView;
  left: OrderLeftView;
  /** Of a customer, who can be given credit. */
  isCustomers: boolean;
  isOpen: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const [sum, setSum] = useState<Money>();
  const [of, setOf] = useState(() => beginsWith(left));
  const [reason, setReason] = useState('');
  const [to, setTo] = useState('');
  // The field shows what was typed into it: what a button fills in begins another.
  const [filled, setFilled] = useState(0);
  const [part, id = ''] = of.split(' ');
  const rest =
    part === 'line'
      ? left.lines.find(({ lineId }) => lineId === id)?.left
      : part === 'delivery'
        ? left.deliveries.find(({ deliveryId }) => deliveryId === id)?.left
        : left.whole;
  const onCards = part === 'line' ? left.lines.find(({ lineId }) => lineId === id)?.onCards : undefined;
  const isTooMuch = rest !== undefined && sum !== undefined && sum.amount > rest.amount;
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
            refused: tooMuch(answer.most),
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
      title="Refund money"
      {...{ isOpen, onClose, command, input }}
      send={sum ? wordsOf(order, sum) : 'Refund money'}
      isIncomplete={!sum || sum.amount <= 0 || isTooMuch}
    >
      {(problemAt) => (
        <>
          <Text size="sm" c="dimmed">
            For goods that stay with the shopper: a scratch, a late parcel, goodwill. Goods that come back are
            registered as a return.
          </Text>
          <Facts
            of={{
              Paid: amount(order.paid),
              Refunded: amount(order.refunded),
              [onCards ? 'Left on the gift card' : of === '' ? 'Left' : 'Left of it']: rest && amount(rest),
            }}
          />
          {onCards && (
            <Text size="sm">
              What you refund comes off the gift card at once. What was spent of it cannot be refunded.
            </Text>
          )}
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
          <MoneyField
            key={filled}
            label="How much"
            currency={order.currency}
            isRequired
            value={sum}
            onChange={setSum}
            error={problemAt('amount') ?? (isTooMuch ? tooMuch(rest) : undefined)}
          />
          {rest && rest.amount > 0 && rest.amount !== sum?.amount && (
            <Button
              variant="default"
              size="compact-sm"
              style={{ alignSelf: 'flex-start' }}
              onClick={() => {
                setSum(rest);
                setFilled((count) => count + 1);
              }}
            >
              Everything that is left
            </Button>
          )}
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
              data={refundTenders}
            />
          )}
        </>
      )}
    </CommandDialog>
  );
}

function tooMuch(most: Money): string {
  return most.amount > 0
    ? `Only ${amount(most)} are left of that.`
    : 'Nothing is left of that: it was refunded already.';
}

/** What is not paid yet is taken off what is owed; what is paid goes back. */
function wordsOf(order: OrderView, sum: Money): string {
  return backOf(order, sum.amount) >= sum.amount ? `Refund ${amount(sum)}` : `Take ${amount(sum)} off`;
}
