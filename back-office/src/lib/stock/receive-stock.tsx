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

/** Pieces came. */
export function ReceiveStock({
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
  const { fields, quantity, reference } = useBooking();
  const input = {
    variantId: variant.variantId,
    locationId,
    quantity,
    reason: 'delivery',
    ...reference,
  };
  const command = useCommand<typeof input, StockAnswer>({
    send: (body, options) => api.post('/stock-adjustments', body, options),
    tells: (answer) => toldStock(answer, nameOf(locationId), 'quantity'),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title="Receive a delivery"
      {...{ isOpen, onClose, command, input }}
      send={quantity > 0 ? `Receive ${pieces(quantity)}` : 'Receive'}
      isIncomplete={quantity <= 0}
    >
      {(problemAt) => (
        <>
          <PlaceField
            label="Where they came to"
            variant={variant}
            value={locationId}
            onChange={setPlace}
            error={problemAt('locationId')}
          />
          <BookingFields
            {...fields}
            problemAt={problemAt}
            pieces="Pieces that came"
            reference="Delivery note"
          />
        </>
      )}
    </CommandDialog>
  );
}
