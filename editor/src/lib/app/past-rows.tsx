import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';

/** What of a list is over: shown when somebody asks. Nothing when there is none. */
export function PastRows({ count, rows }: { count: number; rows: () => ReactNode }) {
  const [isShown, show] = useState(false);
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
