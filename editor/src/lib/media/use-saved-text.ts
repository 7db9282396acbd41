import { useEffect, useRef, useState } from 'react';

const PAUSE = 700;

export type Saving = 'saving' | 'saved' | undefined;

/** A text that is kept while it is typed: after a pause, and when the field is left. */
export function useSavedText(value: string, save: (text: string) => Promise<void>) {
  const [typed, setTyped] = useState<string>();
  const [saving, setSaving] = useState<Saving>();
  const [problem, setProblem] = useState<string>();
  const text = typed ?? value;
  const latest = useRef({ typed, value, save });
  latest.current = { typed, value, save };

  const flush = async (): Promise<void> => {
    const now = latest.current;
    if (now.typed === undefined || now.typed.trim() === now.value) return;
    const sent = now.typed;
    setSaving('saving');
    try {
      await now.save(sent.trim());
      setProblem(undefined);
      setSaving('saved');
      // What was typed in the meantime stays.
      setTyped((before) => (before === sent ? undefined : before));
    } catch (error) {
      setSaving(undefined);
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const flushed = useRef(flush);
  flushed.current = flush;
  useEffect(() => {
    if (typed === undefined) return;
    const timer = setTimeout(() => void flushed.current(), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => () => void flushed.current(), []);
  return {
    saving,
    problem,
    input: {
      value: text,
      onChange: (event: { currentTarget: { value: string } }) => {
        setSaving(undefined);
        setTyped(event.currentTarget.value);
      },
      onBlur: () => void flush(),
    },
  };
}
