import { NativeSelect, Textarea } from '@mantine/core';
import type { OrderView, RequestOutcome } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { goTo } from '../address/location.ts';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { returnReasons } from '../returns/return-reasons.ts';
import { pieces as inPieces } from '../words/state.ts';
import type { LinePieces } from './consignments.ts';
import { InsteadFields } from './instead-fields.tsx';
import { type ChosenPieces, linesOf, PiecesField, sumOf } from './pieces-field.tsx';

/** Pieces that were sent or handed over are announced to come back. */
export function RequestReturn({
  order,
  returnable,
  isOpen,
  onClose,
}: {
  order: OrderView;
  returnable: readonly LinePieces[];
  isOpen: boolean;
  onClose: () => void;
}) {
  const [chosen, setChosen] = useState<ChosenPieces>({});
  const [reason, setReason] = useState('changed-mind');
  const [note, setNote] = useState('');
  const [instead, setInstead] = useState<Readonly<Record<string, string>>>({});
  const input = {
    lines: linesOf(chosen).map((line) => {
      const variantId = instead[line.lineId];
      return { ...line, reason, ...(variantId && { instead: { variantId } }) };
    }),
    ...(note.trim() && { note: note.trim() }),
  };
  const command = useCommand<typeof input, RequestOutcome>({
    send: (body, options) => api.post(`/orders/${order.id}/returns`, body, options),
    tells(answer) {
      if (answer.kind === 'requested') return { done: `Return ${answer.return.number} is registered.` };
      if (answer.kind === 'too-many')
        return {
          refused: `Only ${inPieces(answer.returnable)} can come back.`,
          at: `pieces.${answer.lineId}`,
        };
      if (answer.kind === 'not-instead')
        return { refused: 'What is wanted instead cannot be had so. Choose something else, or its money.' };
      return { refused: 'There is no such order any more.' };
    },
    onDone(answer) {
      onClose();
      if (answer.kind === 'requested') goTo(`/returns/${answer.return.id}`);
    },
  });
  const count = sumOf(chosen);
  return (
    <CommandDialog
      title="Register a return"
      size="lg"
      {...{ isOpen, onClose, command, input }}
      send={count === 0 ? 'Register' : `Register ${inPieces(count)}`}
      isIncomplete={count === 0}
    >
      {(problemAt) => (
        <>
          <PiecesField of={returnable} chosen={chosen} onChange={setChosen} problemAt={problemAt} />
          <InsteadFields
            orderId={order.id}
            of={returnable}
            chosen={chosen}
            value={instead}
            onChange={setInstead}
          />
          <NativeSelect
            label="Reason"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            data={returnReasons}
          />
          <Textarea
            label="Note"
            autosize
            minRows={2}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            error={problemAt('note')}
            maxLength={1000}
          />
        </>
      )}
    </CommandDialog>
  );
}
