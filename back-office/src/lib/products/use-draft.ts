import { useState } from 'react';

/** A part of a product while it is changed. */
export interface Draft<Value> {
  readonly value: Value;
  set(value: Value): void;
  /** From what it is when it happens: for what takes a while. */
  change(next: (now: Value) => Value): void;
  readonly isChanged: boolean;
  /** The version of the product on which it was begun. */
  readonly version: number;
  /** It was sent and taken. */
  settle(): void;
  /** As it was. */
  undo(): void;
}

/**
 * Begins with what is kept. While nothing is changed it follows what others keep; what is being changed stays as it is. When only other
 * parts of the product were changed meanwhile, it goes on with their version: nothing of theirs is overwritten.
 */
export function useDraft<Value>(kept: Value, version: number): Draft<Value> {
  const json = JSON.stringify(kept);
  const [base, setBase] = useState({ json, version });
  const [value, setValue] = useState(kept);
  const isChanged = JSON.stringify(value) !== base.json;
  if (base.json === json) {
    if (base.version !== version) setBase({ json, version });
  } else if (!isChanged) {
    setBase({ json, version });
    setValue(kept);
  }
  return {
    value,
    set: setValue,
    change: (next) => setValue(next),
    isChanged,
    version: base.version,
    settle: () => setBase({ json: JSON.stringify(value), version }),
    undo: () => setValue(JSON.parse(base.json) as Value),
  };
}
