import { useState } from 'react';
import type { PlannedChange } from '../app/backend.ts';
import type { PlanWish } from './change-releases.ts';
import { emptyPlan, readPlan, type WrittenPlan } from './plan-fields.tsx';

/** When something is to go live or offline, as far as it is chosen. */
export interface Timing {
  readonly when: 'now' | 'later';
  readonly written: WrittenPlan;
  /** What a new release is called when no name is written. */
  readonly fallbackName: string;
  /** What was missing when it was to be planned. */
  readonly missing: string | undefined;
  choose(when: 'now' | 'later'): void;
  write(plan: WrittenPlan): void;
  /** What goes into which release; `now` when it does not wait, `undefined` when something is missing, which is said then. */
  read(): 'now' | PlanWish['into'] | undefined;
}

/** Now or later, and if later, when: at first in the release that publishes it already, of what is `planned`. */
export function useTiming(fallbackName: string, planned: readonly PlannedChange[] = []): Timing {
  const [when, choose] = useState<'now' | 'later'>('now');
  const [written, setWritten] = useState(emptyPlan);
  const [missing, setMissing] = useState<string | undefined>(undefined);
  return {
    when,
    written,
    fallbackName,
    missing,
    choose(next) {
      choose(next);
      const before = planned.find(({ action }) => action === 'publish');
      if (next === 'later' && written === emptyPlan && before)
        setWritten({ ...emptyPlan, release: before.id });
    },
    write(plan) {
      setWritten(plan);
      setMissing(undefined);
    },
    read() {
      if (when === 'now') return 'now';
      const read = readPlan(written, fallbackName);
      if ('into' in read) return read.into;
      setMissing(read.problem);
      return undefined;
    },
  };
}
