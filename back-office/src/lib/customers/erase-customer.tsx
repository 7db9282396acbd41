import { Text, TextInput } from '@mantine/core';
import type { CustomerView, EraseOutcome } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { goTo } from '../address/location.ts';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';

/** Forgets a customer, but for what bookkeeping needs. */
export function EraseCustomer({
  customer,
  isOpen,
  onClose,
}: {
  customer: CustomerView;
  isOpen: boolean;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState('');
  const command = useCommand<Record<string, never>, EraseOutcome>({
    send: (body, options) => api.post(`/customers/${customer.id}/erasures`, body, options),
    tells(answer) {
      if (answer.kind === 'erased') return { done: 'The customer is erased.' };
      if (answer.kind === 'orders-open')
        return {
          refused: `Goods or money are still under way: ${answer.numbers.join(', ')}. Finish these orders first.`,
        };
      if (answer.kind === 'being-paid')
        return { refused: 'Somebody is paying for a cart of theirs just now. Look again in a moment.' };
      return { refused: 'There is no such customer any more.' };
    },
    onDone() {
      onClose();
      goTo('/customers');
    },
  });
  return (
    <CommandDialog
      title="Erase the customer"
      isGrave
      {...{ isOpen, onClose, command }}
      input={{}}
      send="Erase for good"
      isIncomplete={typed.trim() !== customer.number}
    >
      <Text size="sm">
        Name, addresses, consents, wishes and the account go, and their store credit with them. Orders stay
        for bookkeeping, without who bought. This cannot be taken back.
      </Text>
      <TextInput
        label={`Type the number ${customer.number} to confirm`}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </CommandDialog>
  );
}
