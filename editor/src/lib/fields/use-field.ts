import type { Json } from '@vitrine/content';
import type { Breakpoint } from '@vitrine/modules';
import { useCallback, useMemo, useState } from 'react';
import {
  type FieldReading,
  hasSameFrame,
  isContainer,
  isSameReading,
  readField,
  resetField,
  writeField,
} from './field-reading.ts';
import { type FieldProps, useFieldScope } from './field-scope.tsx';
import type { Manner } from './gestures.ts';
import { useSelected } from './use-selected.ts';

export interface FieldState extends FieldReading {
  /** The width whose value is shown: the panel's until another is chosen on the field. */
  readonly breakpoint: Breakpoint;
  readonly setBreakpoint: (breakpoint: Breakpoint) => void;
  readonly write: (value: Json | undefined, manner?: Manner) => void;
  readonly reset: () => void;
}

/** The value of a field and the ways to change it; renders again when this field's value changes and at no other time. */
export function useField({ field, parent = '', item }: FieldProps): FieldState {
  const scope = useFieldScope();
  const [chosen, setChosen] = useState({ panel: scope.breakpoint, breakpoint: scope.breakpoint });
  const breakpoint = chosen.panel === scope.breakpoint ? chosen.breakpoint : scope.breakpoint;
  const target = useMemo(() => ({ field, parent, item, breakpoint }), [field, parent, item, breakpoint]);

  const subscribe = useFieldChanges();
  const reading = useSelected(
    subscribe,
    () => readField(scope, target),
    isContainer(field) ? hasSameFrame : isSameReading,
  );
  return {
    ...reading,
    breakpoint,
    setBreakpoint: (next) => setChosen({ panel: scope.breakpoint, breakpoint: next }),
    write: useCallback(
      (value: Json | undefined, manner?: Manner) => writeField(scope, target, value, manner),
      [scope, target],
    ),
    reset: useCallback(() => resetField(scope, target), [scope, target]),
  };
}

/** For `useSelected`: whatever may change what a field of this panel shows. */
export function useFieldChanges(): (listener: () => void) => () => void {
  const { page, ids, marks } = useFieldScope();
  return useCallback(
    (listener) => {
      const ends = [...ids.map((id) => page.onNode(id, listener)), marks.subscribe(listener)];
      return () => {
        for (const end of ends) end();
      };
    },
    [page, ids, marks],
  );
}
