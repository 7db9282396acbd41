import { NativeSelect, Text } from '@mantine/core';
import {
  type Money,
  money,
  type OrderView,
  type RefundOutcome,
  type ReturnView,
} from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { Facts } from '../look/facts.tsx';
import { MoneyField } from '../look/money-field.tsx';
import { deliveryShares, refundTenders } from '../orders/refund-choices.ts';
import { amount } from '../words/amount.ts';
import { toldStep } from './return-steps.tsx';

/** The money of what came goes back, less a fee. */
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
  const input = { fee: fee?.amount, delivery, ...(to && { to }) };
  const command = useCommand<typeof input, RefundOutcome>({
    send: (body, options) => api.post(`/returns/${found.id}/refunds`, body, options),
    tells(answer) {
      if (answer.kind === 'fee-too-high')
        return {
          refused: `A fee takes at most ${amount(answer.most)}, what the return is worth.`,
          at: 'fee',
        };
      if (answer.kind === 'barred')
        return {
          refused: `${amount(answer.amount)} cannot go back the way it came. Choose another way.`,
          at: 'to',
        };
      const sum = answer.kind === 'done' && answer.return.refund;
      return toldStep(answer, sum ? `Refunded: ${amount(sum)}.` : 'Refunded.');
    },
    onDone: onClose,
  });
  return (
    <CommandDialog
      title="Refund the return"
      {...{ isOpen, onClose, command, input }}
      send={
        fee && delivery === 'none' && fee.amount <= found.credit.amount
          ? `Refund ${amount(money(found.credit.amount - fee.amount, currency))}`
          : 'Refund the return'
      }
      isIncomplete={!fee || fee.amount < 0}
    >
      {(problemAt) => (
        <>
          <Text size="sm">
            What came is worth {amount(found.credit)}. It comes off what the order owes; what was paid of it
            goes back.
          </Text>
          <Facts
            of={{
              Paid: amount(order.paid),
              Refunded: amount(order.refunded),
              Left: amount(money(order.paid.amount - order.refunded.amount, currency)),
            }}
          />
          <MoneyField
            label="Fee that is kept back"
            currency={currency}
            value={fee}
            onChange={setFee}
            error={problemAt('fee')}
          />
          {order.delivery.amount > 0 && (
            <NativeSelect
              label="Of the delivery’s charge"
              value={delivery}
              onChange={(event) => setDelivery(event.currentTarget.value)}
              data={deliveryShares}
              error={problemAt('delivery')}
            />
          )}
          <NativeSelect
            label="Money goes back"
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            data={isCustomers ? refundTenders : refundTenders.filter(({ value }) => value !== 'store-credit')}
            error={problemAt('to')}
          />
        </>
      )}
    </CommandDialog>
  );
}
