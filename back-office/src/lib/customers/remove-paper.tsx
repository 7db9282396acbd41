import { Text } from '@mantine/core';
import type { CustomerOutcome } from '@vitrine/commerce-engine/client';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { toldCustomer } from './customer-outcome.ts';

/** Takes a VAT number or a certificate away. */
export function RemovePaper({
  customerId,
  what,
  path,
  onClose,
}: {
  customerId: string;
  /** `VAT number DE136695976`. */
  what: string;
  /** Behind the customer. */
  path: string;
  onClose: () => void;
}) {
  const command = useCommand<Record<string, never>, CustomerOutcome>({
    send: (_, options) => api.delete(`/customers/${customerId}/${path}`, options),
    tells: (answer) => toldCustomer(answer, 'It is removed.'),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title={`Remove ${what}`}
      {...{ onClose, command }}
      input={{}}
      isOpen
      isGrave
      send="Remove it"
    >
      <Text>Their next orders are taxed without it. Orders that were placed stay as they are.</Text>
    </CommandDialog>
  );
}
