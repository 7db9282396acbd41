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

/** Pieces go from one place to another. */
export function MoveStock({
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
  const [from, setFrom] = useState(places[0]?.id ?? '');
  const [to, setTo] = useState(places[1]?.id ?? '');
  const { fields, quantity, reference } = useBooking();
  const input = {
    variantId: variant.variantId,
    from,
    to,
    quantity,
    ...reference,
  };
  const command = useCommand<typeof input, StockAnswer>({
    send: (body, options) => api.post('/stock-transfers', body, options),
    tells: (answer) => toldStock(answer, nameOf(from), 'quantity'),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title="Transfer"
      {...{ isOpen, onClose, command, input }}
      send={quantity > 0 ? `Transfer ${pieces(quantity)}` : 'Transfer'}
      isIncomplete={quantity <= 0}
    >
      {(problemAt) => (
        <>
          <PlaceField
            label="From"
            variant={variant}
            value={from}
            onChange={setFrom}
            error={problemAt('from')}
          />
          <PlaceField
            label="To"
            variant={variant}
            value={to}
            onChange={setTo}
            error={from === to ? 'Choose another place than they come from.' : problemAt('to')}
          />
          <BookingFields {...fields} problemAt={problemAt} pieces="Pieces" reference="Reference" />
        </>
      )}
    </CommandDialog>
  );
}
