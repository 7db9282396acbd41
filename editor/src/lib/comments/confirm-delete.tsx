import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import css from './comments.module.css';

/** Asks whether something is to be deleted for good, where it stands; the caret goes to what changes nothing. */
export function ConfirmDelete({
  words,
  onDelete,
  onKeep,
}: {
  words: string;
  onDelete: () => Promise<void>;
  onKeep: () => void;
}) {
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <fieldset className={css.confirm} aria-label={words}>
      <p>{words}</p>
      {problem !== undefined && <p role="alert">{problem}</p>}
      <Button
        size="compact-xs"
        color="red"
        onClick={() => {
          if (isBusy) return;
          setBusy(true);
          onDelete().then(onKeep, (error: Error) => {
            setProblem(error.message);
            setBusy(false);
          });
        }}
      >
        {isBusy ? 'Deleting …' : 'Delete'}
      </Button>
      <Button ref={keep} size="compact-xs" variant="default" onClick={onKeep}>
        Keep
      </Button>
    </fieldset>
  );
}
