import { TextInput } from '@mantine/core';
import { type Money, money, type PaymentView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { MoneyField } from '../look/money-field.tsx';
import { amount } from '../words/amount.ts';

type Answer =
  | { readonly kind: 'marked'; readonly amount: Money }
  | { readonly kind: 'not-awaited' }
  | { readonly kind: 'too-much'; readonly left: Money };

/** Money came that no provider tells of. */
export function MarkPaid({
  payment,
  isOpen,
  onClose,
}: {
  payment: PaymentView;
  isOpen: boolean;
  onClose: () => void;
}) {
  const left = money(payment.amount.amount - payment.captured.amount, payment.amount.currency);
  const [came, setCame] = useState<Money | undefined>(left);
  const [note, setNote] = useState('');
  const input = { amount: came?.amount, ...(note.trim() !== '' && { note: note.trim() }) };
  const command = useCommand<typeof input, Answer>({
    send: (body, options) => api.post(`/payments/${payment.id}/receipts`, body, options),
    tells(answer) {
      if (answer.kind === 'marked') return { done: `Marked as paid: ${amount(answer.amount)}.` };
      if (answer.kind === 'too-much')
        return { refused: `Only ${amount(answer.left)} are still owed.`, at: 'amount' };
      return { refused: 'Nothing is awaited of this payment any more.' };
    },
    onDone: onClose,
  });
  return (
    <CommandDialog
      title="Mark as paid"
      {...{ isOpen, onClose, command, input }}
      send={came ? `Mark ${amount(came)} as paid` : 'Mark as paid'}
      isIncomplete={!came || came.amount <= 0}
    >
      {(problemAt) => (
        <>
          <MoneyField
            label="Amount that came"
            currency={left.currency}
            value={came}
            onChange={setCame}
            error={problemAt('amount')}
            isRequired
          />
          <TextInput
            label="Line of the bank statement"
            description="Stands in what happened to the order."
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            error={problemAt('note')}
            maxLength={200}
          />
        </>
      )}
    </CommandDialog>
  );
}
