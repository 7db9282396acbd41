import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { useSession } from '../shell/session.ts';
import { pieces } from '../words/state.ts';
import { BookingFields, useBooking } from './booking-fields.tsx';
import { PlaceField, usePlaceName } from './place-field.tsx';
import { type StockAnswer, toldStock } from './stock-outcome.ts';
import type { StockRow } from './stock-row.ts';

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
  const [reason, setReason] = useState('damaged');
  const { fields, quantity, reference } = useBooking();
  const input = {
    variantId: variant.variantId,
    locationId,
    quantity: -quantity,
    reason,
    ...reference,
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
          <BookingFields
            {...fields}
            problemAt={problemAt}
            pieces="Pieces that are gone"
            reference="Reference"
            about="What it belongs to, for example a report."
          >
            <NativeSelect
              label="Reason"
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              data={reasons}
            />
          </BookingFields>
        </>
      )}
    </CommandDialog>
  );
}
