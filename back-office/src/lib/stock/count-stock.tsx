import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { WholeField } from '../look/whole-field.tsx';
import { useSession } from '../shell/session.ts';
import { number } from '../words/amount.ts';
import { PlaceField, usePlaceName } from './place-field.tsx';
import { type StockAnswer, toldStock } from './stock-outcome.ts';
import type { StockRow } from './stock-row.ts';

/** Somebody counted what is there. */
export function CountStock({
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
  const [onHand, setOnHand] = useState<number>();
  const [reason, setReason] = useState('counted');
  const input = { variantId: variant.variantId, locationId, onHand, reason: reason.trim() };
  const command = useCommand<typeof input, StockAnswer>({
    send: (body, options) => api.post('/stock-counts', body, options),
    tells: (answer) =>
      answer.kind === 'not-enough'
        ? {
            refused: `More than that is promised to somebody there. At most ${number(answer.free)} can be missing.`,
            at: 'onHand',
          }
        : toldStock(answer, nameOf(locationId), 'onHand'),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title="Count"
      {...{ isOpen, onClose, command, input }}
      send={onHand === undefined ? 'Book the count' : `Book ${number(onHand)} on hand`}
      isIncomplete={onHand === undefined}
    >
      {(problemAt) => (
        <>
          <PlaceField
            label="Where was counted"
            variant={variant}
            value={locationId}
            onChange={setPlace}
            error={problemAt('locationId')}
          />
          <WholeField
            label="Pieces that are there"
            description="With those that are promised to somebody."
            isRequired
            isFirst
            value={onHand}
            onChange={setOnHand}
            error={problemAt('onHand')}
          />
          <TextInput
            label="Reason"
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
