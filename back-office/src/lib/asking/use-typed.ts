import { type FocusEvent, useRef } from 'react';

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Remembers what stood in each field when it was first gone into: what was typed and means nothing yet, half a price, is typed too.
 */
export function useTyped() {
  const before = useRef(new Map<Field, string>());
  const last = useRef<Field>(undefined);
  return {
    onFocus({ target }: FocusEvent) {
      if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
      last.current = target;
      if (!before.current.has(target)) before.current.set(target, target.value);
    },
    isTyped: () => [...before.current].some(([field, text]) => field.isConnected && field.value !== text),
    /** To the field that was written in last. */
    goBack: () => last.current?.focus(),
  };
}
