import { Text, TextInput } from '@mantine/core';
import type { HandOverOutcome, OrderView, ReadyOutcome, ShipmentView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { pieces as inPieces } from '../words/state.ts';
import type { Consignment } from './consignments.ts';
import { allOf, linesOf, PiecesField, sumOf } from './pieces-field.tsx';
import { refusal } from './refusals.ts';
import { OnAccount } from './send-parcel.tsx';

/** Pieces are laid ready for their shopper. */
export function LayReady({
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
  const [chosen, setChosen] = useState(allOf(consignment.pieces));
  const input = { locationId: consignment.locationId, lines: linesOf(chosen) };
  const command = useCommand<typeof input, ReadyOutcome>({
    send: (body, options) => api.post(`/orders/${order.id}/pickups`, body, options),
    tells: (answer) =>
      answer.kind === 'ready'
        ? { done: 'Ready for pickup. The note for the shelf is below.' }
        : refusal(answer, order),
    onDone: onClose,
  });
  const count = sumOf(chosen);
  return (
    <CommandDialog
      title="Lay ready for pickup"
      size="lg"
      {...{ isOpen, onClose, command, input }}
      send={`Lay ${inPieces(count)} ready`}
      isIncomplete={count === 0}
    >
      {(problemAt) => (
        <PiecesField of={consignment.pieces} chosen={chosen} onChange={setChosen} problemAt={problemAt} />
      )}
    </CommandDialog>
  );
}

/** The shopper is here and takes them along. */
export function HandOver({
  order,
  shipment,
  isOpen,
  onClose,
}: {
  order: OrderView;
  shipment: ShipmentView;
  isOpen: boolean;
  onClose: () => void;
}) {
  const [code, setCode] = useState('');
  const [isOnAccount, setOnAccount] = useState(false);
  const input = { ...(code.trim() && { code: code.trim() }), ...(isOnAccount && { beforePaid: true }) };
  const command = useCommand<typeof input, HandOverOutcome>({
    send: (body, options) => api.post(`/orders/${order.id}/pickups/${shipment.id}/hand-overs`, body, options),
    tells(answer) {
      if (answer.kind === 'handed-over') return { done: 'Handed over.' };
      if (answer.kind === 'wrong-code')
        return { refused: 'That is not the code of this order. Look at their order number.', at: 'code' };
      if (answer.kind === 'not-ready') return { refused: 'This pickup does not wait here any more.' };
      if (answer.kind === 'nothing-left')
        return { refused: 'Everything in it was cancelled meanwhile: hand nothing over.' };
      return refusal(answer, order);
    },
    onDone: onClose,
  });
  return (
    <CommandDialog
      title="Hand over the goods"
      {...{ isOpen, onClose, command, input }}
      send="Hand over the goods"
    >
      {(problemAt) => (
        <>
          <Text size="sm">For {order.contact.name}.</Text>
          <TextInput
            label="Code the shopper shows"
            description="Leave it empty when you know who they are otherwise."
            inputMode="numeric"
            autoComplete="off"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={problemAt('code')}
          />
          <OnAccount
            isOn={isOnAccount}
            onChange={setOnAccount}
            problem={problemAt('beforePaid')}
            order={order}
          />
        </>
      )}
    </CommandDialog>
  );
}
