import { Text } from '@mantine/core';
import type { CancelCountOutcome, StockCountView } from '@vitrine/commerce-engine/client';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';

/** Ends a count without booking anything. */
export function CancelCount({
  count,
  isOpen,
  onClose,
}: {
  count: StockCountView;
  isOpen: boolean;
  onClose: () => void;
}) {
  const command = useCommand<undefined, CancelCountOutcome>({
    send: (body, options) => api.post(`/counts/${count.id}/cancellations`, body, options),
    tells: (answer) =>
      answer.kind === 'cancelled'
        ? { done: 'The count is given up. Nothing was booked.' }
        : { refused: 'The count is closed by now.' },
    onDone: onClose,
  });
  return (
    <CommandDialog
      title="Give the count up"
      isGrave
      {...{ isOpen, onClose, command }}
      input={undefined}
      send="Give it up"
    >
      <Text size="sm">
        Nothing is booked. What was counted stays to be looked at, and cannot be gone on with.
      </Text>
    </CommandDialog>
  );
}
