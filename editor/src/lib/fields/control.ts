import type { FieldDescription } from '@vitrine/modules';
import type { Manner } from './gestures.ts';

/** What every control of a field is given. The label, help and problem stand around it. */
export interface ControlProps<T> {
  readonly field: FieldDescription;
  /** `undefined` = nothing is chosen, or the instances differ. */
  readonly value: T | undefined;
  /** Default `chosen`. */
  readonly onChange: (value: T | undefined, manner?: Manner) => void;
  /** For the element the label belongs to. */
  readonly id: string;
  /** Of the label, for groups. */
  readonly labelId: string;
  readonly describedBy: string | undefined;
  readonly isInvalid: boolean;
  readonly isReadOnly: boolean;
  /** Not an own value: shown quietly. */
  readonly isInherited: boolean;
  readonly isMixed: boolean;
}

/** In the place of a value when the instances differ. */
export const mixedWords = 'Different values';
