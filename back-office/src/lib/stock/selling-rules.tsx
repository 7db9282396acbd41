import { Alert, Checkbox, SimpleGrid, Text, TextInput } from '@mantine/core';
import { Fragment, useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { WholeField } from '../look/whole-field.tsx';
import { useSession } from '../shell/session.ts';
import { number } from '../words/amount.ts';
import { day, isToCome } from '../words/day.ts';
import { pieces as inPieces } from '../words/state.ts';
import type { StockRow } from './stock-row.ts';

/** How a variant is sold when there is little or nothing left. */
export function SellingRules({
  variant,
  isOpen,
  onClose,
}: {
  variant: StockRow;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { places } = useSession();
  const { partOf = [] } = variant;
  const [backorder, setBackorder] = useState(variant.backorder);
  const [isPreorder, setIsPreorder] = useState(variant.preorder !== undefined);
  const [shipsFrom, setShipsFrom] = useState(variant.preorder?.shipsFrom ?? '');
  const [limit, setLimit] = useState(variant.preorder?.limit);
  const [lowStock, setLowStock] = useState(variant.lowStock);
  const [buffers, setBuffers] = useState<Readonly<Record<string, number>>>(
    Object.fromEntries(variant.levels.map(({ locationId, buffer }) => [locationId, buffer])),
  );
  const [lowAt, setLowAt] = useState<Readonly<Record<string, number | null>>>(
    Object.fromEntries(
      variant.levels.flatMap((level) => (level.lowAt === undefined ? [] : [[level.locationId, level.lowAt]])),
    ),
  );
  const there = variant.levels.reduce((sum, { onHand, reserved }) => sum + Math.max(0, onHand - reserved), 0);
  const preorder = isPreorder ? { shipsFrom, ...(limit !== undefined && { limit }) } : null;
  const isChanged = isPreorder || variant.preorder !== undefined;
  const input = {
    variantId: variant.variantId,
    backorder,
    lowStock,
    buffers,
    lowAt,
    ...(isChanged && { preorder }),
  };
  const isPast = shipsFrom !== '' && shipsFrom !== variant.preorder?.shipsFrom && !isToCome(shipsFrom);
  const command = useCommand<typeof input, { readonly set: true }>({
    send: (body, options) => api.post('/stock-policies', body, options),
    tells: () => ({ done: 'The rules of selling hold from now on.' }),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title="Rules of selling"
      size="lg"
      {...{ isOpen, onClose, command, input }}
      send="Save"
      isIncomplete={isPreorder && isPast}
    >
      {(problemAt) => (
        <>
          <Checkbox
            label="May be sold when there is none left"
            description="Shoppers are told that it is on order."
            checked={backorder}
            onChange={(event) => setBackorder(event.currentTarget.checked)}
          />
          <Checkbox
            label="May be preordered"
            description="Until the day it comes out shoppers buy it ahead, and are told the day."
            checked={isPreorder}
            onChange={(event) => setIsPreorder(event.currentTarget.checked)}
          />
          {isChanged && partOf.length > 0 && (
            <Alert color="yellow" role="note">
              {partOf.length === 1 ? 'One set is' : `${number(partOf.length)} sets are`} made with it, and{' '}
              {isPreorder
                ? `${partOf.length === 1 ? 'ships' : 'ship'} no earlier`
                : `can ship as soon as everything in ${partOf.length === 1 ? 'it' : 'them'} is out`}
              : {partOf.map(({ name }) => name).join('; ')}.
            </Alert>
          )}
          {isPreorder && there > 0 && (shipsFrom === '' || isToCome(shipsFrom)) && (
            <Alert color="yellow" role="note">
              {inPieces(there)} {there === 1 ? 'is' : 'are'} in stock and not promised to anybody. Until{' '}
              {shipsFrom === '' ? 'the day it comes out' : day(shipsFrom)} they are sold as preorders only,
              and not at all in stores.
            </Alert>
          )}
          {isPreorder && (
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput
                type="date"
                label="Comes out on"
                withAsterisk
                value={shipsFrom}
                onChange={(event) => setShipsFrom(event.currentTarget.value)}
                error={
                  isPast
                    ? 'This day is over or has begun. Choose one that is to come.'
                    : problemAt('preorder.shipsFrom') &&
                      'Choose the day on which it comes out, for example in the calendar. It must be to come.'
                }
              />
              <WholeField
                label="At most, pieces"
                placeholder="Any number"
                description={
                  variant.preorder && `${inPieces(variant.preorder.preordered)} promised so far, which count.`
                }
                value={limit}
                onChange={setLimit}
                error={problemAt('preorder.limit')}
              />
            </SimpleGrid>
          )}
          <WholeField
            label="Few are left from"
            description="With so many available pieces or fewer, over all places, it is nearly sold out."
            value={lowStock}
            onChange={(pieces = 0) => setLowStock(pieces)}
            error={problemAt('lowStock')}
          />
          <Text size="sm" c="dimmed">
            What is kept back is there and not sold. Where a place runs low it is listed under “Running low”,
            and other systems are told once.
          </Text>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            {places.map(({ id, name }) => (
              <Fragment key={id}>
                <WholeField
                  label={`Kept back, ${name}`}
                  value={buffers[id] ?? 0}
                  onChange={(pieces = 0) => setBuffers({ ...buffers, [id]: pieces })}
                  error={problemAt(`buffers.${id}`)}
                />
                <WholeField
                  label={`Runs low at, ${name}`}
                  placeholder="Not watched"
                  value={lowAt[id] ?? undefined}
                  onChange={(pieces) => setLowAt({ ...lowAt, [id]: pieces ?? null })}
                  error={problemAt(`lowAt.${id}`)}
                />
              </Fragment>
            ))}
          </SimpleGrid>
        </>
      )}
    </CommandDialog>
  );
}
