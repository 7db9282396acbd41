import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';

/** Moves one of several things up or down among them. */
export function MoveSteps({
  name,
  place,
  count,
  isBusy = false,
  onMove,
}: {
  name: string;
  /** From 0. */
  place: number;
  count: number;
  isBusy?: boolean;
  onMove: (by: -1 | 1) => void;
}) {
  return (
    <>
      <ActionIcon
        variant="default"
        aria-label={`Move ${name} up`}
        disabled={isBusy || place === 0}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={`Move ${name} down`}
        disabled={isBusy || place === count - 1}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
    </>
  );
}
