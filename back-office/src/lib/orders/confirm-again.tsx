import { Button, Text } from '@mantine/core';
import type { ConfirmAgainOutcome } from '@vitrine/commerce-engine/client';
import { api } from '../asking/ask.ts';
import { useCommand } from '../asking/use-command.ts';

/** Has the shopper written the confirmation once more. */
export function ConfirmAgain({ orderId }: { orderId: string }) {
  const command = useCommand<undefined, ConfirmAgainOutcome>({
    send: (_, options) => api.post(`/orders/${orderId}/confirmations`, undefined, options),
    tells: (answer) =>
      answer.kind === 'queued'
        ? { done: `The confirmation goes to ${answer.to} again.` }
        : { refused: 'Nobody can be written to about this order any more.' },
  });
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        mt="xs"
        loading={command.isBusy}
        onClick={() => command.send(undefined)}
      >
        Send confirmation again
      </Button>
      {command.problem && (
        <Text size="sm" role="alert" c="red">
          {command.problem.sentence}
        </Text>
      )}
    </>
  );
}
