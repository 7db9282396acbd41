import { Textarea } from '@mantine/core';
import type { CustomerOutcome } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { toldCustomer } from './customer-outcome.ts';

/** Something staff should know. */
export function AddNote({
  customerId,
  isOpen,
  onClose,
}: {
  customerId: string;
  isOpen: boolean;
  onClose: () => void;
}) {
  const [text, setText] = useState('');
  const input = { text: text.trim() };
  const command = useCommand<typeof input, CustomerOutcome>({
    send: (body, options) => api.post(`/customers/${customerId}/notes`, body, options),
    tells: (answer) => toldCustomer(answer, 'The note is kept.'),
    onDone() {
      setText('');
      onClose();
    },
  });
  return (
    <CommandDialog title="Add a note" {...{ isOpen, onClose, command, input }} send="Keep the note">
      {(problemAt) => (
        <Textarea
          label="Note"
          description="For staff. It is in what the customer gets when they ask what is known of them."
          autosize
          minRows={3}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={problemAt('text')}
          maxLength={2000}
        />
      )}
    </CommandDialog>
  );
}
