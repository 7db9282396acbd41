import { Text, TextInput } from '@mantine/core';
import type { OrderView, RejectOutcome } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { useSession } from '../shell/session.ts';
import type { Consignment } from './consignments.ts';
import { allOf, linesOf, PiecesField, sumOf } from './pieces-field.tsx';
import { refusal } from './refusals.ts';

/** A location cannot send what it keeps: another is to. */
export function RejectPieces({
  order,
  consignment,
  isOpen,
  onClose,
}: {
  order: OrderView;
  consignment: Consignment;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { places } = useSession();
  const [chosen, setChosen] = useState(allOf(consignment.pieces));
  const [reason, setReason] = useState('');
  const nameOf = (id: string) => places.find((place) => place.id === id)?.name ?? id;
  const input = { locationId: consignment.locationId, lines: linesOf(chosen), reason: reason.trim() };
  const command = useCommand<typeof input, RejectOutcome>({
    send: (body, options) => api.post(`/orders/${order.id}/fulfilment-rejections`, body, options),
    tells(answer) {
      if (answer.kind === 'moved') {
        const to = [...new Set(answer.parts.map(({ locationId }) => nameOf(locationId)))];
        return { done: `${to.join(' and ')} will send it.` };
      }
      if (answer.kind === 'nowhere-else')
        return { refused: 'No other location has it. Cancel the pieces, or wait until there are more.' };
      return refusal(answer, order);
    },
    onDone: onClose,
  });
  const count = sumOf(chosen);
  return (
    <CommandDialog
      title={`${nameOf(consignment.locationId)} cannot ${consignment.kind === 'pickup' ? 'lay them ready' : 'send'}`}
      size="lg"
      {...{ isOpen, onClose, command, input }}
      send="Find another location"
      isIncomplete={count === 0}
    >
      {(problemAt) => (
        <>
          <Text size="sm">
            What is not there at all has to be counted out of stock besides, or it is sold again.
          </Text>
          <PiecesField of={consignment.pieces} chosen={chosen} onChange={setChosen} problemAt={problemAt} />
          <TextInput
            label="Why"
            description="Only staff read it."
            withAsterisk
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={problemAt('reason')}
            maxLength={200}
          />
        </>
      )}
    </CommandDialog>
  );
}
