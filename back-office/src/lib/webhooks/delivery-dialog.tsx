import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { DeliveryView, ReplayOutcome } from '@vitrine/commerce-engine/client';
import { api } from '../asking/ask.ts';
import { useCommand } from '../asking/use-command.ts';
import { Facts } from '../look/facts.tsx';
import { when } from '../words/when.ts';
import { DeliveryTag } from './endpoint-tag.tsx';
import css from './webhooks.module.css';

/** What was sent, how often, and what came back. */
export function DeliveryDialog({
  delivery,
  onClose,
  isPing = false,
}: {
  delivery: DeliveryView;
  onClose: () => void;
  /** A test, which is not repeated. */
  isPing?: boolean;
}) {
  const { id, kind, eventId, tries, at, dueAt, lastTriedAt, lastStatus, lastAnswer } = delivery;
  const command = useCommand<undefined, ReplayOutcome>({
    send: (_, options) => api.post('/webhook-replays', { deliveryId: id }, options),
    tells: (answer) =>
      answer.kind === 'replayed'
        ? { done: 'It is sent again in a moment.' }
        : { refused: 'This delivery is not kept any more, so it cannot be sent again.' },
    onDone: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={kind} size="xl" transitionProps={{ duration: 0 }}>
      <Stack gap="md">
        <Facts
          of={{
            State: <DeliveryTag of={delivery} />,
            Happened: when(at),
            Tries: tries,
            'Last try': lastTriedAt === undefined ? undefined : when(lastTriedAt),
            'Next try': dueAt === undefined || isPing ? undefined : when(dueAt),
            Answer: lastStatus === undefined ? (lastAnswer ?? undefined) : `HTTP ${lastStatus}`,
            'webhook-id': <code>{eventId}</code>,
          }}
        />
        {lastStatus !== undefined && lastAnswer !== undefined && lastAnswer !== '' && (
          <div>
            <Text size="sm" fw={600} mb={4}>
              What came back
            </Text>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached with the keyboard. */}
            <pre className={css.code} tabIndex={0}>
              {lastAnswer}
            </pre>
          </div>
        )}
        <div>
          <Text size="sm" fw={600} mb={4}>
            What was sent
          </Text>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached with the keyboard. */}
          <pre className={css.code} tabIndex={0}>
            {JSON.stringify(delivery.payload, null, 2)}
          </pre>
        </div>
        {command.problem && (
          <Text size="sm" c="red" role="alert">
            {command.problem.sentence}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          {!isPing && (
            <Button loading={command.isBusy} onClick={() => command.send(undefined)}>
              Send again
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
