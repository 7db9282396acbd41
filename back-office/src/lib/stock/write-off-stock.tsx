import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { useSession } from '../shell/session.ts';
import { pieces } from '../words/state.ts';
import { PlaceField, usePlaceName } from './place-field.tsx';
import { type StockAnswer, toldStock } from './stock-outcome.ts';
import type { StockRow } from './stock-page.tsx';

const reasons = ['damaged', 'lost', 'stolen', 'expired', 'used in the shop', 'given away'];

/** Pieces are gone, and why. */
export function WriteOffStock({
  variant,
  isOpen,
  onClose,
}: {
  variant: StockRow;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { places } = useSession();
  const nameOf = usePlaceName();
  const [locationId, setPlace] = useState(places[0]?.id ?? '');
  const [quantity, setQuantity] = useState(0);
  const [reason, setReason] = useState('damaged');
  const [reference, setReference] = useState('');
  const input = {
    variantId: variant.variantId,
    locationId,
    quantity: -quantity,
    reason,
    ...(reference.trim() && { reference: reference.trim() }),
  };
  const command = useCommand<typeof input, StockAnswer>({
    send: (body, options) => api.post('/stock-adjustments', body, options),
    tells: (answer) => toldStock(answer, nameOf(locationId), 'quantity'),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title="Write off"
      isGrave
      {...{ isOpen, onClose, command, input }}
      send={quantity > 0 ? `Write ${pieces(quantity)} off` : 'Write off'}
      isIncomplete={quantity <= 0}
    >
      {(problemAt) => (
        <>
          <PlaceField
            label="Where they are missing"
            variant={variant}
            value={locationId}
            onChange={setPlace}
            error={problemAt('locationId')}
          />
          <NumberInput
            label="Pieces that are gone"
            withAsterisk
            data-autofocus
            value={quantity || ''}
            onChange={(value) => setQuantity(Math.trunc(Number(value)) || 0)}
            min={0}
            allowDecimal={false}
            allowNegative={false}
            error={problemAt('quantity')}
          />
          <NativeSelect
            label="Reason"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            data={reasons}
          />
          <TextInput
            label="Reference"
            description="What it belongs to, for example a report."
            value={reference}
            onChange={(event) => setReference(event.currentTarget.value)}
            error={problemAt('reference')}
            maxLength={200}
          />
        </>
      )}
    </CommandDialog>
  );
}
