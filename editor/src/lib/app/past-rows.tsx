import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';

/** What of a list is over: shown when somebody asks. Nothing when there is none. */
export function PastRows({
  count,
  rows,
  isOpen = false,
}: {
  count: number;
  rows: () => ReactNode;
  /** They are shown until somebody hides them. */
  isOpen?: boolean;
}) {
  const [wanted, show] = useState<boolean | undefined>(undefined);
  const isShown = wanted ?? isOpen;
  if (count === 0) return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        aria-expanded={isShown}
        onClick={() => show(!isShown)}
      >
        {isShown ? 'Hide those that are over' : `Those that are over (${count})`}
      </Button>
      {isShown && rows()}
    </>
  );
}
