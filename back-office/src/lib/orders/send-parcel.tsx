import { Checkbox, SimpleGrid, TextInput } from '@mantine/core';
import type { OrderView, ShipOutcome } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { pieces as inPieces } from '../words/state.ts';
import type { Consignment } from './consignments.ts';
import { allOf, linesOf, PiecesField, sumOf } from './pieces-field.tsx';
import { refusal } from './refusals.ts';

/** Pieces that lie at a location leave it as one parcel. */
export function SendParcel({
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
  const [carrier, setCarrier] = useState('');
  const [tracking, setTracking] = useState('');
  const [isOnAccount, setOnAccount] = useState(false);
  const input = {
    locationId: consignment.locationId,
    lines: linesOf(chosen),
    ...(carrier.trim() && { carrier: carrier.trim() }),
    ...(tracking.trim() && { tracking: tracking.trim() }),
    ...(isOnAccount && { beforePaid: true }),
  };
  const command = useCommand<typeof input, ShipOutcome>({
    send: (body, options) => api.post(`/orders/${order.id}/shipments`, body, options),
    tells: (answer) =>
      answer.kind === 'shipped'
        ? { done: 'The parcel is on its way. Its packing slip is below.' }
        : refusal(answer, order),
    onDone: onClose,
  });
  const count = sumOf(chosen);
  return (
    <CommandDialog
      title="Send a parcel"
      size="lg"
      {...{ isOpen, onClose, command, input }}
      send={`Send ${inPieces(count)}`}
      isIncomplete={count === 0}
    >
      {(problemAt) => (
        <>
          <PiecesField of={consignment.pieces} chosen={chosen} onChange={setChosen} problemAt={problemAt} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput
              label="Carrier"
              value={carrier}
              onChange={(event) => setCarrier(event.currentTarget.value)}
              error={problemAt('carrier')}
            />
            <TextInput
              label="Tracking number"
              value={tracking}
              onChange={(event) => setTracking(event.currentTarget.value)}
              error={problemAt('tracking')}
            />
          </SimpleGrid>
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

/** Offered while not all is paid. */
export function OnAccount({
  isOn,
  onChange,
  problem,
  order,
}: {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  problem: string | undefined;
  order: OrderView;
}) {
  if (order.paid.amount - order.refunded.amount >= order.owed.amount) return null;
  return (
    <Checkbox
      label="On account"
      description="Goods leave although they are not paid yet. Money that a bank has promised is taken first."
      checked={isOn}
      onChange={(event) => onChange(event.currentTarget.checked)}
      error={problem}
      aria-invalid={problem !== undefined}
    />
  );
}
