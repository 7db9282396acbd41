import { Text, Textarea } from '@mantine/core';
import type { ReturnView, StepOutcome } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { type Told, useCommand } from '../asking/use-command.ts';

interface StepProps {
  readonly found: ReturnView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What came of a step, in words. */
export function toldStep(answer: StepOutcome, done: string): Told {
  if (answer.kind === 'done') return { done };
  return {
    refused:
      answer.kind === 'no-return'
        ? 'There is no such return any more.'
        : 'This return is further by now. Somebody was faster.',
  };
}

/** The pieces may come. */
export function ApproveReturn({ found, isOpen, onClose }: StepProps) {
  const command = useCommand<undefined, StepOutcome>({
    send: (body, options) => api.post(`/returns/${found.id}/approvals`, body, options),
    tells: (answer) => toldStep(answer, 'The return is approved.'),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title="Approve the return"
      {...{ isOpen, onClose, command }}
      input={undefined}
      send="Approve the return"
    >
      <Text size="sm">The pieces may come. When they are here, receive them on this page.</Text>
    </CommandDialog>
  );
}

/** The pieces will not come. */
export function CancelReturn({ found, isOpen, onClose }: StepProps) {
  const command = useCommand<undefined, StepOutcome>({
    send: (body, options) => api.post(`/returns/${found.id}/cancellations`, body, options),
    tells: (answer) => toldStep(answer, 'The return is given up.'),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title="Give the return up"
      isGrave
      {...{ isOpen, onClose, command }}
      input={undefined}
      send="Give the return up"
    >
      <Text size="sm">
        The pieces will not come: they stay with the customer and can be returned another time.
      </Text>
    </CommandDialog>
  );
}

/** The pieces may not come, and why. */
export function RejectReturn({ found, isOpen, onClose }: StepProps) {
  const [answer, setAnswer] = useState('');
  const input = { answer: answer.trim() };
  const command = useCommand<typeof input, StepOutcome>({
    send: (body, options) => api.post(`/returns/${found.id}/rejections`, body, options),
    tells: (told) => toldStep(told, 'The return is rejected.'),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title="Reject the return"
      isGrave
      {...{ isOpen, onClose, command, input }}
      send="Reject the return"
    >
      {(problemAt) => (
        <Textarea
          label="Why"
          description="The customer may be told."
          withAsterisk
          autosize
          minRows={2}
          value={answer}
          onChange={(event) => setAnswer(event.currentTarget.value)}
          error={problemAt('answer')}
          maxLength={1000}
        />
      )}
    </CommandDialog>
  );
}
