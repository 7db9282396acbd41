import { NativeSelect } from '@mantine/core';
import { type Money, money, type StoreCreditView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { MoneyField } from '../look/money-field.tsx';
import { useSession } from '../shell/session.ts';
import { amount } from '../words/amount.ts';
import { ReasonFields, reasonInput, type WrittenReason } from './reason-fields.tsx';

const reasons = [
  { value: 'goodwill', label: 'Goodwill' },
  { value: 'refund', label: 'Refund' },
  { value: 'exchange', label: 'Exchange' },
  { value: 'other', label: 'Another reason' },
];

/** Gives a customer money to spend in the shop. */
export function IssueCredit({
  customerId,
  isOpen,
  onClose,
}: {
  customerId: string;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { channels } = useSession();
  const currencies = [...new Set(channels.flatMap((channel) => channel.currencies))];
  const [currency, setCurrency] = useState(currencies[0] ?? 'EUR');
  const [sum, setSum] = useState<Money>();
  const [why, setWhy] = useState<WrittenReason>({ reason: 'goodwill', note: '' });
  const input = {
    amount: sum?.amount,
    currency,
    ...reasonInput(why),
  };
  const command = useCommand<typeof input, StoreCreditView>({
    send: (body, options) => api.post(`/customers/${customerId}/store-credit`, body, options),
    tells: ({ balance }) => ({ done: `They now have ${amount(balance)} of store credit.` }),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title="Give store credit"
      {...{ isOpen, onClose, command, input }}
      send={sum ? `Give ${amount(sum)}` : 'Give'}
      isIncomplete={!sum || sum.amount <= 0}
    >
      {(problemAt) => (
        <>
          {currencies.length > 1 && (
            <NativeSelect
              label="Currency"
              value={currency}
              onChange={(event) => {
                setCurrency(event.currentTarget.value);
                setSum(sum && money(sum.amount, event.currentTarget.value));
              }}
              data={currencies}
            />
          )}
          <MoneyField
            label="Amount"
            currency={currency}
            value={sum}
            onChange={setSum}
            error={problemAt('amount')}
            isRequired
          />
          <ReasonFields value={why} onChange={setWhy} reasons={reasons} problemAt={problemAt} />
        </>
      )}
    </CommandDialog>
  );
}
