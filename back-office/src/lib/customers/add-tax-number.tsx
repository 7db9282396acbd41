import { TextInput } from '@mantine/core';
import type { CustomerOutcome } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { toldCustomer } from './customer-outcome.ts';

/** A VAT number of a customer. */
export function AddTaxNumber({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const [vatId, setVatId] = useState('');
  const input = { vatId };
  const command = useCommand<typeof input, CustomerOutcome>({
    send: (body, options) => api.post(`/customers/${customerId}/tax-numbers`, body, options),
    tells: (answer) => toldCustomer(answer, 'The VAT number is kept.'),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title="Add a VAT number"
      {...{ onClose, command, input }}
      isOpen
      isIncomplete={vatId.trim() === ''}
      send="Keep the number"
    >
      {(problemAt) => (
        <TextInput
          label="VAT number"
          description="Of an EU country, with its letters first, as in DE136695976. It counts once somebody has seen that it is in use."
          value={vatId}
          onChange={(event) => setVatId(event.currentTarget.value)}
          error={problemAt('vatId')}
          maxLength={40}
        />
      )}
    </CommandDialog>
  );
}
