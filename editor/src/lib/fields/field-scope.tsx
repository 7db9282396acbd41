import type { PageInYdoc } from '@vitrine/content/collab';
import type { Breakpoint, FieldDescription } from '@vitrine/modules';
import { createContext, useContext } from 'react';
import type { FieldMarks } from './field-marks.ts';
import type { Gestures } from './gestures.ts';

/** What the fields of a panel have in common: whose settings they are, and which of their values is looked at. */
export interface FieldScope {
  readonly page: PageInYdoc;
  /** Edited together; the first one's values are shown. */
  readonly ids: readonly string[];
  readonly fields: readonly FieldDescription[];
  readonly locale: string;
  readonly baseLocale: string;
  /** Whether there is more than one locale to speak of. */
  readonly isTranslated: boolean;
  readonly breakpoint: Breakpoint;
  readonly isReadOnly: boolean;
  readonly marks: FieldMarks;
  readonly gestures: Gestures;
  /** Of a module in a fragment: whether the page has set a value of its own at a path. */
  readonly isSetHere?: (path: string) => boolean;
  /** While a fragment is edited: which settings the documents that show it may set. */
  readonly opening?: Opening;
}

export interface Opening {
  readonly open: ReadonlySet<string>;
  readonly set: (name: string, isOpen: boolean) => void;
}

const Scope = createContext<FieldScope | undefined>(undefined);

export const FieldScopeProvider = Scope;

export function useFieldScope(): FieldScope {
  const scope = useContext(Scope);
  if (!scope) {
    throw new Error('A field stands outside of a panel. Put <FieldScopeProvider value={…}> around it.');
  }
  return scope;
}

/** The language something is translated into now; `undefined` = it is written in the first one. */
export function useTranslation(): string | undefined {
  const scope = useContext(Scope);
  return scope && scope.locale !== scope.baseLocale ? scope.locale : undefined;
}

/** One field on show. */
export interface FieldProps {
  readonly field: FieldDescription;
  /** Path of what it is a setting of: '' = the instance, else an object or an item of a list. */
  readonly parent?: string;
  /** For an item of a list, which has no name: its handle; `parent` is then the list. */
  readonly item?: string;
  /** What surrounds it cannot be changed. Default false. */
  readonly isReadOnly?: boolean;
  /** Default false; the label is then for assistive technology only. */
  readonly isLabelHidden?: boolean;
}
