import { CloseButton, Paper, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import css from './asking.module.css';

/** Milliseconds a sentence stays: long enough to be read. */
const STAYS = 8_000;

const SayContext = createContext<(sentence: string) => void>(() => {});

/** Tells what was done: shown for a while, and read out. */
export function useSay(): (sentence: string) => void {
  return useContext(SayContext);
}

export function SaidLayer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<{ readonly sentence: string; readonly id: number }>();
  const say = useCallback((sentence: string) => setSaid({ sentence, id: performance.now() }), []);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(undefined), STAYS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <SayContext value={say}>
      {children}
      <div role="status" className={css.said}>
        {said && (
          <Paper key={said.id} shadow="md" radius="md" withBorder className={css.sentence}>
            <IconCircleCheck size={18} aria-hidden className={css.done} />
            <Text size="sm">{said.sentence}</Text>
            <CloseButton size="sm" aria-label="Close" onClick={() => setSaid(undefined)} />
          </Paper>
        )}
      </div>
    </SayContext>
  );
}
