import { NativeSelect, NumberInput, SimpleGrid } from '@mantine/core';
import type { OrderView, ReturnLineView, ReturnView, StepOutcome } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { useSession } from '../shell/session.ts';
import { pieces } from '../words/state.ts';
import { toldStep } from './return-steps.tsx';
import css from './returns.module.css';

const conditions = [
  { key: 'resellable', label: 'Can be sold again' },
  { key: 'damaged', label: 'Damaged' },
  { key: 'missing', label: 'Missing' },
] as const;

type Inspected = Record<(typeof conditions)[number]['key'], number>;

/** The pieces are here and are looked at, line by line. */
export function ReceiveReturn({
  found,
  order,
  isOpen,
  onClose,
}: {
  found: ReturnView;
  order: OrderView;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { places } = useSession();
  const [locationId, setLocation] = useState(places[0]?.id ?? '');
  const [changed, setChanged] = useState<Readonly<Record<string, Inspected>>>({});
  const seenOf = ({ lineId, quantity }: ReturnLineView): Inspected =>
    changed[lineId] ?? { resellable: quantity, damaged: 0, missing: 0 };
  const lines = found.lines.map((line) => ({ lineId: line.lineId, ...seenOf(line) }));
  const input = { locationId, lines };
  const off = found.lines.filter((line) => sumOf(seenOf(line)) !== line.quantity);
  const command = useCommand<typeof input, StepOutcome>({
    send: (body, options) => api.post(`/returns/${found.id}/receipts`, body, options),
    tells: (answer) =>
      toldStep(answer, 'Received. What can be sold again is in stock; the money waits for you.'),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title="Receive the return"
      size="lg"
      {...{ isOpen, onClose, command, input }}
      send="Receive the return"
      isIncomplete={off.length > 0}
    >
      {(problemAt) => (
        <>
          <NativeSelect
            label="Where it came to"
            value={locationId}
            onChange={(event) => setLocation(event.currentTarget.value)}
            data={places.map(({ id, name }) => ({ value: id, label: name }))}
            error={problemAt('locationId')}
          />
          {found.lines.map((line) => {
            const bought = order.lines.find(({ id }) => id === line.lineId);
            const seen = seenOf(line);
            const isOff = sumOf(seen) !== line.quantity;
            return (
              <fieldset key={line.lineId} className={css.inspected}>
                <legend>
                  {bought?.name}, {pieces(line.quantity)}
                </legend>
                <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="xs">
                  {conditions.map(({ key, label }) => (
                    <NumberInput
                      key={key}
                      label={label}
                      value={seen[key]}
                      onChange={(value) =>
                        setChanged({
                          ...changed,
                          [line.lineId]: { ...seen, [key]: Math.trunc(Number(value)) || 0 },
                        })
                      }
                      min={0}
                      max={line.quantity}
                      allowDecimal={false}
                      allowNegative={false}
                      error={isOff && key === 'resellable' && `Together they have to be ${line.quantity}.`}
                    />
                  ))}
                </SimpleGrid>
              </fieldset>
            );
          })}
        </>
      )}
    </CommandDialog>
  );
}

function sumOf({ resellable, damaged, missing }: Inspected): number {
  return resellable + damaged + missing;
}
